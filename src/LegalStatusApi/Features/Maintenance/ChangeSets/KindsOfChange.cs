using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>
/// Of which of the four kinds the change of each record is: the law changed, we corrected the record, we checked it again, or we
/// withdrew it. What can be seen from the change itself is not asked; what cannot be, its author must say before a review.
/// </summary>
public static class KindsOfChange
{
    private const string Added = "added";
    private const string Reverified = "reverified";
    private const string Withdrawn = "withdrawn";

    // What says nothing of the law: how well a record is checked, when, and which version of a source was read.
    private static readonly HashSet<string> Checking = new(StringComparer.Ordinal) { "id", "verification", "verifiedOn", "reviewDue", "toCheck", "version", "pinpoint" };

    /// <summary>A record that a set changes.</summary>
    /// <param name="Record">Key of the record.</param>
    /// <param name="Kind">added, law_changed, corrected, reverified or withdrawn; absent where its author has not said it yet.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Change(string Record, string? Kind, string Reason);

    /// <summary>A record with what of it differs.</summary>
    /// <param name="Key">Its key.</param>
    /// <param name="WasThere">In the revision that the set changes.</param>
    /// <param name="IsThere">In the set.</param>
    /// <param name="OnlyChecked">Nothing differs but what says how it was checked.</param>
    /// <param name="OnlyMore">Nothing that was there differs: a source has one more version.</param>
    public sealed record Touched(string Key, bool WasThere, bool IsThere, bool OnlyChecked, bool OnlyMore);

    /// <summary>What a set changes of the current revision, record by record, in the order of their keys.</summary>
    public static IReadOnlyList<Touched> TouchedBy(Differences differences, IEnumerable<Differences.CurrentRow> current)
    {
        var keys = RecordKeys.Of(differences.Added, current);
        var rows = differences.Closed.Select(closed => (IsAfter: false, Row: CurrentText.Parse(closed.Relation, closed.Content)))
            .Concat(differences.Added.Select(row => (IsAfter: true, Row: row)));
        return [.. rows.GroupBy(each => keys.RecordOf(each.Row), StringComparer.Ordinal)
            .Select(record => Touch(record.Key, [.. record]))
            .OrderBy(record => record.Key, StringComparer.Ordinal)];
    }

    /// <summary>The kind of each change; what no note says and the change does not show is absent.</summary>
    public static IReadOnlyList<Change> Of(IEnumerable<Touched> touched, IEnumerable<ProposedNote> notes, string reason)
    {
        var said = notes.ToDictionary(note => note.Record, StringComparer.Ordinal);
        return [.. touched.Select(record =>
            said.TryGetValue(record.Key, out var note)
                ? new Change(record.Key, note.Kind, note.Reason)
                : new Change(record.Key, !record.WasThere || record.OnlyMore ? Added : !record.IsThere ? Withdrawn : null, reason))];
    }

    /// <summary>422 where a kind is not said, or is said of a change that is of another.</summary>
    public static void Require(IEnumerable<Touched> touched, IEnumerable<Change> changes)
    {
        var records = touched.ToDictionary(record => record.Key, StringComparer.Ordinal);
        var errors = changes.Select(change => (change.Record, Mistake: MistakeOf(records[change.Record], change.Kind)))
            .Where(each => each.Mistake is not null).Select(each => new ParameterError(each.Record, each.Mistake!)).ToList();
        if (errors.Count > 0)
        {
            throw new RefusedException(Problems.Impossible.With("Of some records it is not said which kind of change theirs is, or another than it is.", errors));
        }
    }

    private static string? MistakeOf(Touched record, string? kind) => (record.WasThere, record.IsThere, kind) switch
    {
        (true, true, null) => "Put it again with `change`: did the law change (law_changed), was the record wrong (corrected), or was it only checked again (reverified)?",
        (true, true, Added) when !record.OnlyMore => "The record is there already: say law_changed, corrected or reverified.",
        (true, true, Withdrawn) => "The record is not taken out: say law_changed, corrected or reverified.",
        (true, true, Reverified) when !record.OnlyChecked => "More of it differs than how it was checked: say law_changed or corrected.",
        (false, _, Reverified or Withdrawn) => "The record was not there: say added, law_changed or corrected.",
        (true, false, not Withdrawn) => "The record is taken out: say withdrawn.",
        _ => null,
    };

    private static Touched Touch(string key, IReadOnlyList<(bool IsAfter, Row Row)> rows)
    {
        var itself = rows.Where(each => each.Row is ClassificationRow or LeadRow or PendingLawRow or SourceRow or JurisdictionRow or SubstanceRow).ToList();
        // Where only its parts differ (citations, versions, links, forms), the record itself is there before and after.
        var (wasThere, isThere) = (itself.Count == 0 || itself.Exists(each => !each.IsAfter), itself.Count == 0 || itself.Exists(each => each.IsAfter));
        var isBoth = wasThere && isThere;
        return new Touched(key, wasThere, isThere, isBoth && OnlyChecked(rows), isBoth && rows.All(each => each is { IsAfter: true, Row: SourceVersionRow }));
    }

    private static bool OnlyChecked(IReadOnlyList<(bool IsAfter, Row Row)> rows) => rows.GroupBy(each => (each.Row.Relation, Place(each.Row))).All(pair =>
        pair.Count() == 2 && DiffChangeSet.Fields(Json(pair.First().Row), Json(pair.Last().Row)).TrueForAll(field => Checking.Contains(field.Field)));

    // A citation of another version of the same source has another id, and says the same of the law.
    private static string Place(Row row) => row is CitationRow citation ? $"{citation.Source} {citation.Role} {citation.Ordinal}" : row.Identity;

    private static JsonObject Json(Row row) => System.Text.Json.JsonSerializer.SerializeToNode(row, row.GetType(), Row.Json)!.AsObject();
}
