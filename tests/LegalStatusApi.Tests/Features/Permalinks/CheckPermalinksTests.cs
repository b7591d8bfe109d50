using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Permalinks;

/// <summary>What became of answers that somebody printed, over three revisions. Today is 2026-11-21.</summary>
public sealed class CheckPermalinksTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Owner.AskAsync<long?>("select max(number) from revision") is null)
        {
            var first = Given.Substances().Place("DE").Place("GB").Place("PT").Place("FR")
                .Record("lsd-1", "DE", "lsd", from: "1967-01-01", schedule: "Anlage I")
                .Record("ketamine-1", "GB", "ketamine", "medical_only", from: "2006-01-01", to: "2014-06-10", schedule: "Class C")
                .Record("ketamine-2", "GB", "ketamine", "medical_only", from: "2014-06-10", schedule: "Class B")
                .Record("lsd-1", "PT", "lsd", from: "1993-01-01", to: "2001").Record("lsd-2", "PT", "lsd", "decriminalized", from: "2001")
                .Record("lsd-1", "FR", "lsd", from: "1966-01-01");
            // The law of Portugal was changed by another instrument than made it.
            var changed = RecordId.OfClassification("PT/lsd-2");
            List<Row> reform =
            [
                new SourceRow("reform", null, "statute", "A reform", null),
                new SourceVersionRow("reform", 1, "https://law.example/2", null, "en", null, null, "2026-11-01", null, true),
                new CitationRow(RecordId.OfCitation(changed, "reform", 1, "amends", null), changed, 2, "reform", 1, "amends", null, null, null),
            ];
            await database.PublishAsync([.. first.Rows, .. reform]);
            var second = first.With("GB/ketamine-1", row => row with { Schedule = "Class C; Schedule 4" }).Concat(reform).ToList();
            await database.PublishAsync(second, "The schedule was missing.");
            var third = second.Select(row => row is ClassificationRow { Key: "DE/lsd-1" } record ? record with { Verification = "primary" } : row)
                .Where(row => row is not ClassificationRow { Key: "FR/lsd-1" } && !(row is CitationRow citation && citation.Record == first.Rows.OfType<ClassificationRow>().Single(each => each.Key == "FR/lsd-1").Id));
            await database.PublishAsync(third, "Read again.");
        }

        _api = await TestApi.StartAsync(database.Reader);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task What_says_the_same_and_is_the_law_still_is_unchanged_whatever_host_it_names()
    {
        var answer = await OneAsync("https://mirror.example:8443/v1/status/PT/lsd?on=2010-01-01&revision=1#top");

        Assert.Equal("unchanged", Verdicts(answer));
        Assert.Empty(answer["differences"]!.AsArray());
        Assert.Equal("/v1/status/PT/lsd?on=2010-01-01&revision=3", (string?)answer["present"]);
        Assert.Equal(("decriminalized", "/v1/status/PT/lsd?on=2026-11-21&revision=3"), ((string?)answer["today"]!["status"], (string?)answer["today"]!["permalink"]));
    }

    [Fact]
    public async Task A_law_that_changed_since_the_printed_day_is_told_with_the_day_and_the_record()
    {
        var answer = await OneAsync("/v1/status/PT/lsd?on=2000-01-01&revision=1");

        Assert.Equal("law_changed", Verdicts(answer));
        Assert.Empty(answer["differences"]!.AsArray());
        Assert.Equal("2001", (string?)answer["law"]!["since"]);
        Assert.Equal("status prohibited decriminalized", Difference(answer["law"]!["differences"]!.AsArray(), "status"));
        Assert.Contains("A reform", answer["law"]!["instruments"]!.AsArray().Select(each => (string?)each!["title"]));
    }

    [Fact]
    public async Task A_correction_is_told_with_the_revision_and_the_reason_and_is_graver_than_a_change_of_law()
    {
        var answer = await OneAsync("/v1/status/GB/ketamine?on=2010-01-01&revision=1");

        Assert.Equal("corrected law_changed", Verdicts(answer));
        Assert.Equal("corrected", (string?)answer["verdict"]);
        Assert.Equal("schedule Class C Class C; Schedule 4", Difference(answer["differences"]!.AsArray(), "schedule"));
        var change = Assert.Single(answer["changes"]!.AsArray())!;
        Assert.Equal(("GB/ketamine-1", 2, "The schedule was missing."), ((string?)change["record"], (long)change["revision"]!, (string?)change["reason"]));
        Assert.Equal("law_changed", Verdicts(await OneAsync("/v1/status/GB/ketamine?on=2010-01-01&revision=2")));
    }

    [Fact]
    public async Task That_a_record_was_checked_again_is_no_correction()
    {
        var answer = await OneAsync("/v1/status/DE/lsd?on=2024-01-01&revision=2");

        Assert.Equal("annotated", Verdicts(answer));
        Assert.Equal("verification secondary primary", Difference(answer["differences"]!.AsArray(), "verification"));
    }

    [Fact]
    public async Task What_was_withdrawn_is_corrected_and_today_is_unknown_not_changed_law()
    {
        var answer = await OneAsync("/v1/status/FR/lsd?on=2000-01-01&revision=1");

        Assert.Equal("corrected", (string?)answer["verdict"]);
        Assert.Null(answer["law"]);
        Assert.Equal("unknown", (string?)answer["today"]!["status"]);
        Assert.Contains("withdrawn", answer["changes"]!.AsArray().Select(change => (string?)change!["kind"]));
    }

    [Theory]
    [InlineData("/v1/status/DE/lsd?on=2024-01-01", "revision")]
    [InlineData("/v1/status/DE/lsd?revision=1", "on")]
    [InlineData("/v1/status/DE/lsd?on=2024-01-01&revision=1&asOf=2026-01-01T00:00:00Z", "asOf")]
    [InlineData("/v1/status/DE/lsd?on=2024-01-01&on=2024-01-02&revision=1", "on")]
    [InlineData("/v1/status/DE/lsd?on=2027-01-01&revision=1", "on")]
    [InlineData("/v1/status/DE/lsd?on=2024-01-01&revision=9", "revision")]
    [InlineData("/v1/status/XX/lsd?on=2024-01-01&revision=1", "jurisdiction")]
    [InlineData("/v1/status/DE/beer?on=2024-01-01&revision=1", "substance")]
    [InlineData("/v1/status/DE/psilocybin?form=tea&on=2024-01-01&revision=1", "form")]
    [InlineData("/v1/history/DE/lsd?revision=1", "permalink")]
    [InlineData("ftp://x/v1/status/DE/lsd?on=2024-01-01&revision=1", "permalink")]
    [InlineData("//x/v1/status/DE/lsd?on=2024-01-01&revision=1", "permalink")]
    [InlineData("", "permalink")]
    public async Task What_is_no_permalink_is_a_problem_in_its_place(string permalink, string wrong)
    {
        var answer = await AskAsync("/v1/status/DE/lsd?on=2024-01-01&revision=3", permalink);

        var items = answer["items"]!.AsArray();
        Assert.Equal("unchanged", (string?)items[0]!["answer"]!["verdict"]);
        Assert.Contains(wrong, items[1]!["problem"]!.WrongParameters());
    }

    [Fact]
    public async Task Two_hundred_are_taken_of_at_most_twenty_revisions()
    {
        var many = Enumerable.Repeat("/v1/status/DE/lsd?on=2024-01-01&revision=3", 200).ToArray();
        Assert.Equal(200, (await AskAsync(many))["items"]!.AsArray().Count);
        await _api.PostAsync("/v1/permalinks/check", Body([.. many, many[0]]), 422);

        var revisions = Enumerable.Range(1, 21).Select(number => $"/v1/status/DE/lsd?on=2024-01-01&revision={number}").ToArray();
        Assert.Equal(20, (await AskAsync(revisions[..20]))["items"]!.AsArray().Count);
        var problem = await _api.PostAsync("/v1/permalinks/check", Body(revisions), 422);
        Assert.Contains("21 revisions; at most 20", (string?)problem["detail"]);
    }

    [Theory]
    [InlineData("{}", 422)]
    [InlineData("{\"permalinks\":[]}", 422)]
    [InlineData("{\"permalinks\":[\"/\"],\"on\":\"2024-01-01\"}", 422)]
    [InlineData("{\"permalinks\":", 400)]
    [InlineData("{\"permalinks\":[7]}", 200)]
    public async Task A_body_is_checked(string body, int status) => await _api.PostAsync("/v1/permalinks/check", body, status);

    [Fact]
    public async Task Another_kind_of_body_and_one_too_large_are_refused()
    {
        await _api.PostAsync("/v1/permalinks/check", "{\"permalinks\":[\"/\"]}", 415, "text/plain");
        await _api.PostAsync("/v1/permalinks/check", Body(new string('a', 65_536)), 413);
        await _api.PostAsync("/v1/permalinks/check?revision=1", "{\"permalinks\":[\"/\"]}", 400);
    }

    private Task<JsonObject> AskAsync(params string[] permalinks) => _api.PostAsync("/v1/permalinks/check", Body(permalinks));

    private static string Body(params string[] permalinks) =>
        new JsonObject { ["permalinks"] = new JsonArray([.. permalinks.Select(each => (JsonNode)each)]) }.ToJsonString();

    private async Task<JsonNode> OneAsync(string permalink)
    {
        var item = Assert.Single((await AskAsync(permalink))["items"]!.AsArray())!;
        Assert.True(item["answer"] is not null, item.ToJsonString());
        return item["answer"]!;
    }

    private static string Verdicts(JsonNode answer) => string.Join(' ', answer["verdicts"]!.AsArray().Select(verdict => (string?)verdict));

    private static string Difference(JsonArray differences, string field)
    {
        var found = differences.Single(difference => (string?)difference!["field"] == field)!;
        return $"{field} {found["before"]} {found["after"]}";
    }
}
