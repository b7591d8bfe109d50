using System.Diagnostics;
using LegalStatusApi.Caching;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Caching;

/// <summary>Stacks that are kept: read once for all who ask, for every day at once.</summary>
public sealed class StackCacheTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    [Fault(9)]
    [Fact]
    public async Task Two_hundred_clients_with_one_cold_question_cost_one_statement()
    {
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, Cached.StacksAlone, database.Writer);
        await api.WarmAsync(statements);
        var traces = Enumerable.Range(0, 200).Select(_ => ActivityTraceId.CreateRandom()).ToList();

        var answers = await Task.WhenAll(traces.Select(trace => api.SendAsync("/v1/status/FR/ketamine?on=2020-01-01", Statements.HeaderOf(trace))));

        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode));
        Assert.Equal(1, traces.Sum(statements.Of));
    }

    [Fact]
    public async Task A_crowd_with_as_many_cold_questions_costs_few_statements_and_each_has_its_own_answer()
    {
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, Cached.StacksAlone, database.Writer);
        await using var plain = await TestApi.StartAsync(database.Reader, Cached.Off, database.Writer);
        await api.WarmAsync(statements);
        var places = (await api.GetAsync("/v1/jurisdictions?limit=150"))["items"]!.AsArray().Select(place => (string)place!["code"]!).ToList();
        var traces = places.ConvertAll(_ => ActivityTraceId.CreateRandom());

        var answers = await Task.WhenAll(places.Zip(traces, (place, trace) => api.SendAsync($"/v1/status/{place}/psilocybin?on=2020-01-01", Statements.HeaderOf(trace))));

        Assert.InRange(traces.Sum(statements.Of), 1, places.Count / 2);
        foreach (var (place, answer) in places.Zip(answers))
        {
            Assert.Equal(
                await plain.Client.GetStringAsync($"/v1/status/{place}/psilocybin?on=2020-01-01", TestContext.Current.CancellationToken),
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task What_a_shared_read_fails_with_all_fail_with_and_the_next_is_tried_anew()
    {
        var (tried, held) = (0, new TaskCompletionSource());
        var together = new Together<int, int, string>(
            async (_, keys, _) =>
            {
                await held.Task;
                return Interlocked.Increment(ref tried) == 2 ? throw new InvalidOperationException("Broken.") : keys.Select(key => $"{key}").ToList();
            },
            10, TimeSpan.FromSeconds(20));
        var first = together.RunAsync(1, 1);
        var crowd = new[] { together.RunAsync(1, 2), together.RunAsync(1, 3) };
        held.SetResult();

        Assert.Equal("1", await first);
        foreach (var each in crowd)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => each);
        }

        Assert.Equal("4", await together.RunAsync(1, 4));
        Assert.Equal(3, tried);
    }

    [Fact]
    public async Task Two_hundred_pairs_cost_one_statement_and_none_the_next_time()
    {
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, Cached.StacksAlone, database.Writer);
        await api.WarmAsync(statements);
        var places = (await api.GetAsync("/v1/jurisdictions?limit=66"))["items"]!.AsArray().Select(place => (string)place!["code"]!);
        var address = $"/v1/status?jurisdiction={string.Join(',', places)}&substance=lsd,psilocybin,ketamine";

        Assert.Equal(1, await api.CostAsync(statements, $"{address}&on=2020-01-01"));
        await Cached.UntilAsync(async () => await api.CostAsync(statements, $"{address}&on=2021-01-01") == 0, "They are never all kept.");
    }

    [Fact]
    public async Task A_name_that_is_not_on_record_is_looked_for_each_time()
    {
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, Cached.StacksAlone, database.Writer);
        await api.WarmAsync(statements);
        for (var time = 0; time < 2; time++)
        {
            var trace = ActivityTraceId.CreateRandom();
            using var answer = await api.SendAsync("/v1/status/ZZ/lsd", Statements.HeaderOf(trace));
            Assert.InRange(statements.Of(trace), 1, 3);
        }
    }
}
