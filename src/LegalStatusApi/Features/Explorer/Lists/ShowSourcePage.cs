using LegalStatusApi.Caching;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Jurisdictions;
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
            { Said.Source: { } source } => await Page.Of<SourcePage>(http, await ViewAsync(source, found.Revision, database, cancellation), found.Revision.RecordedAt),
            _ => FetchSource.NoSuchSource(key, found.Said.Nearest).Result(),
        };
    }

    private static async Task<SourceView> ViewAsync(SourceResponse source, Revision revision, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var answers = await ListSourceAnswers.FindAsync(source.Key, MostAnswers, revision.Number, database, cancellation);
        var codes = answers.Select(answer => answer.Jurisdiction).Append(source.Jurisdiction).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var places = await NamePlaces.FindAsync(codes, AskedRevision.Of(revision), database, cancellation);
        return new SourceView(source, answers, places.ToDictionary(place => place.Code, place => place.Name, StringComparer.Ordinal));
    }
}

/// <param name="Source">The source.</param>
/// <param name="Answers">What rests on it.</param>
/// <param name="Places">What the places are called, by their codes.</param>
public sealed record SourceView(SourceResponse Source, IReadOnlyList<SourceAnswerItem> Answers, IReadOnlyDictionary<string, string> Places);
