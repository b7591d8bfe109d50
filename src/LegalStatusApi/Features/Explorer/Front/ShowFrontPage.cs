using LegalStatusApi.Caching;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Changes;
using LegalStatusApi.Features.Maps;
using LegalStatusApi.Features.Pending;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Explorer.Front;

/// <summary>The front page: the search, the map of a substance on a day, what changed lately and what is pending.</summary>
public static class ShowFrontPage
{
    private const string Shown = "8";
    private const int MostPending = 8;

    /// <param name="Substance">What the map shows: a substance, or a form of one as <c>psilocybin/mushrooms</c>.</param>
    /// <param name="On">Law date of the map; today (UTC) where absent or empty.</param>
    /// <param name="Region">Which part of the world the map shows.</param>
    public sealed record Request([FromQuery] string? Substance, [FromQuery] string? On, [FromQuery] string? Region);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, LatestRevision latest, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.OfForm(http);
        if (PageQuestion.Read(check, clock, request.On, FormOf(request), null) is not { } question)
        {
            return check.Problem().Result();
        }

        var mapped = await MapOf(check, request, question, latest, database, clock, cancellation);
        if (mapped.Map is not { } map)
        {
            return mapped.Problem!.Result();
        }

        var asked = AskedRevision.Of(map.Revision);
        var changes = new ListChanges.Request(ChangeTerms.Law, null, null, null, null, Shown, null);
        var (changed, problem) = await ListChanges.FindPageAsync(check, changes, http.Request, database, clock, cancellation, asked.Known);
        if (changed is null)
        {
            return problem!.Result();
        }

        var ahead = new ListPending.Question(null, null, null, ComingTerms.Open, question.Today);
        var pending = await ListPending.FindAsync(ahead, asked, null, MostPending, false, database, cancellation);
        var view = new FrontView(PageQuestion.NullIfEmpty(request.Substance) is not null, question, http.Request.Absolute(""), map, changed, [.. pending!.Said.Select(coming => PendingItem.Of(coming, question.Today))]);
        return await Page.Of<FrontPage>(http, view, changed.Revision.RecordedAt);
    }

    private static string SubstanceOf(Request request) => PageQuestion.NullIfEmpty(request.Substance)?.Split('/')[0] ?? Covered.Substances[0];

    private static string? FormOf(Request request) => request.Substance?.Split('/', 2) is [_, var form] ? form : null;

    private static async Task<DrawMap.Found> MapOf(
        Check check, Request request, StatusQuestion question, LatestRevision latest, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var asked = MapQuestion.Read(
            check, clock, SubstanceOf(request), null, PageQuestion.NullIfEmpty(request.Region), null, null, null);
        return check.Failed
            ? new DrawMap.Found(null, check.Problem())
            : await DrawMap.FindAsync(asked with { Day = question with { Asked = latest.Asked } }, database, cancellation);
    }
}

/// <param name="IsAsked">A substance was named.</param>
/// <param name="Question">The day of the map.</param>
/// <param name="Base">The service as it was asked for, before a path.</param>
/// <param name="Map">The map.</param>
/// <param name="Changed">What took effect or ended lately.</param>
/// <param name="Pending">What lies ahead.</param>
public sealed record FrontView(bool IsAsked, StatusQuestion Question, string Base, MapOfDay Map, ChangesPage Changed, IReadOnlyList<PendingItem> Pending);
