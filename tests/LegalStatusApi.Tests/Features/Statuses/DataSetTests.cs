using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Statuses;

/// <summary>What the data set itself answers: days on which the law turned, and places whose law is known to be odd.</summary>
public sealed class DataSetTests(FilledDatabase database) : IClassFixture<FilledDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await TestApi.StartAsync(database.Reader);

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Denver_mushrooms_answer_from_Denver_and_show_every_level_above()
    {
        var answer = await _api.GetAsync("/v1/status/US-CO-denver/psilocybin?form=mushrooms&on=2024-01-01");

        Assert.Equal("deprioritized certain US-CO-denver", answer.Headline());
        Assert.Equal(["US-CO-denver", "US-CO", "US", "UN"], answer.Layers());
        Assert.Equal("prohibited US", $"{answer["headline"]!["strictest"]!["status"]} {answer["headline"]!["strictest"]!["from"]}");
        Assert.Equal(["freer_above US-CO", "stricter_above US"], answer["conflicts"]!.AsArray().Select(conflict => $"{conflict!["kind"]} {conflict["level"]}"));
        Assert.All(answer["conflicts"]!.AsArray(), conflict => Assert.Contains("possession", conflict!["activities"]!.AsArray().Select(activity => (string?)activity)));
        Assert.Equal("yes", (string?)answer.Layer("UN")["binding"]);
        Assert.Equal("context", (string?)answer.Layer("UN")["law"]);
        Assert.False(answer["headline"]!["formsDiffer"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Denver_without_a_form_says_that_forms_differ()
    {
        var answer = await _api.GetAsync("/v1/status/US-CO-denver/psilocybin?on=2024-01-01");

        Assert.True(answer["headline"]!["formsDiffer"]!.GetValue<bool>());
        Assert.Contains("mushrooms", answer["headline"]!["differingForms"]!.AsArray().Select(form => (string?)form));
        Assert.Equal("mushrooms deprioritized", $"{answer.Layer("US-CO-denver")["forms"]![0]!["form"]} {answer.Layer("US-CO-denver")["forms"]![0]!["status"]}");
    }

    [Fact]
    public async Task Denver_inherits_the_law_on_LSD_from_Colorado_and_says_so()
    {
        var answer = await _api.GetAsync("/v1/status/US-CO-denver/lsd?on=2024-01-01");

        Assert.Equal("prohibited certain US-CO inherited", answer.Headline());
        Assert.Contains("No law of Denver (Colorado) itself is on record here", answer.Say());
    }

    [Fact]
    public async Task Spores_in_Texas_are_unknown_because_the_form_is_not_recorded()
    {
        var answer = await _api.GetAsync("/v1/status/US-TX/psilocybin?form=spores&on=2024-01-01");

        Assert.Equal("unknown unknown US-TX (form_not_recorded)", answer.Headline());
        Assert.EndsWith("This does not mean that it is lawful.", answer.Say(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GB", "ketamine", "2005-12-31", "prescription_only", null)]
    [InlineData("GB", "ketamine", "2006-01-01", "medical_only", "Class C; Schedule 4 Part I")]
    [InlineData("GB", "ketamine", "2014-06-09", "medical_only", "Class C; Schedule 4 Part I")]
    [InlineData("GB", "ketamine", "2014-06-10", "medical_only", "Class B; Schedule 4 Part I")]
    [InlineData("GB", "ketamine", "2015-11-29", "medical_only", "Class B; Schedule 4 Part I")]
    [InlineData("GB", "ketamine", "2015-11-30", "medical_only", "Class B; Schedule 2")]
    [InlineData("US", "ketamine", "1999-08-11", "prescription_only", null)]
    [InlineData("US", "ketamine", "1999-08-12", "medical_only", "Schedule III")]
    [InlineData("CZ", "psilocybin", "2025-12-31", "decriminalized", null)]
    [InlineData("CZ", "psilocybin", "2026-01-01", "medical_only", null)]
    public async Task The_law_turns_on_the_right_day(string place, string substance, string day, string status, string? schedule)
    {
        var answer = await _api.GetAsync($"/v1/status/{place}/{substance}?on={day}");

        Assert.Equal($"{status} certain {place}", answer.Headline());
        if (schedule is not null || place is "GB" or "US")
        {
            Assert.Equal(schedule, (string?)answer.Layer(place)["schedule"]);
        }
    }

    [Theory]
    [InlineData("mushrooms", "2008-11-30", "uncontrolled")]
    [InlineData("mushrooms", "2008-12-01", "prohibited")]
    [InlineData("truffles", "2021-12-01", "uncontrolled")]
    [InlineData("truffles", "2024-01-01", "uncontrolled")]
    public async Task Dutch_mushrooms_turn_and_truffles_stand_apart(string form, string day, string status) =>
        Assert.Equal($"{status} certain NL", (await _api.GetAsync($"/v1/status/NL/psilocybin?form={form}&on={day}")).Headline());

    [Theory]
    [InlineData("2021-01-31", "criminal_offense")]
    [InlineData("2021-02-01", "civil_offense")]
    [InlineData("2024-08-31", "civil_offense")]
    [InlineData("2024-09-01", "criminal_offense")]
    public async Task Possession_in_Oregon_was_no_crime_for_three_and_a_half_years(string day, string possession)
    {
        foreach (var substance in new[] { "psilocybin", "lsd" })
        {
            var answer = await _api.GetAsync($"/v1/status/US-OR/{substance}?on={day}");

            Assert.Equal(possession, (string?)answer.Layer("US-OR")["activities"]!["possession"]);
        }
    }

    [Theory]
    [InlineData("1965-12-31", "certain")]
    [InlineData("1966-01-01", "either")]
    [InlineData("1966-12-30", "either")]
    [InlineData("1966-12-31", "certain")]
    public async Task A_date_known_only_as_a_year_answers_either_inside_it(string day, string certainty)
    {
        var answer = await _api.GetAsync($"/v1/status/GB/psilocybin?on={day}");

        Assert.Equal(certainty, (string?)answer["headline"]!["certainty"]);
        if (certainty == "either")
        {
            Assert.Equal(["prescription_only", "medical_only"], answer.Layer("GB")["candidates"]!.AsArray().Select(candidate => (string?)candidate!["status"]));
        }
    }

    [Fact]
    public async Task A_country_without_a_record_is_unknown_with_its_reason()
    {
        var answer = await _api.GetAsync("/v1/status/AQ/ketamine?on=2024-01-01");

        Assert.Equal("unknown unknown AQ (not_researched)", answer.Headline());
        Assert.EndsWith("This does not mean that it is lawful.", answer.Say(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_not_covered_is_not_found_and_the_nearest_are_offered()
    {
        var problem = await _api.GetAsync("/v1/status/XX/lsd", 404);

        Assert.Equal("/problems/unknown-jurisdiction", (string?)problem["type"]);
        Assert.Contains("No jurisdiction 'XX'. Did you mean '", (string?)problem["detail"]);
        Assert.All(problem["suggestions"]!.AsArray(), code => Assert.Contains('X', (string)code!));
        Assert.NotEmpty(problem["suggestions"]!.AsArray());
    }

    [Fact]
    public async Task A_misspelt_parameter_is_refused_with_what_was_meant()
    {
        var problem = await _api.GetAsync("/v1/status/DE/lsd?revison=1", 400);

        Assert.Equal(["revision"], [.. problem.WrongParameters().Select(name => name.Replace("revison", "revision", StringComparison.Ordinal))]);
        Assert.Contains("Did you mean 'revision'?", (string?)problem["detail"]);
    }

    [Fact]
    public async Task An_unverified_record_that_is_freer_than_medicines_law_heads_no_answer()
    {
        var records = await database.Reader.ListAsync<string>(
            """
            select jurisdiction || '/' || substance || '?on=' || lower(certain) || coalesce('&form=' || form, '')
            from classification where verification in ('unverified', 'treaty') and not isempty(certain)
              and status in ('deprioritized', 'decriminalized', 'supervised_program', 'uncontrolled', 'legal')
            """);
        Assert.NotEmpty(records);

        foreach (var record in records)
        {
            var answer = await _api.GetAsync($"/v1/status/{record}");

            Assert.Equal("unknown lead_only", $"{answer["headline"]!["status"]} {answer["headline"]!["reason"]}");
            Assert.NotEqual("unknown", (string?)answer["layers"]![0]!["status"]);
        }
    }
}
