using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Sources;

/// <summary>One version of a source: what a citation pins.</summary>
public static class ShowSourceVersion
{
    /// <param name="Key">Key of the source.</param>
    /// <param name="Version">Number of the version.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromRoute] string Key, [FromRoute] string Version, [FromQuery] string? Revision, [FromQuery] string? AsOf);

    /// <summary>A version of a source, and the source it is of.</summary>
    /// <param name="Source">Key of the source.</param>
    /// <param name="Title">Title of the source.</param>
    /// <param name="Type">What kind of source it is.</param>
    /// <param name="OfficialCitation">Official citation of the source.</param>
    /// <param name="Version">The version.</param>
    /// <param name="Revision">The revision of the record that says so.</param>
    public sealed record SourceVersionAnswer(
        string Source, string Title, string Type, string? OfficialCitation, SourceVersionResponse Version, long Revision);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var asked = AskedRevision.Read(check, clock, request.Revision, request.AsOf);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var key = request.Key.ToLowerInvariant();
        if (key != request.Key)
        {
            return Answer.CanonicalAt(http.Request, PathOf(key, request.Version));
        }

        var found = await FetchSource.FindAsync(database, asked, key, cancellation);
        return found switch
        {
            null => asked.NoSuchRevision().Result(),
            { Said.Source: null } => FetchSource.NoSuchSource(key, found.Said.Nearest).Result(),
            { Said.Source: var source } => source.Versions.FirstOrDefault(each => $"{each.Version}" == request.Version) is { } version
                ? Answer.Of(
                    new SourceVersionAnswer(source.Key, source.Title, source.Type, source.OfficialCitation, version, found.Revision.Number),
                    asked.FreshnessOf(found.Revision, PathOf(key, request.Version)))
                : NoSuchVersion(source, request.Version).Result(),
        };
    }

    private static string PathOf(string key, string version) => $"{ShowSource.PathOf(key)}/versions/{Uri.EscapeDataString(version)}";

    private static Problem NoSuchVersion(SourceResponse source, string typed)
    {
        var known = source.Versions.Select(each => $"{each.Version}").ToList();
        return Problems.UnknownRecord.With(
            $"{source.Key} has no version '{Check.Shown(typed)}'. Known: {string.Join(", ", known)}.", suggestions: known);
    }
}
