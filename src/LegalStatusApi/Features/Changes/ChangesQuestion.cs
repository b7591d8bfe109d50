using System.Security.Cryptography;
using System.Text;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Changes;

/// <summary>Which changes are asked for.</summary>
/// <param name="Kind">law or record.</param>
/// <param name="Jurisdiction">Only of this place itself.</param>
/// <param name="Substance">Only of this substance, its forms included.</param>
/// <param name="Classification">Only of this classification.</param>
public sealed record ChangesFilter(string? Kind, string? Jurisdiction, string? Substance, string? Classification)
{
    /// <summary>A cursor belongs to its filters, whichever form they are read in.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Named.Select(each => $"{each.Name}={each.Value}"))))[..8]);

    public IEnumerable<(string Name, string Value)> Named =>
        new[] { ("kind", Kind), ("jurisdiction", Jurisdiction), ("substance", Substance), ("classification", Classification) }
            .Where(each => each.Item2 is not null).Select(each => (each.Item1, each.Item2!));
}

/// <summary>What record and law said: a revision, as on a day. Revision 0 is before the first.</summary>
public sealed record ChangesState(long Revision, DateOnly Day)
{
    public static readonly ChangesState Nothing = new(0, PartialDate.Earliest);
}

/// <summary>
/// Where a reader stands. A state says what the reader was told; what differs between it and a later state is what is new. Within a
/// batch that is larger than a page, both states and the last event shown are pinned, so that nothing that is published meanwhile
/// moves it.
/// </summary>
/// <param name="Since">What was told before the batch; nothing where the reader looks back from the latest.</param>
/// <param name="Until">What the batch leads to; null where that is the present.</param>
/// <param name="After">Position of the last event shown; null before the first.</param>
public sealed record ChangesCursor(ChangesState Since, ChangesState? Until, IReadOnlyList<string>? After)
{
    public bool LooksBack => Since == ChangesState.Nothing;

    // Kinds of cursors differ in the number of their parts: a state, a place in a batch, a place in the look back.
    public string Write(string filters) => (Until, After) switch
    {
        (null, _) => new Cursor(filters, Since.Revision, [Text(Since.Day)]).ToString(),
        ({ } until, { } after) when LooksBack => new Cursor(filters, until.Revision, [Text(until.Day), .. after]).ToString(),
        ({ } until, { } after) => new Cursor(filters, until.Revision, [$"{Since.Revision}", Text(Since.Day), Text(until.Day), .. after]).ToString(),
        _ => throw new InvalidOperationException("A place in a batch needs the last event shown."),
    };

    public static ChangesCursor? Read(string text, string filters, bool isSince)
    {
        if (!Cursor.TryRead(text, out var cursor) || cursor.List != filters)
        {
            return null;
        }

        var parts = cursor.Key;
        var read = (parts.Length, isSince) switch
        {
            (1, true) when Day(parts[0]) is { } day => new ChangesCursor(new ChangesState(cursor.Revision, day), null, null),
            (6, true) when long.TryParse(parts[0], out var revision) && revision > 0 && revision <= cursor.Revision
                && Day(parts[1]) is { } since && Day(parts[2]) is { } until && since <= until =>
                new ChangesCursor(new ChangesState(revision, since), new ChangesState(cursor.Revision, until), parts[3..]),
            (4, false) when Day(parts[0]) is { } until => new ChangesCursor(ChangesState.Nothing, new ChangesState(cursor.Revision, until), parts[1..]),
            _ => null,
        };
        return read?.After is { } after && !(long.TryParse(after[0], out _) && int.TryParse(after[1], out _)) ? null : read;
    }

    private static string Text(DateOnly day) => PartialDate.Of(day).ToString();

    private static DateOnly? Day(string text) => PartialDate.TryParse(text, out var date) && date.Day is not null ? date.First : null;
}

/// <summary>A question about changes, checked.</summary>
public sealed record ChangesQuestion(ChangesFilter Filter, ChangesCursor Cursor, int Limit, DateOnly Today)
{
    /// <summary>The latest revision, where it was found a moment ago.</summary>
    public Revision? Known { get; init; }

    /// <summary>The revision to read: that of the part before, or the latest.</summary>
    public AskedRevision Asked => Cursor.Until is { } until ? new AskedRevision(until.Revision, null) : new AskedRevision(null, null, Known);

    public static ChangesQuestion Read(Check check, ListChanges.Request request, TimeProvider clock)
    {
        var filter = new ChangesFilter(
            check.Term("kind", request.Kind, ChangeTerms.Kinds),
            check.Code("jurisdiction", request.Jurisdiction),
            check.Slug("substance", request.Substance),
            IdOf(check, request.Classification));
        var limit = check.Number("limit", request.Limit, 1, Paging.Most) ?? Paging.Ordinary;
        if (!string.IsNullOrEmpty(request.Since) && !string.IsNullOrEmpty(request.Cursor))
        {
            check.Refuse("cursor", "Give either since, to go on, or cursor, to look back; not both.");
        }

        var cursor = CursorOf(check, "since", request.Since, filter, isSince: true)
            ?? CursorOf(check, "cursor", request.Cursor, filter, isSince: false)
            ?? new ChangesCursor(ChangesState.Nothing, null, null);
        return new ChangesQuestion(filter, cursor, (int)limit, clock.Today());
    }

    private static ChangesCursor? CursorOf(Check check, string name, string? text, ChangesFilter filter, bool isSince)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var cursor = ChangesCursor.Read(text, filter.Digest, isSince);
        if (cursor is null)
        {
            check.Refuse(name, isSince
                ? "Not a cursor of changes with these filters: send since as an answer to the same filters gave it, or leave it out."
                : "Not a cursor of changes with these filters: follow next as it stands, or leave the cursor out.");
        }

        return cursor;
    }

    private static string? IdOf(Check check, string? typed)
    {
        var isId = typed is { Length: 20 } && typed.StartsWith("cls_", StringComparison.Ordinal)
            && typed[4..].All(letter => letter is (>= 'a' and <= 'z') or (>= '2' and <= '7'));
        if (!string.IsNullOrEmpty(typed) && !isId)
        {
            check.Refuse("classification", $"'{Check.Shown(typed)}' cannot be the id of a classification: cls_ and 16 letters and digits.");
        }

        return isId ? typed : null;
    }
}
