using System.Globalization;
using LegalStatusApi.Dataset.Auditing;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Commands;

/// <summary><c>coverage</c>: what the text has on record of the pairs that coverage.yaml lists, and how well it is verified.</summary>
internal static class PrintCoverage
{
    // The targets of the data set, in percent of the listed pairs; a pair without a record counts as not verified.
    private static readonly (string Group, int Primary, int Verified)[] Targets = [("most asked", 50, 85), ("all", 0, 55)];

    public static int Run(string[] args, DirectoryInfo? folder)
    {
        var path = folder?.FullName ?? Session.SettingsOf(args).SeedDirectory;
        var today = TimeProvider.System.Today();
        var (rows, list) = SeedAudit.Of(path, today).Measured(path);
        var count = new CoverageCount(rows, list, today);
        WritePlaces(count, Console.Out);
        Console.WriteLine();
        WriteTotals(count, Console.Out);
        Console.WriteLine();
        WriteTargets(count, Console.Out);
        return 0;
    }

    private static void WritePlaces(CoverageCount count, TextWriter output) =>
        new Table(["place", "name", "asked", .. count.Substances]).Write(output, count.Places.Select(place => new[]
        {
            place.Code, place.Name, count.IsMostAsked(place) ? "most" : "",
        }.Concat(count.Substances.Select(substance => count.Of(place.Code, substance))).ToArray()));

    private static void WriteTotals(CoverageCount count, TextWriter output)
    {
        var ranks = Vocabulary.Verification.Terms.Select(term => term.Value).Append(CoverageCount.Nothing).ToList();
        var groups = count.Substances.Select(substance => (Name: substance, Pairs: count.Pairs.Where(pair => pair.Substance == substance).ToList()))
            .Append((Name: "most asked", Pairs: MostAsked(count)))
            .Append((Name: "all", Pairs: [.. count.Pairs]));
        new Table(["listed pairs", "places", "pairs", .. ranks]).Write(output, groups.Select(group => new[]
        {
            group.Name,
            Number(group.Pairs.Select(pair => pair.Place.Code).Distinct(StringComparer.Ordinal).Count()),
            Number(group.Pairs.Count),
        }.Concat(ranks.Select(rank => Number(group.Pairs.Count(pair => pair.Verification == rank)))).ToArray()));
        var places = count.Places.Count(place => count.Substances.Any(substance => count.Of(place.Code, substance) != CoverageCount.Nothing));
        var pairs = count.Places.Sum(place => count.Substances.Count(substance => count.Of(place.Code, substance) != CoverageCount.Nothing));
        output.WriteLine();
        output.WriteLine($"On record: {count.Places.Count} places, {places} with records of their own in force; {pairs} pairs.");
    }

    private static void WriteTargets(CoverageCount count, TextWriter output) =>
        new Table("target", "wanted", "reached", "met").Write(output, Targets.SelectMany(target =>
        {
            var pairs = target.Group == "all" ? [.. count.Pairs] : MostAsked(count);
            var primary = Share(pairs, VerificationTerm.Primary);
            var verified = primary + Share(pairs, VerificationTerm.Secondary);
            (string Words, int Wanted, double Reached)[] shares = [("primary", target.Primary, primary), ("primary or secondary", target.Verified, verified)];
            return shares
                .Where(each => each.Wanted > 0)
                .Select(each => new[]
                {
                    $"{target.Group}: {each.Words}", $"{each.Wanted} %", each.Reached.ToString("0.0 '%'", CultureInfo.InvariantCulture),
                    each.Reached >= each.Wanted ? "yes" : "no",
                });
        }));

    private static List<ListedPair> MostAsked(CoverageCount count) =>
        [.. count.Pairs.Where(pair => count.IsMostAsked(pair.Place))];

    private static double Share(List<ListedPair> pairs, string verification) =>
        100.0 * pairs.Count(pair => pair.Verification == verification) / Math.Max(1, pairs.Count);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
