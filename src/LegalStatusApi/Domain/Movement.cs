using System.Globalization;

namespace LegalStatusApi.Domain;

/// <summary>What became of an answer between two law dates of one revision, and which instruments moved it.</summary>
/// <param name="Earlier">The answer on the earlier date.</param>
/// <param name="Later">The answer to the same question on the later one.</param>
/// <param name="Verdict">A term of <see cref="MovementTerm"/>.</param>
/// <param name="Steps">Each period that began after the earlier date and up to the later, of every level whose law applies.</param>
public sealed record Movement(StatusAnswer Earlier, StatusAnswer Later, string Verdict, IReadOnlyList<Step> Steps)
{
    public static Movement Between(StatusAnswer earlier, StatusAnswer later) =>
        new(earlier, later, VerdictOf(earlier.Headline, later.Headline), [.. StepsBetween(earlier, later)]);

    /// <summary>The same as sentences, by template.</summary>
    public string Say
    {
        get
        {
            var subject = Wording.SubjectOf(Later);
            var place = Wording.InSentence(Later.Place.Name);
            var days = $"Between {DayOf(Earlier)} and {DayOf(Later)}";
            var (before, after) = (Wording.Plain(Earlier.Headline.Status), Wording.Plain(Later.Headline.Status));
            var first = Verdict switch
            {
                MovementTerm.CannotSay => $"{days}, what became of {subject} in {place} cannot be said: on one of the dates no certain answer is on record.",
                MovementTerm.Same => $"{days}, the answer for {subject} in {place} stayed the same: {after}{Within(Later)}.",
                _ when before == after => $"{days}, {subject} in {place} stayed {after}, but what else the answer says changed.",
                _ => $"{days}, {subject} in {place} moved from {before} to {after}.",
            };
            return string.Join(' ', Steps.Select(SentenceOf).Prepend(first).Append(Wording.Above(Later)).Where(part => part.Length > 0));
        }
    }

    private static string VerdictOf(Headline earlier, Headline later) =>
        earlier.Status == StatusTerm.Unknown || later.Status == StatusTerm.Unknown ? MovementTerm.CannotSay
        : Says(earlier) == Says(later) ? MovementTerm.Same
        : MovementTerm.Moved;

    // Another record of the same words, or an amended instrument that leaves the answer as it was, moves nothing.
    private static string Says(Headline headline) => string.Join('\n',
        headline.Status, headline.Said?.Schedule, headline.Said?.MedicalAccess, headline.Strictest?.Said?.Status,
        string.Join(',', (headline.Said?.Activities ?? new Dictionary<string, string>()).OrderBy(each => each.Key, StringComparer.Ordinal)));

    private static IEnumerable<Step> StepsBetween(StatusAnswer earlier, StatusAnswer later)
    {
        var form = later.Form;
        foreach (var layer in later.Layers.Where(layer => layer.Applies))
        {
            var steps = History.StepsOf(later.Stack, layer.Place.Code, form);
            if (form is not null && steps.Count == 0 && form.FallsBack)
            {
                steps = History.StepsOf(later.Stack, layer.Place.Code, null);
            }

            foreach (var step in steps.Where(step => step.Record.From is { } from && from.Last > earlier.On && from.Last <= later.On))
            {
                yield return step;
            }
        }
    }

    private string SentenceOf(Step step)
    {
        var place = Later.Stack.Places.First(place => place.Code == step.Record.Jurisdiction).Name;
        var from = step.Change is { } change && change.Earlier.Status != step.Record.Status
            ? $"{Wording.Plain(change.Earlier.Status)}{(change.Earlier.IsLead ? " (not checked in the law itself)" : "")} to "
            : "";
        return $"{(step.Record.IsLead ? Wording.NotChecked : "")}{place}, from {step.Record.From}: {from}{Wording.Plain(step.Record.Status)} ({By(step)}).";
    }

    // A law that is only named is known to have made the change, but nobody read it: that is said, rather than nothing.
    private static string By(Step step)
    {
        var instruments = step.Change?.Instruments ?? Change.InstrumentsOf(step.Record);
        var named = step.Record.Citations.Where(citation => citation.Role == "named"
            && step.Change?.Earlier.Citations.Any(before => before.Source == citation.Source) != true);
        return instruments.Count > 0 ? Titles(instruments)
            : named.Any() ? $"named, but not read: {Titles(named)}"
            : "the instrument is not on record";
    }

    private static string Titles(IEnumerable<Citation> citations) =>
        string.Join("; ", citations.Select(citation => citation.Title).Distinct(StringComparer.Ordinal));

    private static string Within(StatusAnswer answer) => answer.Headline.Record?.Schedule is { } schedule ? $" ({schedule})" : "";

    private static string DayOf(StatusAnswer answer) => answer.On.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
