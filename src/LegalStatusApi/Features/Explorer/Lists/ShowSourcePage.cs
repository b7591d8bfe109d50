using LegalStatusApi.Caching;
using LegalStatusApi.Features.Sources;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Explorer.Lists;

/// <summary>One source, its readings, and what rests on it.</summary>
public static class ShowSourcePage
{
    private const int MostAnswers = 200;

    /// <param name="Key">Key of the source.</param>
    public sealed record Request([FromRoute] string Key);

    public static async Task<IResult> Handle([AsParameters] Request request, HttpContext http, NpgsqlDataSource database, LatestRevision latest, CancellationToken cancellation)
    {
        var check = Check.OfForm(http);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var key = request.Key.ToLowerInvariant();
        if (key != request.Key)
        {
            return Answer.CanonicalAt(http.Request, $"/sources/{Uri.EscapeDataString(key)}");
        }

        var asked = latest.Asked;
        var found = await FetchSource.FindAsync(database, asked, key, cancellation);
        return found switch
        {
            null => asked.NoSuchRevision().Result(),
            { Said.Source: { } source } => await Page.Of<SourcePage>(
                http, new SourceView(source, await ListSourceAnswers.FindAsync(key, MostAnswers, found.Revision.Number, database, cancellation)), found.Revision.RecordedAt),
            _ => FetchSource.NoSuchSource(key, found.Said.Nearest).Result(),
        };
    }
}

/// <param name="Source">The source.</param>
/// <param name="Answers">What rests on it.</param>
public sealed record SourceView(SourceResponse Source, IReadOnlyList<SourceAnswerItem> Answers);
