using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace LegalStatusApi.Dataset;

/// <summary>
/// A row as the view recorded_row shows it: public fields, free texts, the salt of their digests, and what is kept of texts
/// that were redacted (see <see cref="FreeTexts"/>).
/// </summary>
public sealed record RecordedRow(
    string Relation, string Id, long RecordedIn, long? SupersededIn, byte[] Salt, string Fields, string Texts, string? Redacted = null);

/// <summary>What a revision says of itself.</summary>
public sealed record RevisionHead(
    long Number, DateTime RecordedAt, string Author, string? Reviewer, string Reason, byte[] Salt, string Changes, string? Redacted = null);

/// <summary>A revision as it was published: what it says of itself, and its hashes.</summary>
public sealed record PublishedRevision(
    long Number, DateTime RecordedAt, string Author, string? Reviewer, string Reason, byte[] Salt, byte[] ContentHash,
    byte[]? PreviousHash, byte[] Hash, string Changes, string? Redacted = null)
{
    public RevisionHead Head => new(Number, RecordedAt, Author, Reviewer, Reason, Salt, Changes, Redacted);
}

/// <summary>What a revision did to a row, and the hash of that row.</summary>
public sealed record RevisionEntry(string Action, string Relation, string Id, byte[] Hash);

/// <summary>
/// The hash chain over the revisions: SHA-256 over canonical JSON (RFC 8785) of the rows a revision added and closed,
/// sorted by action, relation and id, with the predecessor's hash. Free text enters as a salted digest (<see cref="FreeTexts"/>),
/// so that a text can be redacted and the chain still verifies.
/// </summary>
public static class Chain
{
    public const string Added = "added";
    public const string Closed = "closed";

    /// <summary>How the time of a revision is written, in UTC.</summary>
    public const string Moment = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static IReadOnlyList<RevisionEntry> Entries(IEnumerable<RecordedRow> rows, long revision) =>
        [.. Sorted(rows, revision).Select(entry =>
            new RevisionEntry(entry.Action, entry.Row.Relation, entry.Row.Id, SHA256.HashData(CanonicalJson.Utf8(entry.Content))))];

    public static byte[] ContentHash(IEnumerable<RecordedRow> rows, long revision) =>
        SHA256.HashData(CanonicalJson.Utf8(new JsonArray([.. Sorted(rows, revision).Select(entry => entry.Content)])));

    public static byte[] Hash(RevisionHead revision, byte[] contentHash, byte[]? previousHash)
    {
        var texts = new FreeTexts(revision.Salt, revision.Redacted);
        var head = new JsonObject
        {
            ["number"] = revision.Number,
            ["recordedAt"] = revision.RecordedAt.ToString(Moment, CultureInfo.InvariantCulture),
            ["author"] = revision.Author,
            ["reason"] = texts.Digest("reason", JsonValue.Create(revision.Reason)),
            ["contentHash"] = Convert.ToHexStringLower(contentHash),
        };
        if (revision.Reviewer is not null)
        {
            head["reviewer"] = revision.Reviewer;
        }

        if (JsonNode.Parse(revision.Changes) is JsonArray { Count: > 0 } changes)
        {
            head["changes"] = new JsonArray([.. changes.Select((change, place) => (JsonNode)HashedChange(texts, place, change!.AsObject()))]);
        }

        if (previousHash is not null)
        {
            head["previousHash"] = Convert.ToHexStringLower(previousHash);
        }

        return SHA256.HashData(CanonicalJson.Utf8(head));
    }

    private static IEnumerable<(string Action, RecordedRow Row, JsonObject Content)> Sorted(IEnumerable<RecordedRow> rows, long revision) =>
        rows.Where(row => row.RecordedIn == revision || row.SupersededIn == revision)
            .Select(row => (Action: row.RecordedIn == revision ? Added : Closed, Row: row))
            .OrderBy(entry => entry.Action, StringComparer.Ordinal)
            .ThenBy(entry => entry.Row.Relation, StringComparer.Ordinal)
            .ThenBy(entry => entry.Row.Id, StringComparer.Ordinal)
            .Select(entry => (entry.Action, entry.Row, Content(entry.Action, entry.Row)));

    private static JsonObject Content(string action, RecordedRow row)
    {
        var content = new JsonObject
        {
            ["action"] = action, ["relation"] = row.Relation, ["id"] = row.Id, ["recordedIn"] = row.RecordedIn,
        };
        if (action == Closed)
        {
            return content;
        }

        content["fields"] = JsonNode.Parse(row.Fields);
        content["digests"] = new FreeTexts(row.Salt, row.Redacted).Digests(JsonNode.Parse(row.Texts)!.AsObject());
        return content;
    }

    private static JsonObject HashedChange(FreeTexts texts, int place, JsonObject change)
    {
        var hashed = change.DeepClone().AsObject();
        hashed["reason"] = texts.Digest($"changes/{place}/reason", change["reason"]);
        return hashed;
    }
}
