using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Access;

public sealed class AccessTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static IEnumerable<Row> Rows => Given.Substances().Place("UN").Place("EU", "UN", "context").Place("US", "UN", "context")
        .Place("US-OR", "US").Place("US-OR-portland", "US-OR").Place("US-TX", "US")
        .Place("DE", "UN", "context").Place("DE", "EU", "context").Place("FR").Place("AU").Place("CH").Place("JP")
        .Record("ketamine", "US", "ketamine", "medical_only", from: "1999-08-12", schedule: "Schedule III")
        .Record("psilocybin", "US", "psilocybin", from: "1971-05-01", schedule: "Schedule I", activities: Possession("criminal_offense"))
        .Record("psilocybin", "US-OR", "psilocybin", "supervised_program", from: "2023-01-02", activities: Possession("permitted"))
        .Record("psilocybin", "US-TX", "psilocybin", from: "1990-01-01")
        .Record("ketamine", "DE", "ketamine", "prescription_only", from: "1980-01-01")
        .Record("esketamine", "DE", "ketamine", "prescription_only", "esketamine", from: "2019-12-18")
        .Record("esketamine", "EU", "ketamine", "prescription_only", "esketamine", from: "2019-12-18")
        .Record("ketamine", "FR", "ketamine", "medical_only", from: "2000-01-01")
        .Record("ketamine", "AU", "ketamine", "medical_only", from: "2000-01-01", verification: "unverified")
        .Record("ketamine", "CH", "ketamine", "prescription_only", from: "2014")
        .Rows.Append(new FormRow("ketamine", "esketamine", 1, "Esketamine", null, true, null))
        .Route("US/ketamine", "approved_medicine", "anaesthesia").Route("US/psilocybin", "none")
        .Route("US-OR/psilocybin", "supervised_program").Route("US-TX/psilocybin", "none")
        .With("US-OR/psilocybin", record => record with
        {
            Conditions = new ConditionsRow(21, "licensed service center", null, "licensed facilitator", null, ["any"]),
        })
        .Route("DE/ketamine", "approved_medicine").Route("DE/esketamine", "approved_medicine", "treatment_resistant_depression")
        .Route("EU/esketamine", "approved_medicine", "treatment_resistant_depression")
        .Route("FR/ketamine", "off_label", "anaesthesia").Route("AU/ketamine", "approved_medicine", "depression")
        .Route("CH/ketamine", "approved_medicine", "depression");

    [Theory]
    [InlineData("substance=ketamine&on=2020-01-01",
        "CH/ketamine on_record,DE/esketamine on_record,DE/ketamine on_record,FR/ketamine on_record,US/ketamine on_record,EU/esketamine context,AU/ketamine lead")]
    [InlineData("substance=ketamine&on=2014-06-01",
        "DE/ketamine on_record,FR/ketamine on_record,US/ketamine on_record,CH/ketamine uncertain,AU/ketamine lead")]
    [InlineData("substance=ketamine&on=2014-12-31&jurisdiction=ch", "CH/ketamine on_record")]
    [InlineData("substance=ketamine&on=1985-01-01", "DE/ketamine on_record")]
    [InlineData("substance=ketamine&on=2020-01-01&kind=off_label", "FR/ketamine on_record")]
    [InlineData("substance=ketamine&on=2020-01-01&jurisdiction=US-TX", "US/ketamine on_record")]
    [InlineData("substance=ketamine&on=2020-01-01&jurisdiction=DE", "DE/esketamine on_record,DE/ketamine on_record,EU/esketamine context")]
    [InlineData("substance=psilocybin&on=2024-01-01", "US-OR/psilocybin on_record")]
    [InlineData("substance=psilocybin&on=2024-01-01&jurisdiction=US-OR-portland", "US-OR/psilocybin on_record")]
    [InlineData("substance=psilocybin&on=2023-01-01", "")]
    public async Task Routes_are_listed_at_the_level_that_says_so_and_what_is_less_comes_after(string question, string expected)
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync($"/v1/access?{question}");

        Assert.Equal(expected, string.Join(',', Items(answer).Select(item => $"{item["key"]} {item["standing"]}")));
    }

    [Theory]
    [InlineData("depression", "CH/ketamine named,DE/esketamine narrower treatment_resistant_depression,FR/ketamine off_label,DE/ketamine not_recorded,EU/esketamine narrower treatment_resistant_depression,AU/ketamine named")]
    [InlineData("treatment_resistant_depression", "CH/ketamine broader depression,DE/esketamine named,FR/ketamine off_label,DE/ketamine not_recorded,EU/esketamine named,AU/ketamine broader depression")]
    [InlineData("anaesthesia", "FR/ketamine named,US/ketamine named,DE/ketamine not_recorded")]
    [InlineData("pain", "FR/ketamine off_label,DE/ketamine not_recorded")]
    public async Task An_indication_is_matched_and_the_answer_says_how(string indication, string expected)
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync($"/v1/access?substance=ketamine&on=2020-01-01&indication={indication}");

        Assert.Equal(expected, string.Join(',', Items(answer).Select(item => $"{item["key"]} {item["indicationMatch"]} {item["matchedBy"]}".Trim())));
    }

    [Fact]
    public async Task Any_purpose_is_for_every_indication()
    {
        await using var api = await StartAsync();

        var item = Assert.Single(Items(await api.GetAsync("/v1/access?substance=psilocybin&indication=ptsd&on=2024-01-01")));

        Assert.Equal("any", (string?)item["indicationMatch"]);
    }

    [Fact]
    public async Task A_state_program_under_a_stricter_federal_law_shows_the_strictest_level_and_the_conflict()
    {
        await using var api = await StartAsync();

        var item = Assert.Single(Items(await api.GetAsync("/v1/access?substance=psilocybin&on=2024-01-01")));

        Assert.Equal("prohibited US", $"{item["strictest"]!["status"]} {item["strictest"]!["from"]}");
        Assert.Equal("stricter_above US", $"{item["conflicts"]![0]!["kind"]} {item["conflicts"]![0]!["level"]}");
        Assert.Equal(
            "As of 1 January 2024, the law of Place US-OR provides a route for psilocybin: a licensed, supervised program; for any purpose; from the age of 21; "
            + "setting: licensed service center; supervision: licensed facilitator. The law of this level applies in the places below it too, whose own law may be stricter. "
            + "The law of Place US, which also applies, is the strictest: prohibited (Schedule I).",
            (string?)item["say"]);
        Assert.True(item["appliesBelow"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_lead_is_never_called_a_route()
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync("/v1/access?substance=ketamine&on=2020-01-01&jurisdiction=AU");

        Assert.Equal("not_certain", (string?)answer["recorded"]);
        Assert.StartsWith("Not checked in the law itself: ", (string)Items(answer).Single()["say"]!, StringComparison.Ordinal);
        Assert.EndsWith("This is a lead, not a route.", (string)Items(answer).Single()["say"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("substance=ketamine&jurisdiction=JP", "none_recorded", "No route is recorded for ketamine in Place JP on 1 January 2020. That is not the same as none existing.")]
    [InlineData("substance=psilocybin&jurisdiction=US-TX", "none", "The law on record for Place US-TX on 1 January 2020 says that there is no medical route for psilocybin.")]
    [InlineData("substance=lsd&kind=off_label", "none_recorded", "No route that fits the question is recorded for LSD in any place on 1 January 2020. That is not the same as none existing.")]
    public async Task A_place_without_a_route_is_answered_and_not_as_if_there_were_none(string question, string recorded, string say)
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync($"/v1/access?{question}&on=2020-01-01");

        Assert.Empty(Items(answer));
        Assert.Equal((recorded, say), ((string?)answer["recorded"], (string?)answer["say"]));
        Assert.Equal("Information, not legal or medical advice; law on 2020-01-01.", (string?)answer["notice"]);
    }

    [Fact]
    public async Task What_only_context_says_is_not_on_record_for_the_place()
    {
        await using var api = await StartAsync();
        await database.PublishAsync(Rows.Where(row => row is not ClassificationRow { Jurisdiction: "DE" } && row is not CitationRow)
            .Concat(Rows.OfType<CitationRow>().Where(citation => Rows.OfType<ClassificationRow>().Any(record => record.Id == citation.Record && record.Jurisdiction != "DE"))));

        var answer = await api.GetAsync("/v1/access?substance=ketamine&on=2020-01-01&jurisdiction=DE");

        Assert.Equal("none_recorded", (string?)answer["recorded"]);
        Assert.Equal("context", (string?)Items(answer).Single()["standing"]);
    }

    [Fact]
    public async Task With_a_form_the_substance_counts_only_where_the_form_is_not_recorded_and_says_that_it_may_not_cover_it()
    {
        await using var api = await StartAsync();

        var items = Items(await api.GetAsync("/v1/access?substance=ketamine&form=esketamine&on=2020-01-01"));

        Assert.DoesNotContain(items, item => (string?)item["key"] == "DE/ketamine");
        var own = items.Single(item => (string?)item["key"] == "DE/esketamine");
        var shared = items.Single(item => (string?)item["key"] == "US/ketamine");
        Assert.Null(own["fromSubstance"]);
        Assert.True(shared["fromSubstance"]!.GetValue<bool>());
        Assert.Contains("This is recorded of ketamine in general; whether it covers esketamine is not on record.", (string?)shared["say"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_ahead_is_projected_and_has_no_permalink()
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync("/v1/access?substance=psilocybin&on=2100-01-01");

        Assert.Equal("projected", (string?)Items(answer).Single()["certainty"]);
        Assert.StartsWith("Unless the law changes before 1 January 2100, ", (string?)Items(answer).Single()["say"], StringComparison.Ordinal);
        Assert.Null(answer["permalink"]);
    }

    [Fact]
    public async Task Parts_are_of_one_day_even_after_midnight()
    {
        await using var api = await StartAsync();
        var whole = Items(await api.GetAsync("/v1/access?substance=ketamine"));
        var first = await api.GetAsync("/v1/access?substance=ketamine&limit=1");
        api.Clock.Now = TestApi.Now.AddYears(1);

        var rest = await api.FollowAsync((string)first["next"]!);

        Assert.Equal("2026-11-21", (string?)(await api.GetAsync((string)first["next"]!))["on"]);
        Assert.Equal(whole.Skip(1).Select(item => item.ToJsonString()), rest.Select(item => item.ToJsonString()));
    }

    [Fact]
    public async Task Only_an_answer_whose_day_and_revision_are_named_is_kept_for_ever()
    {
        await using var api = await StartAsync();
        var permalink = (string)(await api.GetAsync("/v1/access?substance=ketamine&limit=2"))["permalink"]!;

        Assert.Contains("&limit=2&on=2026-11-21&revision=", permalink, StringComparison.Ordinal);
        Assert.Contains("immutable", (await api.SendAsync(permalink)).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var undated = permalink.Replace("&on=2026-11-21", "", StringComparison.Ordinal);
        Assert.DoesNotContain("immutable", (await api.SendAsync(undated)).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "substance")]
    [InlineData("?substance=lsd&indication=sad&kind=none&on=2020-02-30&jurisdiction=1&limit=0&revision=x", "indication,jurisdiction,kind,limit,on,revision")]
    [InlineData("?substance=lsdd&jurisdiction=XX", "jurisdiction,substance")]
    [InlineData("?substance=ketamine&form=nasal", "form")]
    [InlineData("?substance=ketamine&revision=999", "revision")]
    [InlineData("?substance=ketamine&cursor=x", "cursor")]
    [InlineData("?substance=ketamine&clinic=x", "clinic")]
    public async Task Every_wrong_parameter_is_named_at_once(string question, string wrong)
    {
        await using var api = await StartAsync();

        var problem = await api.GetAsync($"/v1/access{question}", 400);

        Assert.Equal(wrong, string.Join(',', problem.WrongParameters().Order(StringComparer.Ordinal)));
    }

    private static Dictionary<string, string> Possession(string status) => new(StringComparer.Ordinal) { ["possession"] = status };

    private static List<JsonNode> Items(JsonNode answer) => [.. answer["items"]!.AsArray().Select(item => item!)];

    private async Task<TestApi> StartAsync()
    {
        await database.PublishAsync(Rows);
        return await TestApi.StartAsync(database.Reader);
    }
}
