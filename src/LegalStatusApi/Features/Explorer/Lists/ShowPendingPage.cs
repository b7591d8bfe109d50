using LegalStatusApi.Caching;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Pending;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Explorer.Lists;

/// <summary>What lies ahead: none of it is law in force.</summary>
public static class ShowPendingPage
{
    private const int Most = 500;

    /// <param name="Jurisdiction">Only of this place itself.</param>
    /// <param name="Substance">Only of this substance.</param>
    public sealed record Request([FromQuery] string? Jurisdiction, [FromQuery] string? Substance);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, LatestRevision latest, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.OfForm(http);
        var question = ListPending.Question.Read(check, clock, await TypedPlaces.CodeOfAsync(check, request.Jurisdiction, database, cancellation), PageQuestion.NullIfEmpty(request.Substance), null, null, null);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var asked = latest.Asked;
        return await ListPending.FindAsync(question, asked, null, Most, false, database, cancellation) is { } found
            ? await Page.Of<PendingPage>(http, new PendingView(question, found.Revision.Number, [.. found.Said.Select(coming => PendingItem.Of(coming, question.On))]), found.Revision.RecordedAt)
            : asked.NoSuchRevision().Result();
    }
}

/// <param name="Question">What was asked.</param>
/// <param name="Revision">The revision that was read.</param>
/// <param name="Items">What lies ahead, soonest first.</param>
public sealed record PendingView(ListPending.Question Question, long Revision, IReadOnlyList<PendingItem> Items);
