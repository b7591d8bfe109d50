using LegalStatusApi.Features.Maintenance.Review;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Review;

/// <summary>What readers report, and what becomes of it.</summary>
public sealed class ReportsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "1971").Rows);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_report_enters_the_queue_without_its_text_which_a_reviewer_reads()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        const string Secret = "My neighbour told me\nso.";
        var id = (string)(await desk.ReportAsync("192.0.2.1", Secret, ""","on":"2020-01-31","form":null""")).Expect(201).Json["id"]!;

        var queue = await desk.SendAsync(HttpMethod.Get, "/v1/review-queue?kind=report&limit=500", null);
        var item = Assert.Single(await desk.QueueAsync("&kind=report"), item => (string?)item["id"] == id);
        Assert.Equal(("DE", "lsd", "wrong_date", "2026-11-21", "open"), ((string?)item["jurisdiction"], (string?)item["substance"],
            (string?)item["reportKind"], (string?)item["since"], (string?)item["state"]));
        Assert.DoesNotContain("neighbour", queue.Text, StringComparison.Ordinal);
        var shown = (await desk.SendAsync(HttpMethod.Get, $"/v1/reports/{id}", await database.KeyAsync("Rea", "review"))).Expect(200);
        Assert.Equal((Secret, "2020-01-31", "private, no-store"),
            ((string?)shown.Json["text"], (string?)shown.Json["on"], string.Join(", ", shown.CacheControl!.Split(", ").Order().Reverse())));
    }

    [Fact]
    public async Task Who_settled_a_report_is_public_and_how_is_for_reviewers_as_it_may_quote_the_reader()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var rea = await database.KeyAsync("Rea", "review");
        var id = (string)(await desk.ReportAsync("192.0.2.8")).Expect(201).Json["id"]!;

        var said = (await desk.PostAsync($"/v1/review-queue/{id}/settle", rea, "{\"how\":\"The reader's aunt is right.\"}")).Expect(200);

        var item = Assert.Single(await desk.QueueAsync("&kind=report&state=settled"), item => (string?)item["id"] == id);
        foreach (var shown in new[] { item, said.Json })
        {
            Assert.Equal(("2026-11-21", "Rea"), ((string?)shown["settledOn"], (string?)shown["settledBy"]));
            Assert.False(shown.ContainsKey("how"));
        }

        var report = (await desk.SendAsync(HttpMethod.Get, $"/v1/reports/{id}", rea)).Expect(200);
        Assert.Equal("The reader's aunt is right.", (string?)report.Json["how"]);
    }

    [Theory]
    [InlineData("50-37-3", "lsd")]
    [InlineData("LSD", "lsd")]
    [InlineData("Acid", "lsd")]
    public async Task A_report_names_its_substance_by_slug_synonym_or_CAS_number(string typed, string slug)
    {
        await using var desk = await ReviewDesk.OpenAsync(database);

        var sent = await desk.PostAsync("/v1/reports", null, "{\"jurisdiction\":\"DE\",\"substance\":\"" + typed + "\",\"kind\":\"other\",\"text\":\"x\"}");

        var id = (string)sent.Expect(201).Json["id"]!;
        Assert.Equal(slug, (string?)Assert.Single(await desk.QueueAsync("&kind=report"), item => (string?)item["id"] == id)["substance"]);
    }

    [Fact]
    public async Task A_substance_that_nobody_could_mean_is_refused_unread()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var json = "{\"jurisdiction\":\"DE\",\"substance\":\"" + new string('x', 101) + "\",\"kind\":\"other\",\"text\":\"x\"}";
        Assert.Contains("at most 100 characters", (string)(await desk.PostAsync("/v1/reports", null, json)).Expect(422).Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_to_a_report_is_kept_by_nobody_and_names_the_item_alone()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);

        var sent = (await desk.ReportAsync("192.0.2.5")).Expect(201);

        Assert.Equal(["no-store", "private"], sent.CacheControl!.Split(", ").Order());
        Assert.Equal(["id"], sent.Json.Select(member => member.Key));
    }

    [Fact]
    public async Task What_a_reader_wrote_stands_nowhere_but_in_the_report()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var rea = await database.KeyAsync("Rea", "review");
        const string Text = "Only my aunt Eulalia knows.";
        var id = (string)(await desk.ReportAsync("192.0.2.6", Text)).Expect(201).Json["id"]!;
        (await desk.SendAsync(HttpMethod.Get, $"/v1/reports/{id}", rea)).Expect(200);
        (await desk.PostAsync($"/v1/review-queue/{id}/claim", rea)).Expect(200);
        (await desk.PostAsync($"/v1/review-queue/{id}/settle", rea, """{"how":"So it is."}""")).Expect(200);

        var holding = new List<string>();
        foreach (var table in await database.Owner.ListAsync<string>("select tablename from pg_tables where schemaname = 'public'"))
        {
            if (await database.Owner.AskAsync<bool>($"select exists (select from {table} as held where held::text like '%Eulalia%')"))
            {
                holding.Add(table);
            }
        }

        Assert.Equal(["report"], holding);
        await EraseReports.EraseAsync(database.Writer, DateOnly.FromDateTime(TestApi.Now.UtcDateTime).AddDays(90), TestContext.Current.CancellationToken);
        Assert.Equal(0, await database.Owner.AskAsync<int>("select count(*) from report as held where held::text like '%Eulalia%'"));
    }

    [Fact]
    public async Task Only_the_scope_review_reads_a_report_and_only_one_that_there_is()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var id = (string)(await desk.ReportAsync("192.0.2.2")).Expect(201).Json["id"]!;
        (await desk.SendAsync(HttpMethod.Get, $"/v1/reports/{id}", null)).Expect(401);
        (await desk.SendAsync(HttpMethod.Get, $"/v1/reports/{id}", await database.KeyAsync("Pat", "propose", "publish", "admin"))).Expect(403);
        (await desk.SendAsync(HttpMethod.Get, "/v1/reports/itm_aaaaaaaaaaaaaaaa", await database.KeyAsync("Rea", "review"))).Expect(404);
        Assert.Equal("42501", (await database.Reader.RefusalAsync("select text from report")).SqlState);
    }

    [Fact]
    [Privacy("A report keeps what it is about, its kind, the day and your text, and nothing of who sent it.")]
    public async Task The_database_keeps_the_day_and_nothing_of_the_client_or_the_hour()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        (await desk.ReportAsync("198.51.100.77")).Expect(201);

        var columns = await database.Owner.ListAsync<string>(
            "select column_name || ' ' || data_type from information_schema.columns where table_name = 'report' order by 1");
        Assert.Equal(["asked_on date", "form text", "id text", "jurisdiction text", "kind text", "reported_on date", "substance text", "text text"], columns);
        Assert.Equal(0, await database.Owner.AskAsync<int>("select count(*) from audit where subject like 'POST /v1/reports%' or after::text like '%198.51%'"));
    }

    [Fact]
    [Privacy("Its text is erased 90 days after the report was settled.")]
    public async Task A_report_is_settled_for_good_and_its_text_erased_after_90_days()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var rea = await database.KeyAsync("Rea", "review");
        var id = (string)(await desk.ReportAsync("192.0.2.3")).Expect(201).Json["id"]!;
        var open = (string)(await desk.ReportAsync("192.0.2.3")).Expect(201).Json["id"]!;
        (await desk.PostAsync($"/v1/review-queue/{id}/settle", rea, """{"how":"The reader is right; corrected."}""")).Expect(200);
        var settled = DateOnly.FromDateTime(TestApi.Now.UtcDateTime);

        await EraseReports.EraseAsync(database.Writer, settled.AddDays(89), TestContext.Current.CancellationToken);
        Assert.NotNull(await TextAsync(id));
        await EraseReports.EraseAsync(database.Writer, settled.AddDays(90), TestContext.Current.CancellationToken);
        Assert.Null(await TextAsync(id));
        Assert.NotNull(await TextAsync(open));
        Assert.Equal(0, await EraseReports.EraseAsync(database.Writer, settled.AddDays(400), TestContext.Current.CancellationToken));

        desk.Api.Clock.Now = TestApi.Now.AddDays(400);
        Assert.DoesNotContain(await desk.QueueAsync("&kind=report"), item => (string?)item["id"] == id);
        var shown = (await desk.SendAsync(HttpMethod.Get, $"/v1/reports/{id}", rea)).Expect(200).Json;
        Assert.Equal((null, "Rea"), ((string?)shown["text"], (string?)shown["settledBy"]));
    }

    [Theory]
    [InlineData("""{"jurisdiction":"DE","substance":"lsd","kind":"other","text":"a\u0000b"}""", 422, "text:")]
    [InlineData("""{"jurisdiction":"DE","substance":"lsd","kind":"other","text":"\u001b[2J"}""", 422, "text:")]
    [InlineData("""{"jurisdiction":"DE","substance":"lsd","kind":"other","text":"\ud800"}""", 422, "text:")]
    [InlineData("""{"jurisdiction":"DE","substance":"lsd","kind":"other","text":"a\u202eb"}""", 422, "text:")]
    [InlineData("""{"jurisdiction":"\udc00","substance":"lsd","kind":"other","text":"x"}""", 422, "jurisdiction:")]
    [InlineData("""{"jurisdiction":"DE","substance":"lsd","kind":"other","text":"  "}""", 422, "text:")]
    [InlineData("""{"jurisdiction":"DE","substance":"lsd","kind":"other","text":7}""", 422, "text:")]
    [InlineData("""{"jurisdiction":"DF","substance":"lsd","kind":"other","text":"x"}""", 422, "Did you mean 'DE'?")]
    [InlineData("""{"jurisdiction":"DE","substance":"\udc00","kind":"other","text":"x"}""", 422, "substance:")]
    [InlineData("""{"jurisdiction":"DE","substance":"lsdd","kind":"other","text":"x"}""", 422, "Did you mean 'lsd'?")]
    [InlineData("""{"jurisdiction":"DE","substance":"psilocybin","form":"spore","kind":"other","text":"x"}""", 422, "Did you mean 'spores'?")]
    [InlineData("""{"jurisdiction":"?","substance":"lsd","kind":"wrong","text":"x","on":"2020"}""", 422, "jurisdiction: '?' cannot be")]
    [InlineData("""{"jurisdiction":"DE","substance":"lsd","kind":"other","text":"x","name":"Me"}""", 422, "unknown members")]
    [InlineData("""{"text":""", 400, "not JSON")]
    [InlineData("[]", 400, "JSON object")]
    public async Task A_report_that_cannot_be_is_refused(string json, int status, string detail)
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        Assert.Contains(detail, (string)(await desk.PostAsync("/v1/reports", null, json)).Expect(status).Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_has_up_to_2000_characters_and_every_mistake_is_named_at_once()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        (await desk.ReportAsync("192.0.2.4", new string('ß', 2000))).Expect(201);
        // A character is a character, however many bytes or halves it has.
        (await desk.ReportAsync("192.0.2.4", string.Concat(Enumerable.Repeat("😀", 2000)))).Expect(201);
        (await desk.ReportAsync("192.0.2.4", string.Concat(Enumerable.Repeat("😀", 2001)))).Expect(422);
        (await desk.ReportAsync("192.0.2.4", new string('ß', 2001))).Expect(422);
        (await desk.ReportAsync("192.0.2.4", new string('ß', 40_000))).Expect(413);
        var mistakes = (await desk.PostAsync("/v1/reports", null, "{}")).Expect(422).Json["errors"]!.AsArray();
        Assert.Equal(["jurisdiction", "kind", "substance", "text"], mistakes.Select(mistake => (string)mistake!["parameter"]!).Order(StringComparer.Ordinal));
        (await desk.PostAsync("/v1/reports?on=2020-01-01", null, "{}")).Expect(400);
        (await desk.PostAsync("/v1/reports", null)).Expect(415);
    }

    private Task<string?> TextAsync(string id) => database.Owner.AskAsync<string>("select text from report where id = @id", new { id });
}
