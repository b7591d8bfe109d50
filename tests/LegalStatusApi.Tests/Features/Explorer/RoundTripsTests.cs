using System.Diagnostics;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>
/// What a page costs the database. Statements are counted by the trace of the request that they belong to, so that neither other tests nor the
/// service's own look for the latest revision are counted.
/// </summary>
public sealed class RoundTripsTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private const int MostOfAll = 5;

    /// <summary>Each page, and how many slices it shows.</summary>
    public static TheoryData<string, int> Pages => new()
    {
        { "/", 3 }, { "/places", 1 }, { "/places/US", 3 }, { "/places/US-CO-denver", 3 }, { "/places/US-CO-denver/psilocybin?form=mushrooms", 1 },
        { "/places/US-CO-denver/psilocybin?on=2024-01-01&revision=1", 2 }, { "/substances/psilocybin", 1 }, { "/search?q=ketamine+in+georgia", 1 }, { "/revisions/1/diff", 2 }, { "/compare", 0 },
        { "/compare?jurisdiction=DE,NL,US-CO&on=2018-01-01&on2=2024-01-01", 1 }, { "/changes", 1 }, { "/changes?kind=law&substance=lsd", 1 }, { "/pending", 1 }, { "/coverage", 1 },
        { "/sources", 2 }, { "/sources/de-btmg", 3 }, { "/report", 0 }, { "/vocabulary", 0 }, { "/about", 0 }, { "/privacy", 0 }, { "/api", 0 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_costs_one_round_trip_for_each_slice_it_shows_and_none_when_it_is_warm(string address, int slices)
    {
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);

        // At first the latest revision is not known, and is looked for besides.
        Assert.InRange(await CostAsync(api, statements, address), 0, MostOfAll);
        Assert.InRange(slices, 0, MostOfAll);
        await WarmAsync(api, statements);
        Assert.InRange(await CostAsync(api, statements, WithoutMeaning(address)), 0, slices);
        // Where this machine is so busy that the look-up is late, pages ask for themselves; so a page is given more than one try.
        Assert.True(await EventuallyAsync(async () => await CostAsync(api, statements, address) == 0), "It is never warm.");
    }

    [Fact]
    public async Task A_page_that_was_kept_is_given_as_it_was()
    {
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        var first = await api.Client.GetByteArrayAsync("/places/DE", TestContext.Current.CancellationToken);
        Assert.True(await EventuallyAsync(async () => await CostAsync(api, statements, "/places/DE") == 0));

        Assert.Equal(first, await api.Client.GetByteArrayAsync("/places/DE", TestContext.Current.CancellationToken));
    }

    // The same question in an address that no page was kept for yet.
    private static string WithoutMeaning(string address)
    {
        var name = address.Split('/', '?')[1] switch { "" => "region", "places" when address.Length > "/places".Length => "on", "search" => "", "compare" => "revision", "changes" or "pending" or "sources" => "jurisdiction", "report" => "about", _ => "" };
        return name.Length == 0 || address.Contains($"{name}=", StringComparison.Ordinal) || address == "/sources/de-btmg" ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}=";
    }

    private static Task<bool> WarmAsync(TestApi api, Statements statements) => EventuallyAsync(async () => await CostAsync(api, statements, "/places") == 0);

    private static async Task<bool> EventuallyAsync(Func<Task<bool>> holds)
    {
        var began = Stopwatch.GetTimestamp();
        do
        {
            if (await holds())
            {
                return true;
            }
        }
        while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
        return false;
    }

    private static async Task<int> CostAsync(TestApi api, Statements statements, string address)
    {
        var trace = ActivityTraceId.CreateRandom();
        using var answer = await api.SendAsync(address, Statements.HeaderOf(trace));
        Assert.True(answer.IsSuccessStatusCode, $"{address} gave {answer.StatusCode}");
        await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return statements.Of(trace);
    }
}
