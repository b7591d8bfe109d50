using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Maintenance.ChangeSets;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Desk.Editing;

/// <summary>What a set would have a place say, and what may be cited there.</summary>
/// <param name="Set">The set.</param>
/// <param name="Place">Code of the place, or <c>general</c>.</param>
/// <param name="Records">Of the place: its classifications, leads and pending law by the names of their lists, and itself as the one of <c>jurisdictions</c>.</param>
/// <param name="Own">The sources of the place.</param>
/// <param name="Substances">Every substance with its forms.</param>
/// <param name="Sources">Every source that a record of the place is likely to cite.</param>
/// <param name="Public">Ids of the rows of the revision that the set is based on.</param>
public sealed record DraftText(
    ShowChangeSet.Response Set, string Place, IReadOnlyDictionary<string, IReadOnlyList<JsonObject>> Records, IReadOnlyList<JsonObject> Own, IReadOnlyList<JsonObject> Substances,
    IReadOnlyList<JsonObject> Sources, IReadOnlySet<string> Public)
{
    public const string Classifications = "classifications";
    public const string Leads = "leads";
    public const string Pending = "pending";

    /// <summary>The shelf of places themselves, on which each stands by its code.</summary>
    public const string Places = "jurisdictions";

    public string Address => $"{DeskEndpoints.Home}/changesets/{Set.Id}";

    /// <summary>One look, which holds nothing: what the set is and holds comes by one statement, and a revision never changes.</summary>
    /// <param name="mayBeNew">The place need not be there yet.</param>
    public static async Task<(DraftText? Text, Problem? Problem)> ReadAsync(
        HttpContext http, NpgsqlDataSource writer, string id, string place, bool mayBeNew = false)
    {
        var cancellation = http.RequestAborted;
        await using var connection = await writer.OpenConnectionAsync(cancellation);
        if (await ShowChangeSet.FindAsync(connection, id, cancellation) is not { } set)
        {
            return (null, Problems.UnknownRecord.With($"There is no change set '{Check.Shown(id)}'."));
        }

        var current = await KnownRevisions.RowsAsync(connection, set.BaseRevision, cancellation);
        var text = EditDraft.TextOf(current, [.. set.Rows.Select(row => new ProposedRow(row.Relation, row.Id, row.Content?.ToJsonString(), ""))]);
        return mayBeNew || place == ShowPlaceRecords.General || text.Files.ContainsKey(PlaceFile(place))
            ? (new DraftText(
                set, place, RecordsOf(text, place), text.Items(SourcesFile(place), "sources"), text.Items("substances.yaml", "substances"), SourcesFor(text, place),
                current.Select(row => row.Id).ToHashSet(StringComparer.Ordinal)), null)
            : (null, Problems.UnknownJurisdiction.With($"No jurisdiction '{Check.Shown(place)}' is in the set or in the revision that it is based on."));
    }

    /// <summary>A record as the set has it; null where it has none of this key.</summary>
    public JsonObject? Record(string shelf, string key) => Records[shelf].FirstOrDefault(record => record[PutRecord.Shelves[shelf].KeyName]?.ToString() == key);

    public JsonObject? Source(string key) => Own.FirstOrDefault(source => source["key"]?.ToString() == key);

    /// <summary>A record is in the revision that the set is based on.</summary>
    public bool IsPublic(string shelf, string key) => Public.Contains(shelf switch
    {
        Classifications => RecordId.OfClassification($"{Place}/{key}"),
        Leads => RecordId.OfLead($"{Place}/{key}"),
        Pending => RecordId.OfPendingLaw($"{Place}/{key}"),
        _ => key,
    });

    /// <summary>Puts what the set says of a change into the record, as its form has it.</summary>
    public void PutNote(JsonObject record, string key)
    {
        if (Set.Changes.FirstOrDefault(note => note.Record == key) is { } said)
        {
            record["change"] = new JsonObject { ["kind"] = said.Kind, ["reason"] = said.Reason };
        }
    }

    private static Dictionary<string, IReadOnlyList<JsonObject>> RecordsOf(SeedEdit text, string place) => new(StringComparer.Ordinal)
    {
        [Classifications] = text.Items(PlaceFile(place), Classifications),
        [Leads] = text.Items(PlaceFile(place), Leads),
        [Pending] = text.Items(PlaceFile(place), Pending),
        [Places] = text.Find(PlaceFile(place), null, "code", place) is { } itself ? [itself] : [],
    };

    // The place's own, those of the places above it, and the general ones.
    private static List<JsonObject> SourcesFor(SeedEdit text, string place)
    {
        var parents = text.Items(PlaceFile(place), "parents").Select(parent => parent["code"]?.ToString());
        var prefixes = place.Select((letter, index) => letter == '-' ? place[..index] : null);
        return [.. new[] { place }.Concat(prefixes).Concat(parents).Append(ShowPlaceRecords.General).OfType<string>().Distinct(StringComparer.Ordinal)
            .SelectMany(stem => text.Items(SourcesFile(stem), "sources"))];
    }

    private static string PlaceFile(string place) => $"jurisdictions/{place}.yaml";

    private static string SourcesFile(string place) => $"sources/{place}.yaml";
}
