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
/// <param name="Classifications">Of the place.</param>
/// <param name="Own">The sources of the place.</param>
/// <param name="Substances">Every substance with its forms.</param>
/// <param name="Sources">Every source that a record of the place is likely to cite.</param>
/// <param name="Notes">Of which kind the changes are, as far as it is said.</param>
/// <param name="IsThere">A record of this key is in the current revision.</param>
public sealed record DraftText(
    ChangeSet Set, string Place, IReadOnlyList<JsonObject> Classifications, IReadOnlyList<JsonObject> Own, IReadOnlyList<JsonObject> Substances,
    IReadOnlyList<JsonObject> Sources, IReadOnlyList<ProposedNote> Notes, bool IsThere)
{
    public string Address => $"{DeskEndpoints.Home}/changesets/{Set.Id}";

    /// <param name="key">Of the record that is edited; null where none is.</param>
    public static async Task<(DraftText? Text, Problem? Problem)> ReadAsync(
        HttpContext http, NpgsqlDataSource writer, string id, string place, string? key)
    {
        DraftText? read = null;
        var (_, problem) = await Writes.RunAsync(SentWrite.OfForm(http, null, null, ""), Maintainer.Of(http.User), writer, async write =>
        {
            var set = await ChangeSet.HoldAsync(write, id);
            var text = await EditDraft.TextAsync(write, set);
            if (place != ShowPlaceRecords.General && !text.Files.ContainsKey(PlaceFile(place)))
            {
                throw new RefusedException(Problems.UnknownJurisdiction.With($"No jurisdiction '{Check.Shown(place)}' is in the set or in the revision that it is based on."));
            }

            read = new DraftText(set, place, text.Items(PlaceFile(place), "classifications"), text.Items(SourcesFile(place), "sources"),
                text.Items("substances.yaml", "substances"), SourcesFor(text, place),
                await write.QueryAsync<ProposedNote>(typeof(ChangeSet), "FindProposedNotes", new { set.Id }),
                key is not null && await PutVerification.KeyOfAsync(write, RecordId.OfClassification($"{place}/{key}")) is not null);
            return new Written(StatusCodes.Status200OK);
        });
        return (read, problem);
    }

    public JsonObject? Classification(string key) => Classifications.FirstOrDefault(record => record["key"]?.ToString() == key);

    public JsonObject? Source(string key) => Own.FirstOrDefault(source => source["key"]?.ToString() == key);

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
