using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Thresholds;

public sealed class ThresholdsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static IEnumerable<Row> Rows => Given.Substances().Place("UN").Place("US", "UN", "context").Place("US-OR", "US").Place("US-OR-portland", "US-OR")
        .Place("PT").Place("MX").Place("NL").Place("DE")
        .Record("lsd", "US", "lsd", from: "1971-05-01", schedule: "Schedule I", activities: Activities(("possession", "criminal_offense")))
        .Record("lsd", "US-OR", "lsd", "decriminalized", from: "2021-02-01", to: "2024-09-01", schedule: "Schedule I",
            activities: Activities(("possession", "civil_offense"), ("supply", "criminal_offense")))
        .Record("lsd", "PT", "lsd", "decriminalized", from: "2001", activities: Activities(("possession", "civil_offense")))
        .Record("lsd", "MX", "lsd", from: "2009-08-21", verification: "unverified")
        .Record("mushrooms", "NL", "psilocybin", form: "mushrooms", from: "2008-12-01")
        .Rows
        .Amounts("US-OR/lsd", new ThresholdRow("possession", 40, "{user_unit}", "dose", "lesser_offense_below", "Class E violation", "a crime"))
        .Amounts("PT/lsd", new ThresholdRow(null, 500, "ug", "pure", "supply_presumed_above", null, "courts may convict"),
            new ThresholdRow("supply", 0.5m, "mg", "mixture", "severity_above", null, null))
        .Amounts("MX/lsd", new ThresholdRow("possession", 0.015m, "mg", "mixture", "not_prosecuted_below", null, null))
        .Amounts("NL/mushrooms", new ThresholdRow("possession", 0.5m, "g", "plant", "tolerated_below", "user amount", null));

    [Theory]
    [InlineData("substance=lsd&on=2023-01-01", "PT 500 ug pure on_record,PT 0.5 mg mixture on_record,US-OR 40 {user_unit} dose on_record,MX 0.015 mg mixture lead")]
    [InlineData("substance=lsd&on=2001-06-01", "PT 500 ug pure uncertain,PT 0.5 mg mixture uncertain")]
    [InlineData("substance=lsd&on=2023-01-01&jurisdiction=US-OR-portland", "US-OR 40 {user_unit} dose on_record")]
    [InlineData("substance=lsd&on=2024-08-31&jurisdiction=US-OR", "US-OR 40 {user_unit} dose on_record")]
    [InlineData("substance=lsd&on=2024-09-01&jurisdiction=US-OR", "")]
    [InlineData("substance=psilocybin&form=mushrooms", "NL 0.5 g plant on_record")]
    [InlineData("substance=psilocybin&form=spores", "")]
    public async Task Amounts_are_listed_as_the_law_of_the_day_names_them(string question, string expected)
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync($"/v1/thresholds?{question}");

        Assert.Equal(expected, string.Join(',', Items(answer).Select(item =>
            $"{item["jurisdiction"]!["code"]} {item["amount"]!["quantity"]} {item["amount"]!["unit"]} {item["amount"]!["basis"]} {item["standing"]}")));
    }

    [Fact]
    public async Task Each_amount_says_what_remains_an_offence_below_it_and_what_the_levels_above_say()
    {
        await using var api = await StartAsync();

        var item = Assert.Single(Items(await api.GetAsync("/v1/thresholds?substance=lsd&on=2023-01-01&jurisdiction=US-OR")));

        Assert.Equal(
            "As of 1 January 2023, the law of Place US-OR names an amount: 40 user units of LSD, counted in doses, for possession. Below it: Class E violation. Above it: a crime. "
            + "Below it, the act is a lesser offence, and not lawful. The record as a whole says: decriminalized (Schedule I); possession: civil offense; supply: criminal offense. "
            + "The law of Place US, which applies there too, has no such amount on record: possession: criminal offense (Schedule I).",
            (string?)item["say"]);
        Assert.Equal("US prohibited criminal_offense False",
            $"{item["levelsAbove"]![0]!["level"]} {item["levelsAbove"]![0]!["status"]} {item["levelsAbove"]![0]!["activityStatus"]} {item["levelsAbove"]![0]!["hasAmounts"]!.GetValue<bool>()}");
        Assert.Equal("US", (string?)item["strictest"]!["from"]);
    }

    [Theory]
    [InlineData("NL", "psilocybin", "Below it, the act is tolerated by policy; it remains an offence.")]
    [InlineData("MX", "lsd", "Below it, the act is not prosecuted; it remains an offence.")]
    [InlineData("MX", "lsd", "This is a lead, on which nobody should act.")]
    [InlineData("PT", "lsd", "Above it, intent to supply is presumed; an amount below it is not made lawful by that.")]
    [InlineData("PT", "lsd", "Above it, the offence is graver; an amount below it is not made lawful by that.")]
    public async Task No_amount_is_said_to_be_lawful(string place, string substance, string sentence)
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync($"/v1/thresholds?substance={substance}&jurisdiction={place}&on=2023-01-01");

        Assert.Contains(Items(answer), item => ((string)item["say"]!).Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DE")]
    [InlineData("US")]
    public async Task A_place_without_an_amount_is_told_that_this_makes_none_lawful(string place)
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync($"/v1/thresholds?substance=lsd&jurisdiction={place}&on=2023-01-01");

        Assert.Equal("none_recorded", (string?)answer["recorded"]);
        Assert.Equal($"No amount is recorded in the law on LSD in Place {place} on 1 January 2023. That does not make small amounts lawful.", (string?)answer["say"]);
    }

    [Fact]
    public async Task Only_leads_are_not_on_record()
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync("/v1/thresholds?substance=lsd&jurisdiction=MX&on=2023-01-01");

        Assert.Equal("not_certain", (string?)answer["recorded"]);
    }

    [Fact]
    public async Task Following_next_shows_every_amount_once()
    {
        await using var api = await StartAsync();

        var whole = Items(await api.GetAsync("/v1/thresholds?substance=lsd&on=2023-01-01"));
        var parts = await api.FollowAsync("/v1/thresholds?substance=lsd&on=2023-01-01&limit=1");

        Assert.Equal(4, parts.Count);
        Assert.Equal(whole.Select(item => item.ToJsonString()), parts.Select(item => item.ToJsonString()));
    }

    [Theory]
    [InlineData("", "substance")]
    [InlineData("?substance=L%20S&on=1799-12-31&jurisdiction=1&limit=501&asOf=now", "asOf,jurisdiction,limit,on,substance")]
    [InlineData("?substance=lsd&jurisdiction=XX", "jurisdiction")]
    [InlineData("?substance=lsd&form=tabs", "form")]
    [InlineData("?substance=lsd&indication=pain", "indication")]
    public async Task Every_wrong_parameter_is_named_at_once(string question, string wrong)
    {
        await using var api = await StartAsync();

        var problem = await api.GetAsync($"/v1/thresholds{question}", 400);

        Assert.Equal(wrong, string.Join(',', problem.WrongParameters().Order(StringComparer.Ordinal)));
    }

    private static Dictionary<string, string> Activities(params (string Activity, string Status)[] said) =>
        said.ToDictionary(each => each.Activity, each => each.Status, StringComparer.Ordinal);

    private static List<JsonNode> Items(JsonNode answer) => [.. answer["items"]!.AsArray().Select(item => item!)];

    private async Task<TestApi> StartAsync()
    {
        await database.PublishAsync(Rows);
        return await TestApi.StartAsync(database.Reader);
    }
}
