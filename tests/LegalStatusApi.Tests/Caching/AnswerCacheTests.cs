using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Features.Explorer;
using LegalStatusApi.Tests.Features.Maintenance;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Caching;

/// <summary>Answers that are kept: never out of date, never another's, and never what the long way would refuse.</summary>
public sealed class AnswerCacheTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Address = "/v1/status/DE/lsd";

    private static Given Rows(string schedule) => Given.Substances().Place("UN").Place("DE").Record("lsd-1", "DE", "lsd", from: "1967-02-25", schedule: schedule);

    [Fault(8)]
    [Theory]
    [InlineData(Address)]
    [InlineData("/places/DE/lsd")]
    public async Task A_publication_elsewhere_is_seen_within_a_second(string address)
    {
        await database.PublishAsync(Rows("Before").Rows);
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        await api.WarmAsync(statements);
        Assert.Contains("Before", await api.Client.GetStringAsync(address, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await database.PublishElsewhereAsync(Rows("After").Rows);
        var published = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(published) < TimeSpan.FromSeconds(1))
        {
            await api.Client.GetStringAsync(address, TestContext.Current.CancellationToken);
        }

        Assert.Contains("After", await api.Client.GetStringAsync(address, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_says_a_redacted_text_a_second_later_whatever_its_address()
    {
        await database.PublishAsync(Given.Substances().Place("UN").Place("DE").Record("lsd-1", "DE", "lsd", from: "1967-02-25", summary: "Jane Roe said so.").Rows);
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        await api.WarmAsync(statements);
        var revision = (int)(await api.GetAsync(Address))["revision"]!;
        string[] addresses = [Address, $"{Address}?on=2001-01-01&revision={revision}", $"/v1/history/DE/lsd?revision={revision}", "/places/DE", "/places/DE/lsd", $"/places/DE/lsd?on=2001-01-01&revision={revision}",
            .. Enumerable.Range(1, 4).Select(day => $"/v1/status?jurisdiction=DE,UN&substance=lsd&on=2001-01-0{day}&revision={revision}")];
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            using var answer = await api.SendAsync(address);
            Assert.Contains("Jane Roe", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            tags[address] = $"W/{answer.Headers.ETag}";
            for (var time = 0; time < 3; time++)
            {
                Assert.StartsWith("304", await api.WholeAsync(address, ("If-None-Match", tags[address])), StringComparison.Ordinal);
            }
        }

        await database.RedactAsync("classification", LegalStatusApi.Domain.RecordId.OfClassification("DE/lsd-1"), revision, "summary");

        await AssertForgottenAsync();
        // What was kept before is not found again once the state of the record is known.
        await api.WarmAsync(statements);
        await AssertForgottenAsync();

        async Task AssertForgottenAsync()
        {
            Assert.All(await Task.WhenAll(addresses.Select(address => api.Client.GetStringAsync(address, TestContext.Current.CancellationToken))),
                text => Assert.DoesNotContain("Jane Roe", text, StringComparison.Ordinal));
            Assert.All(await Task.WhenAll(addresses.Select(address => api.WholeAsync(address, ("If-None-Match", tags[address])))),
                answer => Assert.StartsWith("200", answer, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task At_midnight_UTC_a_question_without_a_day_is_answered_for_the_new_one()
    {
        await database.PublishAsync(Rows("Midnight").Rows);
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        await api.WarmAsync(statements);
        foreach (var (hours, day, certainty) in new[] { (0, "2026-11-21", "projected"), (11, "2026-11-21", "projected"), (12, "2026-11-22", "certain") })
        {
            api.Clock.Now = TestApi.Now.AddHours(hours);

            Assert.Equal(day, (string?)(await api.GetAsync(Address))["on"]);
            // What lay ahead is the present then.
            Assert.Equal(certainty, (string?)(await api.GetAsync($"{Address}?on=2026-11-22"))["headline"]!["certainty"]);
        }
    }

    [Fact]
    public async Task At_midnight_UTC_whoever_has_the_answer_of_the_day_before_is_given_the_new_one()
    {
        await database.PublishAsync(Rows("Known at midnight").Rows);
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        await api.WarmAsync(statements);
        using var before = await api.SendAsync(Address);
        (string, string) known = ("If-None-Match", $"W/{before.Headers.ETag}");
        for (var time = 0; time < 3; time++)
        {
            Assert.StartsWith("304", await api.WholeAsync(Address, known), StringComparison.Ordinal);
        }

        api.Clock.Now = TestApi.Now.AddHours(12);

        Assert.StartsWith("200", await api.WholeAsync(Address, known), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_was_asked_before_costs_no_statement_and_neither_does_another_day()
    {
        await database.PublishAsync(Rows("Warm").Rows);
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        await api.WarmAsync(statements);
        for (var year = 1900; year < 2100; year += 10)
        {
            Assert.Equal(0, await api.CostAsync(statements, $"{Address}?on={year}-05-06"));
        }
    }

    [Fact]
    public async Task What_a_key_or_another_time_asks_is_answered_the_long_way()
    {
        await database.PublishAsync(Rows("Keys").Rows);
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        await api.WarmAsync(statements);
        await api.GetAsync(Address);

        using var then = await api.SendAsync(Address, ("Accept-Datetime", "Sat, 21 Nov 2026 11:00:00 GMT"));
        Assert.Equal(HttpStatusCode.Redirect, then.StatusCode);
        using var keyed = await api.SendAsync("/v1/changesets", ("Authorization", "Bearer wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, keyed.StatusCode);
        using var head = await api.SendAsync(HttpMethod.Head, Address);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_the_client_has_already_is_304_and_a_tag_that_is_another_is_not()
    {
        await database.PublishAsync(Rows("Tags").Rows);
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        await api.WarmAsync(statements);
        using var first = await api.SendAsync(Address);
        var tag = first.Headers.ETag!.ToString();

        foreach (var (condition, status) in new[] { (tag, 304), ($"W/{tag}", 304), ($"\"other\", {tag}", 304), ("*", 304), ("\"other\"", 200) })
        {
            using var answer = await api.SendAsync(Address, ("If-None-Match", condition));
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal(tag, answer.Headers.ETag!.ToString());
        }
    }

    // A cache in front, or an app that keeps answers, asks without a tag once and with it ever after; some make the tag a weak one.
    [Theory]
    [InlineData("", null, "")]
    [InlineData("", "br", "W/")]
    [InlineData("?on=1999-05-06", null, "W/")]
    [InlineData("?on=1999-05-06", "gzip", "")]
    [InlineData("?format=text", null, "")]
    public async Task What_is_asked_again_only_by_those_who_have_it_costs_no_statement(string query, string? coding, string weak)
    {
        await database.PublishAsync(Rows($"Kept by those who ask {query}{coding}").Rows);
        using var statements = new Statements();
        // No stacks are kept: nothing but a finished answer costs nothing.
        await using var api = await TestApi.StartAsync(database.Reader, builder => builder.Configuration["Caching:StackMegabytes"] = "0", database.Writer);
        await api.WarmAsync(statements);
        (string, string)[] way = coding is null ? [] : [("Accept-Encoding", coding)];
        var address = Address + query;
        using var first = await api.SendAsync(address, way);
        var tag = $"{weak}{first.Headers.ETag}";

        var made = await api.WholeAsync(address, [.. way, ("If-None-Match", tag)]);
        Assert.StartsWith("304", made, StringComparison.Ordinal);
        Assert.Equal(made, await api.WholeAsync(address, [.. way, ("If-None-Match", tag)]));
        var trace = ActivityTraceId.CreateRandom();
        Assert.Equal(made, await api.WholeAsync(address, [.. way, ("If-None-Match", tag), Statements.HeaderOf(trace)]));
        Assert.Equal(0, statements.Of(trace));

        for (var time = 0; time < 3; time++)
        {
            Assert.StartsWith("200", await api.WholeAsync(address, [.. way, ("If-None-Match", "\"other\"")]), StringComparison.Ordinal);
        }

        // A new revision is another answer.
        await database.PublishAsync(Rows($"Kept no more {query}{coding}").Rows);
        await Cached.UntilAsync(
            async () => (await api.WholeAsync(address, [.. way, ("If-None-Match", tag)])).StartsWith("200", StringComparison.Ordinal), "What was published is not seen.");
    }

    // After a publication all who keep answers ask with a tag that is none any more.
    [Theory]
    [InlineData("", "\"other\"")]
    [InlineData("?on=1998-05-06", "\"other\"")]
    [InlineData("?on=1997-05-06", "\"one\", \"another\"")]
    public async Task What_is_asked_with_the_tag_of_another_answer_is_kept_for_all(string query, string condition)
    {
        await database.PublishAsync(Rows($"Of another {query}").Rows);
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, builder => builder.Configuration["Caching:StackMegabytes"] = "0", database.Writer);
        await api.WarmAsync(statements);
        var address = Address + query;
        for (var time = 0; time < 2; time++)
        {
            Assert.StartsWith("200", await api.WholeAsync(address, ("If-None-Match", condition)), StringComparison.Ordinal);
        }

        Assert.Equal(0, await api.CostAsync(statements, address));
        // Each of them has an old tag of its own.
        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(0, await api.CostAsync(statements, address, ("If-None-Match", $"W/\"{time}\"")));
        }
    }

    [Fact]
    public async Task What_is_long_gives_way_before_what_is_short()
    {
        // Together more than there is room for.
        string[] places = ["AT", "BE", "CH", "CZ", "DK", "ES", "FI", "FR", "GR", "HU", "IE", "IT"];
        var lengthy = string.Concat(Enumerable.Repeat("Much is said of this. ", 9_000));
        await database.PublishAsync(places.Aggregate(Rows("Short"), (given, place) => given.Place(place).Record("lsd-1", place, "lsd", from: "1967-02-25", summary: lengthy)).Rows);
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(
            database.Reader, builder => (builder.Configuration["Caching:StackMegabytes"], builder.Configuration["Caching:AnswerMegabytes"]) = ("0", "2"), database.Writer);
        await api.WarmAsync(statements);
        await UntilKeptAsync(Address);

        foreach (var place in places)
        {
            await UntilKeptAsync($"/v1/status/{place}/lsd");
        }

        await Cached.UntilAsync(async () => await CostOfAllAsync() > 0, "There is room for all.");
        await api.WarmAsync(statements);
        Assert.Equal(0, await api.CostAsync(statements, Address));

        Task UntilKeptAsync(string address) => Cached.UntilAsync(async () => await api.CostAsync(statements, address) == 0, $"{address} is not kept.");

        async Task<int> CostOfAllAsync()
        {
            var cost = 0;
            foreach (var place in places)
            {
                cost += await api.CostAsync(statements, $"/v1/status/{place}/lsd");
            }

            return cost;
        }
    }

    [Fact]
    public async Task A_host_that_is_called_by_another_name_has_pages_of_its_own()
    {
        await database.PublishAsync(Rows("Hosts").Rows);
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        foreach (var host in new[] { "one.example", "two.example", "one.example" })
        {
            using var answer = await api.SendAsync("/places/DE/lsd?on=2024-01-01", ("Host", host));

            Assert.StartsWith($"http://{host}/", (await answer.PageAsync()).TextOf("#permalink"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_written_here_is_read_here_at_once()
    {
        await database.PublishAsync(Rows("Own").Rows);
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        await api.WarmAsync(statements);
        var before = (int)(await api.GetAsync(Address))["revision"]!;
        var ada = new MaintainerClient(api, await database.KeyAsync("Ada", "propose"));
        await database.PublishElsewhereAsync(Rows("Own, again").Rows);

        (await ada.PostAsync("/v1/changesets", new JsonObject { ["title"] = "Any", ["reason"] = "A write." })).Expect(201);

        Assert.Equal(before + 1, (int)(await api.GetAsync(Address))["revision"]!);
    }
}
