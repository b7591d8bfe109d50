using System.Globalization;
using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.BoundaryCases;

/// <summary>Every change of law of the data set, on the days around it: what the service answers, and what the text says.</summary>
public sealed class WholeDataSetTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private const int AtOnce = 8;

    private sealed record Case(string Place, string Substance, string? Form, JsonNode Said)
    {
        public string On => (string)Said["on"]!;
    }

    [Fact]
    public async Task Every_case_is_what_the_status_answers()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        var cases = await CasesAsync(api);
        // One question for all places that are asked of the same substance and form on the same day.
        var questions = cases.GroupBy(each => (each.Substance, each.Form, each.On)).ToList();
        Assert.True(cases.Count > 1_000, $"{cases.Count} cases");

        var wrong = new List<string>();
        foreach (var some in questions.Chunk(AtOnce))
        {
            wrong.AddRange((await Task.WhenAll(some.Select(question => DifferencesAsync(api, question.Key, [.. question])))).SelectMany(each => each));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // The rule, stated anew over the text of the data set: a day belongs to the period that holds from it on, and not to the one
    // that ends on it; where the first day is known to a month or a year only, it is certain from the last day of that window.
    [Fact]
    public async Task Every_case_follows_the_text_by_the_rule_of_half_open_days()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        var periods = SeedReader.Read(Checkout.Seed).Rows.OfType<ClassificationRow>()
            .ToLookup(row => (row.Jurisdiction, row.Substance, row.Form));

        var (held, open) = (0, 0);
        foreach (var each in await CasesAsync(api))
        {
            var own = periods[(each.Place, each.Substance, each.Form)].ToList();
            var said = (string?)each.Said["classification"];
            var certain = own.Where(row => HoldsCertainly(row, each.On)).ToList();
            if (certain is [var one])
            {
                held++;
                var mayBeRelied = one.Verification is "primary" or "secondary" || one.Status is "prohibited" or "medical_only" or "prescription_only" or "unclear";
                Assert.True(mayBeRelied ? said == one.Id && (string?)each.Said["status"] == one.Status : said is null, $"{each} should be {one.Key}");
                continue;
            }

            open++;
            Assert.Empty(certain);
            Assert.DoesNotContain(own, row => row.Id == said);
        }

        Assert.True(held > 700 && open > 300, $"{held} held, {open} open");
    }

    private static bool HoldsCertainly(ClassificationRow row, string day) =>
        (row.From is null ? row.AttestedFrom : LastDayOf(row.From)) is { } from
        && string.CompareOrdinal(from, day) <= 0
        && (row.To is null || string.CompareOrdinal(day, FirstDayOf(row.To)) < 0);

    private static string FirstDayOf(string date) => date.Length switch { 4 => $"{date}-01-01", 7 => $"{date}-01", _ => date };

    private static string LastDayOf(string date) => date.Length switch
    {
        4 => $"{date}-12-31",
        7 => $"{date}-{DateTime.DaysInMonth(int.Parse(date[..4], CultureInfo.InvariantCulture), int.Parse(date[5..], CultureInfo.InvariantCulture))}",
        _ => date,
    };

    private static async Task<List<Case>> CasesAsync(TestApi api) =>
        [.. (await api.FollowAsync("/v1/boundary-cases?limit=200")).SelectMany(item => item["cases"]!.AsArray().Select(each =>
            new Case((string)item["jurisdiction"]!, (string)item["substance"]!, (string?)item["form"], each!)))];

    private static async Task<IEnumerable<string>> DifferencesAsync(
        TestApi api, (string Substance, string? Form, string On) question, List<Case> cases)
    {
        var address = $"/v1/status?jurisdiction={string.Join(',', cases.Select(each => each.Place))}&substance={question.Substance}&on={question.On}&revision=1"
            + (question.Form is null ? "" : $"&form={question.Form}");
        var answers = (await api.GetAsync(address))["items"]!.AsArray();
        return cases.Zip(answers, (each, answer) => (Expected: Expected(each.Said, question.On), Actual: Actual(answer!["answer"]!), each.Place))
            .Where(pair => pair.Expected != pair.Actual)
            .Select(pair => $"{pair.Place} {question}: {pair.Expected}, but {pair.Actual}");
    }

    private static string Expected(JsonNode said, string on)
    {
        // Asked before the day itself has come.
        var certainty = string.CompareOrdinal(on, TestApi.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) > 0
            && (string?)said["certainty"] is "certain" or "unsettled" ? "projected" : (string?)said["certainty"];
        return $"{said["status"]} {certainty} {said["from"]} {said["reason"]} {said["schedule"]} {said["classification"]}";
    }

    private static string Actual(JsonNode answer)
    {
        var headline = answer["headline"]!;
        var layer = answer.Layer((string)headline["from"]!);
        // Of a lead that heads nothing, the level shows what the headline does not.
        var isHeaded = (string?)headline["status"] != "unknown";
        return $"{headline["status"]} {headline["certainty"]} {headline["from"]} {headline["reason"]} "
            + $"{(isHeaded ? layer["schedule"] : null)} {(isHeaded ? layer["classification"] : null)}";
    }
}
