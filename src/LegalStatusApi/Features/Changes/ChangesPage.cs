using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace LegalStatusApi.Features.Changes;

/// <summary>A part of what changed, and how to go on from it.</summary>
public sealed class ChangesPage
{
    private readonly HttpRequest _request;
    private readonly ChangesQuestion _question;

    public ChangesPage(ChangesQuestion question, Revision revision, IReadOnlyList<Happening> found, HttpRequest request)
    {
        (_question, _request, Revision) = (question, request, revision);
        Shown = [.. found.Take(question.Limit)];
        var until = new ChangesState(revision.Number, DayOf(question));
        var rest = found.Count > question.Limit ? new ChangesCursor(question.Cursor.Since, until, Shown[^1].Position).Write(question.Filter.Digest) : null;
        var end = new ChangesCursor(until, null, null).Write(question.Filter.Digest);
        Since = question.Cursor.LooksBack ? end : rest ?? end;
        Next = rest is null ? null : (question.Cursor.LooksBack ? "cursor" : "since", rest);
        On = until.Day;
    }

    public Revision Revision { get; }

    /// <summary>The day up to which the law is told.</summary>
    public DateOnly On { get; }

    public IReadOnlyList<Happening> Shown { get; }

    /// <summary>What to send to have what is new after this part, at whatever time.</summary>
    public string Since { get; }

    public ChangesFilter Filter => _question.Filter;

    /// <summary>The newest first, rather than what is new since.</summary>
    public bool LooksBack => _question.Cursor.LooksBack;

    /// <summary>What to send for the part that follows; null in the last.</summary>
    public (string Name, string Value)? Next { get; }

    /// <summary>Pinned within a batch: its parts never change. What is new, and the latest, do with each publication and each day.</summary>
    public Freshness Freshness => new(Revision.RecordedAt, IsPinned: _question.Cursor.Until is not null, Latest: Address(_request.Path));

    public string? NextAt(string path) => Next is { } next ? Address(path, next) : null;

    public string SelfAt(string path) => path + _request.QueryString.ToUriComponent();

    /// <summary>Exactly this part at another address.</summary>
    public string PartAt(string path) => Address(path, _request.Query["cursor"] is [{ Length: > 0 } cursor] ? ("cursor", cursor) : null);

    /// <summary>The data of exactly this part, however many items they give otherwise; in the first part from the latest on.</summary>
    public string DataAt(string path) => PartAt(path) is var address && address.Contains("cursor=", StringComparison.Ordinal) ? $"{address}&limit={_question.Limit}" : address;

    /// <summary>The same with these filters, from the latest on.</summary>
    public string Address(string path, (string Name, string Value)? more = null)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Filter.Named)
        {
            query.Add(name, value);
        }

        foreach (var name in new[] { "limit", Formats.Parameter })
        {
            if (_request.Query[name] is [{ Length: > 0 } value])
            {
                query.Add(name, value);
            }
        }

        if (more is { } last)
        {
            query.Add(last.Name, last.Value);
        }

        return path + query.ToQueryString();
    }

    public string Absolute(string path) => _request.Absolute(path);

    /// <summary>Where an event can be looked at.</summary>
    public static string LinkOf(Happening happening) => happening switch
    {
        { IsLaw: true, IsRetraction: false } => $"/v1/classifications/{happening.Id}",
        { Relation: "classification" } => $"/v1/classifications/{happening.Id}/versions",
        { Relation: "source", Change: not "withdrawn" } => $"/v1/sources/{happening.Id}",
        { Relation: "jurisdiction", Change: not "withdrawn" } => $"/v1/jurisdictions/{happening.Id}",
        { Relation: "substance", Change: not "withdrawn" } => $"/v1/substances/{happening.Id}",
        _ => $"/v1/revisions/{happening.Revision}",
    };

    // A clock that was put back must not take back what was told.
    public static DateOnly DayOf(ChangesQuestion question) => question.Cursor.Until?.Day
        ?? (question.Cursor.Since.Day > question.Today ? question.Cursor.Since.Day : question.Today);
}
