using System.Text;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Pending;

/// <summary>What lies ahead, as a calendar to subscribe to.</summary>
public static class ShowCalendar
{
    public const string Path = "/v1/pending.ics";
    public const string MediaType = "text/calendar";

    // Far more than lies ahead of any day; a calendar has no parts.
    private const int Most = 10_000;

    /// <param name="Jurisdiction">Only of this place itself.</param>
    /// <param name="Substance">Only of this substance, its forms included.</param>
    /// <param name="Kind">Only of this kind. Dates of review of records are given only where they are asked for.</param>
    public sealed record Request([FromQuery] string? Jurisdiction, [FromQuery] string? Substance, [FromQuery] string? Kind);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var question = ListPending.Question.Read(check, clock, request.Jurisdiction, request.Substance, request.Kind, ComingTerms.AnyState, null);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var latest = new AskedRevision(null, null);
        if (await ListPending.FindAsync(question, latest, null, Most, withdrawn: true, database, cancellation) is not { } found)
        {
            return latest.NoSuchRevision().Result();
        }

        if (await KnownNames.RefusalOfEmptyAsync(database, found.Said.Count, cancellation,
            ("jurisdiction", question.Jurisdiction), ("substance", question.Substance)) is { } problem)
        {
            return problem.Result();
        }

        var name = string.Join(", ", new[] { "Pending drug law", question.Jurisdiction, question.Substance, question.Kind?.Replace('_', ' ') }.OfType<string>());
        var text = Calendar.Write(name, found.Said, question.On, http.Request.Absolute);
        return Answer.OfBytes(Encoding.UTF8.GetBytes(text), $"{MediaType}; charset=utf-8", new Freshness(found.Revision.RecordedAt));
    }
}
