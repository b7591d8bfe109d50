using System.Text.Json.Nodes;
using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.FaultTests;

/// <summary>Answers come from a standby that stands still while the primary is written to.</summary>
public sealed class ReplicaTests
{
    private const string Question = "/v1/status/DE/lsd?on=2020-01-01";

    [Theory, Fault(7)]
    [InlineData("with caches", "64")]
    [InlineData("without caches", "0")]
    public async Task A_standby_that_lags_says_of_which_revision_its_answers_are_and_gives_no_other_for_a_newer_one(string how, string megabytes)
    {
        await using var database = await FaultyDatabase.StartAsync(Standby.Followed);
        await using var standby = await Standby.StartAsync(database);
        await using var served = await FaultyService.StartAsync(
            database, ("ConnectionStrings__Postgres", standby.Both), ("Caching__AnswerMegabytes", megabytes), ("Caching__StackMegabytes", megabytes), ("Deadlines__Answer", "10"));
        var publisher = await Publisher.OfAsync(served.Client, database.Owner);
        var before = await RevisionAsync(served.Client);

        await standby.StandStillAsync();
        await using var readers = new Readers(served.Client.BaseAddress!, clients: 4, path: Question, keepsTexts: true);
        await publisher.PublishAsync("II");
        await readers.AnsweredAsync(50);
        var lagging = await RevisionAsync(served.Client);
        var newer = await Reply.GetAsync(served.Client, $"{Question}&revision={before + 1}");
        using var written = await GetAsync(served.Client, "/v1/changesets?state=published", await database.Owner.KeyAsync("Reads on", "propose"));

        await standby.GoOnAsync();
        while (await RevisionAsync(served.Client) == before)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        var caughtUp = await Reply.GetAsync(served.Client, $"{Question}&revision={before + 1}");
        await readers.StopAsync();
        var seen = readers.Replies.Select(reply => (long)JsonNode.Parse(reply.Text)!["revision"]!).ToList();

        Figures.Saw($"{how}: revision {before + 1} published, answers stated {string.Join(", then ", seen.Distinct())}; asked for {before + 1}: {newer.Status}; for maintainers: published; after it caught up: {caughtUp.Status}");
        Assert.All(readers.Replies, reply => Assert.Equal(200, reply.Status));
        Assert.Equal(before, lagging);
        Assert.Equal((400, (string?)null), (newer.Status, newer.Mistake));
        Assert.Contains("\"state\":\"published\"", await written.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(200, caughtUp.Status);
        Assert.Equal(before + 1, (long)JsonNode.Parse(caughtUp.Text)!["revision"]!);
    }

    private static async Task<long> RevisionAsync(HttpClient client) => (long)JsonNode.Parse((await Reply.GetAsync(client, Question)).Text)!["revision"]!;

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string address, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new("Bearer", key);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
