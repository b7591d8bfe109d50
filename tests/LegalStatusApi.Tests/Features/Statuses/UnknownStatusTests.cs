using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Statuses;

/// <summary>The kinds of no, and days not known, as a client sees them.</summary>
[Fault(21)]
public sealed class UnknownStatusTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        await database.PublishAsync(Given.Substances()
            .Place("UN").Place("DE", "UN", "context").Place("AT").Place("FR").Place("IT").Place("CH").Place("ES").Place("PT").Place("PT-11", "PT")
            .Record("lsd-1", "UN", "lsd", from: "1976-08-16")
            .Record("lsd-1", "DE", "lsd", attestedFrom: "1990-01-01")
            .Record("lsd-1", "AT", "lsd", from: "1970-01-01", to: "1980-01-01").Record("lsd-2", "AT", "lsd", "uncontrolled", from: "1990", to: "2000-01-01")
            .Lead("lsd-lead-1", "FR", "lsd")
            .Record("lsd-1", "IT", "lsd", "decriminalized", from: "1990-06-26", verification: "unverified")
            .Record("lsd-1", "CH", "lsd", "prescription_only", from: "1950-01-01", to: "1968-03").Record("lsd-2", "CH", "lsd", from: "1968-03")
            .Record("lsd-1", "ES", "lsd", from: "1971").Pending("lsd-pending-1", "ES", "lsd", "2026-06")
            .Record("psilocybin-1", "PT", "psilocybin", "decriminalized", from: "2001-07-01", activities: new Dictionary<string, string> { ["possession"] = "civil_offense" })
            .Record("psilocybin-mushrooms-1", "PT-11", "psilocybin", "deprioritized", "mushrooms", from: "2024-01-01", activities: new Dictionary<string, string> { ["possession"] = "low_priority" })
            .Rows);
        _api = await TestApi.StartAsync(database.Reader);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Before_its_attestation_a_record_is_a_candidate_and_the_start_is_unknown()
    {
        var answer = await _api.GetAsync("/v1/status/DE/lsd?on=1989-12-31");

        Assert.Equal("unknown unknown DE (start_unknown)", answer.Headline());
        Assert.Equal("prohibited", (string?)answer.Layer("DE")["candidates"]![0]!["status"]);
        Assert.Null(answer.Layer("DE")["citations"]);
        Assert.Equal("prohibited certain DE", (await _api.GetAsync("/v1/status/DE/lsd?on=1990-01-01")).Headline());
    }

    [Fact]
    public async Task A_gap_names_the_nearest_periods_and_neither_of_their_statuses()
    {
        var answer = await _api.GetAsync("/v1/status/AT/lsd?on=1985-01-01");

        Assert.Equal("unknown unknown AT (no_record_for_date)", answer.Headline());
        Assert.Equal("1980-01-01", (string?)answer.Layer("AT")["nearestBefore"]!["effectiveTo"]);
        var after = answer.Layer("AT")["nearestAfter"]!;
        Assert.Equal("1990 year 1990-01-01 1990-12-31", $"{after["effectiveFrom"]} {after["effectiveFromPrecision"]} {after["effectiveFromEarliest"]} {after["effectiveFromLatest"]}");
        Assert.Equal("unknown", (string?)answer.Layer("AT")["status"]);
    }

    [Theory]
    [InlineData("1979-12-31", "prohibited certain AT")]
    [InlineData("1980-01-01", "unknown unknown AT (no_record_for_date)")]
    [InlineData("1989-12-31", "unknown unknown AT (no_record_for_date)")]
    [InlineData("1990-01-01", "unknown either AT (boundary_uncertain)")]
    [InlineData("1990-12-31", "uncontrolled certain AT")]
    [InlineData("1999-12-31", "uncontrolled certain AT")]
    [InlineData("2000-01-01", "unknown unknown AT (no_record_for_date)")]
    public async Task Every_boundary_turns_on_its_day(string day, string headline) =>
        Assert.Equal(headline, (await _api.GetAsync($"/v1/status/AT/lsd?on={day}")).Headline());

    [Fact]
    public async Task An_open_question_is_a_lead_and_no_answer()
    {
        var answer = await _api.GetAsync("/v1/status/FR/lsd?on=2020-01-01");

        Assert.Equal("unknown unknown FR (lead_only)", answer.Headline());
        Assert.Equal("Read the list.", (string?)answer.Layer("FR")["leads"]![0]!["toCheck"]);
    }

    [Fact]
    public async Task An_unverified_record_freer_than_medicines_law_is_shown_and_heads_nothing()
    {
        var answer = await _api.GetAsync("/v1/status/IT/lsd?on=2020-01-01");

        Assert.Equal("unknown unknown IT (lead_only)", answer.Headline());
        Assert.Equal("decriminalized unverified", $"{answer.Layer("IT")["status"]} {answer.Layer("IT")["verification"]}");
        Assert.Null(answer["headline"]!["verification"]);
        Assert.Null(answer["headline"]!["strictest"]);
    }

    [Fact]
    public async Task Inside_an_uncertain_month_both_candidates_are_named()
    {
        var answer = await _api.GetAsync("/v1/status/CH/lsd?on=1968-03-15");

        Assert.Equal("unknown either CH (boundary_uncertain)", answer.Headline());
        Assert.Equal(["prescription_only", "prohibited"], answer.Layer("CH")["candidates"]!.AsArray().Select(candidate => (string?)candidate!["status"]));
        Assert.Contains("(either prescription only or prohibited)", answer.Say());
    }

    [Fact]
    public async Task After_a_change_was_due_the_answer_is_unsettled_and_names_it()
    {
        var due = await _api.GetAsync("/v1/status/ES/lsd?on=2026-06-30");
        var after = await _api.GetAsync("/v1/status/ES/lsd?on=2026-07-01");

        Assert.Equal("prohibited certain ES", due.Headline());
        Assert.Equal("prohibited unsettled ES", after.Headline());
        Assert.Equal("A bill 2026-06", $"{after["pending"]![0]!["title"]} {after["pending"]![0]!["expectedOn"]}");
        Assert.Equal("law", (string?)after["pending"]![0]!["citations"]![0]!["source"]);
    }

    [Fact]
    public async Task A_day_that_lies_ahead_is_projected_on_every_level()
    {
        var answer = await _api.GetAsync("/v1/status/DE/lsd?on=2030-01-01");

        Assert.Equal("prohibited projected DE", answer.Headline());
        Assert.All(answer["layers"]!.AsArray(), layer => Assert.Equal("projected", (string?)layer!["certainty"]));
    }

    [Fact]
    public async Task A_city_that_is_stricter_or_freer_than_the_law_above_it_says_in_what()
    {
        var answer = await _api.GetAsync("/v1/status/PT-11/psilocybin?form=mushrooms&on=2025-01-01");

        Assert.Equal("deprioritized certain PT-11", answer.Headline());
        Assert.True(answer.Layer("PT")["fromSubstance"]!.GetValue<bool>());
        var conflict = Assert.Single(answer["conflicts"]!.AsArray())!;
        Assert.Equal("freer_above PT possession", $"{conflict["kind"]} {conflict["level"]} {conflict["activities"]![0]}");
        Assert.Contains("possession: civil offense against low priority", (string?)conflict["why"]);
    }

    [Fact]
    public async Task A_form_that_the_place_does_not_speak_of_is_no_answer_about_the_form() =>
        Assert.Equal("unknown unknown PT (form_not_recorded)", (await _api.GetAsync("/v1/status/PT/psilocybin?form=spores&on=2025-01-01")).Headline());
}
