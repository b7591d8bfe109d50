using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>
/// Random histories of puts, corrections, closings and withdrawals (fault 21) against a list of facts without any cleverness:
/// each revision a whole copy of what is said, and each day that a period may mean tried one by one.
/// </summary>
[Fault(21)]
public sealed class HistoryModelTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Histories = 10_000;
    private const int ThroughTheDatabase = 24;
    private static readonly IReadOnlyList<DateOnly> Grid = [.. Enumerable.Range(0, 12).Select(month => new DateOnly(2000, 1, 1).AddMonths(month * 5).AddDays(-1))];

    private sealed record Fact(string Key, PartialDate? From, PartialDate? To, string Status);

    /// <summary>One act: put or correct a record, close it at a date, or (both absent) withdraw it.</summary>
    private sealed record Act(int Number, int Kind, PartialDate From, PartialDate? To, string Status);

    private static Gen<PartialDate> Dates { get; } = Gen.Choose(0, 1_500).Zip(Gen.Choose(0, 2), (days, kind) => new DateOnly(2000, 1, 1).AddDays(days) is var day && kind == 0
        ? new PartialDate(day.Year)
        : kind == 1 ? new PartialDate(day.Year, day.Month) : PartialDate.Of(day));

    private static Gen<Act> Acts { get; } =
        from number in Gen.Choose(1, 4)
        from kind in Gen.Choose(0, 5)
        from ends in Dates
        from begins in Dates
        from open in Gen.Choose(0, 2)
        from status in Gen.Elements("prohibited", "medical_only", "uncontrolled")
        select new Act(number, kind, begins, open == 0 ? null : ends, status);

    private static Gen<Act[][]> ManyRevisions { get; } = Gen.Choose(1, 6).SelectMany(count =>
        Gen.ArrayOf(Gen.Choose(1, 3).SelectMany(acts => Gen.ArrayOf(Acts, acts)), count));

    [Fact]
    public void Every_day_of_every_revision_of_a_random_history_says_what_the_list_of_facts_says() =>
        Prop.ForAll(ManyRevisions.ToArbitrary(), acts =>
        {
            var facts = FactsOf(acts);
            var recorded = Record(facts.Select(said => said.Select(RowOf).ToList<Row>()));
            return facts.Select((said, index) => (Said: said, Revision: index + 1)).All(revision =>
            {
                var periods = recorded.Where(row => row.In <= revision.Revision && !(row.Out <= revision.Revision)).Select(row => Read(row.Content)).ToList();
                return Grid.All(day => Model(revision.Said, day) == Say(Picking.Pick(periods, day)));
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories));

    [Fact]
    public async Task So_does_the_service_over_the_database()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        var (asked, answers) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var acts in Gen.Sample(ManyRevisions, ThroughTheDatabase))
        {
            var revisions = new List<(long Number, IReadOnlyList<Fact> Said)>();
            foreach (var said in FactsOf(acts))
            {
                var rows = said.Aggregate(Given.Substances().Place("DE"), (given, fact) => given.Record(fact.Key, "DE", "lsd", fact.Status, from: fact.From?.ToString(), to: fact.To?.ToString()));
                revisions.Add((await database.PublishAsync(rows.Rows), said));
            }

            // Only after the last: what an old revision says must not have moved.
            foreach (var (number, said) in revisions)
            {
                foreach (var day in Grid.Where((_, index) => index % 2 == 0))
                {
                    var answer = await api.GetAsync($"/v1/status/DE/lsd?on={day:yyyy-MM-dd}&revision={number}");
                    var headline = answer["headline"]!;
                    var found = $"{headline["certainty"]} {headline["reason"]} {((string?)headline["certainty"] == "certain" ? headline["status"] : null)}";
                    var expected = Model(said, day);
                    Assert.Equal(expected[..expected.LastIndexOf('|')], found);
                    asked++;
                    answers.Add(found);
                }
            }
        }

        Assert.True(asked > 200 && answers.Count > 3, $"{asked} asked, {string.Join("; ", answers)}");
    }

    // What each revision says, by copying the list and changing it; an act that would contradict the rest is left out.
    private static List<List<Fact>> FactsOf(Act[][] acts)
    {
        var (said, all) = (new List<Fact>(), new List<List<Fact>>());
        foreach (var act in acts.SelectMany(revision => revision.Select((act, index) => (Act: act, IsLast: index == revision.Length - 1))))
        {
            var key = $"lsd-{act.Act.Number}";
            var before = said.Find(fact => fact.Key == key);
            var next = said.Where(fact => fact.Key != key).ToList();
            if (act.Act.Kind is 0 or 1 or 2 or 3)
            {
                next.Add(new Fact(key, act.Act.From, act.Act.To, act.Act.Status));
            }
            else if (act.Act.Kind == 4 && before is not null)
            {
                next.Add(before with { To = act.Act.To });
            }

            said = IsSound(next) ? next : said;
            if (act.IsLast)
            {
                all.Add([.. said]);
            }
        }

        return all;
    }

    private static bool IsSound(List<Fact> said) =>
        said.TrueForAll(fact => fact.To is not { } to || fact.From!.Value.First < to.Last)
        && said.TrueForAll(one => said.TrueForAll(other => one == other
            || ((LastOf(one) <= FirstOf(other) || LastOf(other) <= FirstOf(one) || LastOf(one) <= FirstOf(one) || LastOf(other) <= FirstOf(other)) && one.From != other.From && one.To != other.To
                && one.From!.Value.First != other.From!.Value.First)));

    // The days on which it certainly holds.
    private static DateOnly FirstOf(Fact fact) => fact.From!.Value.Last;

    private static DateOnly LastOf(Fact fact) => fact.To?.First ?? DateOnly.MaxValue;

    // The record clock as a publication keeps it: what differs is closed and added, the rest stays.
    private static List<(string Content, int In, int? Out)> Record(IEnumerable<List<Row>> revisions)
    {
        var recorded = new List<(string Id, string Content, int In, int? Out)>();
        var number = 0;
        foreach (var wanted in revisions)
        {
            number++;
            var current = recorded.Where(row => row.Out is null).Select(row => new Differences.CurrentRow("classification", row.Id, row.Content));
            var differences = Differences.Between(wanted, [.. current], withdrawMissing: true);
            recorded = [.. recorded.Select(row => row.Out is null && differences.Closed.Any(closed => closed.Id == row.Id) ? row with { Out = number } : row)];
            recorded.AddRange(differences.Added.Select(row => (row.Identity, JsonSerializer.Serialize(row, row.GetType(), Row.Json), number, (int?)null)));
        }

        return [.. recorded.Select(row => (row.Content, row.In, row.Out))];
    }

    private static ClassificationRow RowOf(Fact fact) => new(RecordId.OfClassification($"DE/{fact.Key}"), $"DE/{fact.Key}", "DE", "lsd", null, fact.From?.ToString(), fact.To?.ToString(),
        null, fact.Status, null, null, "unknown", null, null, "A summary.", "secondary", null, null, null, null);

    private static Classification Read(string content)
    {
        var row = (ClassificationRow)CurrentText.Parse("classification", content);
        return GivenStack.Classification(row.Key, status: row.Status, from: row.From, to: row.To);
    }

    private static string Say(Finding finding) =>
        $"{finding.Certainty} {finding.Reason} {finding.Record?.Status}|{string.Join(',', finding.Candidates.Select(record => record.Key).Order(StringComparer.Ordinal))}";

    private static string Model(IReadOnlyList<Fact> said, DateOnly day)
    {
        bool MayBegin(Fact fact) => Days(fact.From!.Value).Any(first => first <= day);
        bool MustHaveBegun(Fact fact) => Days(fact.From!.Value).All(first => first <= day);
        bool MayLast(Fact fact) => fact.To is not { } to || Days(to).Any(end => end > day);
        bool MustLast(Fact fact) => fact.To is not { } to || Days(to).All(end => end > day);
        if (said.Count == 0)
        {
            return "unknown not_researched |";
        }

        if (said.FirstOrDefault(fact => MustHaveBegun(fact) && MustLast(fact)) is { } certain)
        {
            return $"certain  {certain.Status}|";
        }

        var candidates = said.Where(fact => MayBegin(fact) && MayLast(fact)).Select(fact => $"DE/{fact.Key}").Order(StringComparer.Ordinal).ToList();
        return candidates.Count > 0 ? $"either boundary_uncertain |{string.Join(',', candidates)}" : "unknown no_record_for_date |";
    }

    private static IEnumerable<DateOnly> Days(PartialDate date) =>
        Enumerable.Range(date.First.DayNumber, date.Last.DayNumber - date.First.DayNumber + 1).Select(DateOnly.FromDayNumber);
}
