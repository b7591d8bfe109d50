using LegalStatusApi.Database;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maps;

/// <summary>How places classify a substance on a day, as a picture.</summary>
public static class DrawMap
{
    public const string MediaType = "image/svg+xml";

    /// <param name="Substance">Slug; synonyms and CAS numbers are redirected to it.</param>
    /// <param name="On">Law date, yyyy-MM-dd, 1800-01-01 to 2199-12-31; today (UTC) where absent.</param>
    /// <param name="Region">Which part of the world; all of it where absent.</param>
    /// <param name="Form">Slug of a form of the substance.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromRoute] string Substance,
        [FromQuery] string? On,
        [FromQuery] string? Region,
        [FromQuery] string? Form,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf);

    /// <summary>The map, or what is wrong with the question, or the slug that its name of the substance leads to.</summary>
    public sealed record Found(MapOfDay? Map, Problem? Problem = null, string? Slug = null);

    public static string PathOf(string substance) => $"/v1/maps/{substance}.svg";

    public static Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation) =>
        AnswerAsync(request, http, database, clock, PathOf, (map, freshness) => Task.FromResult(Answer.OfBytes(
            MapPicture.File(map, freshness.Permalink ?? freshness.Latest!, http.Request.Absolute), $"{MediaType}; charset=utf-8", freshness)), cancellation);

    /// <summary>The same question in another form.</summary>
    public static async Task<IResult> AnswerAsync(
        Request request,
        HttpContext http,
        NpgsqlDataSource database,
        TimeProvider clock,
        Func<string, string> path,
        Func<MapOfDay, Freshness, Task<IResult>> write,
        CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var question = MapQuestion.Read(check, clock, request.Substance, request.On, request.Region, request.Form, request.Revision, request.AsOf);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        if (question.Substance != request.Substance)
        {
            return Answer.CanonicalAt(http.Request, path(Uri.EscapeDataString(question.Substance)));
        }

        return await FindAsync(question, database, cancellation) switch
        {
            { Map: { } map } => await write(map, question.FreshnessOf(map.Revision, path)),
            { Slug: { } slug } => Answer.CanonicalAt(http.Request, path(slug)),
            var found => found.Problem!.Result(),
        };
    }

    /// <summary>What every place of the region says on the day.</summary>
    public static async Task<Found> FindAsync(MapQuestion question, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var asked = question.Day.Asked;
        var found = await database.ReadAtAsync(asked, (connection, revision) => FetchLevels.FindAsync(
            connection, revision, MapGeometry.Of(question.Region).Codes, [question.Substance], cancellation), cancellation);
        if (found is null)
        {
            return new Found(null, asked.NoSuchRevision());
        }

        if (found.Said.SubstanceOf(question.Substance) is not { } substance)
        {
            var names = await KnownNames.FindAsync(database, cancellation);
            return names.SubstanceOf(question.Substance) is { } slug && slug != question.Substance
                ? new Found(null, Slug: slug)
                : new Found(null, names.NoSuchSubstance(question.Substance));
        }

        var (form, problem) = OneStack.FormOf(substance, question.Day.Form);
        return problem is null ? new Found(MapOfDay.Of(question, found.Said, substance, form)) : new Found(null, problem);
    }
}
