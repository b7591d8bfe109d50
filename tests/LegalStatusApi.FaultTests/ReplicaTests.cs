using System.Text.Json.Nodes;
using LegalStatusApi.Domain;
using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Tests.Support;
using Npgsql;

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

    [Fact, Fault(7)]
    public async Task A_text_that_a_lagging_standby_still_has_after_its_redaction_is_gone_when_it_has_caught_up()
    {
        await using var database = await FaultyDatabase.StartAsync(Standby.Followed);
        await using var standby = await Standby.StartAsync(database);
        // One name, behind which one server or another answers.
        await using var served = await FaultyService.StartAsync(
            database, ("Caching__AnswerMegabytes", "64"), ("Caching__StackMegabytes", "64"), ("Deadlines__Answer", "10"));
        await Reply.GetAsync(served.Client, "/v1/status/US/lsd");
        await standby.StandStillAsync();
        var redacted = await RedactAsync(database.Owner);
        // The service looked again since, and knows.
        while (!await database.Owner.AskAsync<bool>("select exists (select from pg_stat_activity where state = 'idle' and query like '%redaction_count%' and pid <> pg_backend_pid() and query_start > @redacted)", new { redacted }))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        database.Proxy.Target = standby.Port;
        await database.Owner.RunAsync("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'legal-status'");
        string[] addresses = [Question, Question, "/v1/status/DE/lsd?on=2020-01-02", "/v1/status?jurisdiction=DE,US&substance=lsd&on=2020-01-01", "/places/DE/lsd", "/v1/history/DE/lsd"];
        var lagging = await TextsAsync(served.Client, addresses);
        await standby.GoOnAsync();
        while (await standby.Owner.AskAsync<long>("select redactions from redaction_count") == 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.All(lagging, text => Assert.Contains("A summary.", text, StringComparison.Ordinal));
        Assert.All(await TextsAsync(served.Client, [.. addresses, "/v1/status/DE/lsd?on=2020-01-03"]), text => Assert.Contains("[redacted]", text, StringComparison.Ordinal));
        Figures.Saw($"a redaction that the standby had not shown yet: its text was gone from every answer in {addresses.Length + 1} answers as soon as it did");
    }

    private static async Task<DateTime> RedactAsync(NpgsqlDataSource owner)
    {
        await owner.KeyAsync("Ada", "admin");
        await owner.KeyAsync("Bea", "admin");
        await owner.AskAsync<int>("insert into redaction_request (id, relation, row_id, recorded_in, field, reason, asked_by) values ('rdc_abcdefghijklmnop', 'classification', @id, 1, 'summary', 'It named a person.', @ada)",
            new { id = RecordId.OfClassification("DE/lsd-1"), ada = RecordId.OfMaintainer("Ada") });
        Assert.True(await owner.AskAsync<int>("select redact('rdc_abcdefghijklmnop', @bea)", new { bea = RecordId.OfMaintainer("Bea") }) > 0);
        return await owner.AskAsync<DateTime>("select clock_timestamp()");
    }

    private static async Task<List<string>> TextsAsync(HttpClient client, IEnumerable<string> addresses)
    {
        List<string> texts = [];
        foreach (var address in addresses)
        {
            var reply = await Reply.GetAsync(client, address);
            Assert.Equal((200, (string?)null), (reply.Status, reply.Mistake));
            texts.Add(reply.Text);
        }

        return texts;
    }

    private static async Task<long> RevisionAsync(HttpClient client) => (long)JsonNode.Parse((await Reply.GetAsync(client, Question)).Text)!["revision"]!;

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string address, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new("Bearer", key);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
