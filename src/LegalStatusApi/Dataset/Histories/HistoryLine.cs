using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LegalStatusApi.Dataset.Histories;

/// <summary>One line of a history as it is written, and what it stands for.</summary>
internal static class HistoryLine
{
    public const string Revision = "revision";

    // A member that this version does not know may change what a line means, so it is refused and not passed over.
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static HistoryHeader Header(string text, long line)
    {
        // Another format or version is named as such, whatever else it has.
        var head = Parse<JsonElement>(text, line);
        var format = head.ValueKind == JsonValueKind.Object && head.TryGetProperty("format", out var name) ? name.ToString() : null;
        var version = format is not null && head.TryGetProperty("version", out var number) ? number.ToString() : null;
        return format == HistoryHeader.FormatName && version == HistoryHeader.FormatVersion.ToString(CultureInfo.InvariantCulture)
            ? Parse<HistoryHeader>(text, line)
            : throw new HistoryException(line, $"This is no {HistoryHeader.FormatName} of version {HistoryHeader.FormatVersion}.");
    }

    /// <summary>What kind of line it is: revision, added or closed.</summary>
    public static string TypeOf(string text, long line)
    {
        var element = Parse<JsonElement>(text, line);
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var type)
            && type.ValueKind == JsonValueKind.String && type.GetString() is Revision or Chain.Added or Chain.Closed
            ? type.GetString()!
            : throw new HistoryException(line, "Its type is none of revision, added and closed.");
    }

    public static PublishedRevision ReadRevision(string text, long line)
    {
        var said = Parse<RevisionLine>(text, line);
        if (!DateTime.TryParseExact(said.RecordedAt, Chain.Moment, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var recordedAt))
        {
            throw new HistoryException(line, "recordedAt is no time such as 2026-11-21T12:00:00.000000Z.");
        }

        return new PublishedRevision(said.Number, recordedAt, said.Author, said.Reviewer, said.Reason, Salt(said.Salt, said.Redacted, line),
            Bytes(said.ContentHash, line), said.PreviousHash is null ? null : Bytes(said.PreviousHash, line), Bytes(said.Hash, line),
            said.Changes.ValueKind == JsonValueKind.Array && said.Changes.EnumerateArray().All(change => change.ValueKind == JsonValueKind.Object)
                ? said.Changes.GetRawText()
                : throw new HistoryException(line, "changes is no list of changes."),
            said.Redacted?.GetRawText());
    }

    /// <param name="openedIn">For a row that is closed: which revision had added it.</param>
    public static HistoryRow ReadRow(string text, long line, long revision, Func<string, string, long> openedIn)
    {
        var said = Parse<RowLine>(text, line);
        var entry = new RevisionEntry(said.Type, said.Relation, said.Id, Bytes(said.Hash, line));
        if (said.Type == Chain.Closed)
        {
            return said is { Salt: null, Redacted: null, Fields: null, Texts: null }
                ? new HistoryRow(line, entry, new RecordedRow(said.Relation, said.Id, openedIn(said.Relation, said.Id), revision, [], "{}", "{}"))
                : throw new HistoryException(line, "A closed row has relation, id and hash alone.");
        }

        return said is { Fields.ValueKind: JsonValueKind.Object, Texts.ValueKind: JsonValueKind.Object }
            ? new HistoryRow(line, entry, new RecordedRow(
                said.Relation, said.Id, revision, null, Salt(said.Salt, said.Redacted, line), said.Fields.Value.GetRawText(),
                said.Texts.Value.GetRawText(), said.Redacted?.GetRawText()))
            : throw new HistoryException(line, "An added row has salt, fields and texts.");
    }

    // What is redacted has no salt, but what is kept in its place.
    private static byte[] Salt(string? salt, JsonElement? redacted, long line)
    {
        if (salt is null == redacted is null)
        {
            throw new HistoryException(line, "It has either a salt or, where a text is redacted, what is kept in its place.");
        }

        if (redacted is { } kept)
        {
            _ = Parse<Redacted>(kept.GetRawText(), line);
        }

        return salt is null ? [] : Bytes(salt, line);
    }

    private static T Parse<T>(string text, long line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Strict)!;
        }
        catch (JsonException mistake)
        {
            throw new HistoryException(line, $"It cannot be read: {mistake.Message.Split('\n')[0]}");
        }
    }

    private static byte[] Bytes(string hexadecimal, long line)
    {
        try
        {
            return Convert.FromHexString(hexadecimal);
        }
        catch (FormatException)
        {
            throw new HistoryException(line, "A hash or salt is not hexadecimal.");
        }
    }

    private sealed record RevisionLine(
        string Type, long Number, string RecordedAt, string Author, string Reason, JsonElement Changes, string ContentHash,
        string Hash, string? Salt = null, JsonElement? Redacted = null, string? Reviewer = null, string? PreviousHash = null);

    private sealed record RowLine(
        string Type, string Relation, string Id, string Hash, string? Salt = null, JsonElement? Redacted = null, JsonElement? Fields = null, JsonElement? Texts = null);
}

/// <summary>A row that a revision added or closed, and its line in the file.</summary>
/// <param name="Entry">As it was published.</param>
/// <param name="Row">As the file has it.</param>
internal sealed record HistoryRow(long Line, RevisionEntry Entry, RecordedRow Row);

/// <summary>A revision of the file, with its rows.</summary>
internal sealed record HistoryRevision(long Line, PublishedRevision Published, IReadOnlyList<HistoryRow> Rows)
{
    public IEnumerable<RevisionEntry> Entries => Rows.Select(row => row.Entry);

    /// <summary>How many texts of it are redacted.</summary>
    public long Redactions => Rows.Select(row => row.Row.Redacted).Append(Published.Redacted)
        .Sum(redacted => redacted is null ? 0 : Redacted.Parse(redacted).Texts.Count);

    /// <summary>The line that something which does not fit stands in; the revision's own where it is none of its rows.</summary>
    public HistoryException Refuse(IEnumerable<ChainBreak> breaks) => breaks
        .Select(found => new HistoryException(LineOf(found.Entry), found.ToString()))
        .MinBy(refusal => refusal.Line == Line ? long.MaxValue : refusal.Line)!;

    private long LineOf(RevisionEntry? entry) => entry is null
        ? Line
        : Rows.FirstOrDefault(row => (row.Entry.Action, row.Entry.Relation, row.Entry.Id) == (entry.Action, entry.Relation, entry.Id))?.Line ?? Line;
}
