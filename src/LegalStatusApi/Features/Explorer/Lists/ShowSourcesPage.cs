using LegalStatusApi.Caching;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Jurisdictions;
using LegalStatusApi.Features.Sources;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Explorer.Lists;

/// <summary>The sources that records rest on, along their keys.</summary>
public static class ShowSourcesPage
{
    internal const int Shown = 100;

    /// <param name="Jurisdiction">Only sources of this place.</param>
    /// <param name="Type">Only sources of this kind.</param>
    /// <param name="After">Key of the last source of the part before.</param>
    public sealed record Request([FromQuery] string? Jurisdiction, [FromQuery] string? Type, [FromQuery] string? After);

    public static async Task<IResult> Handle([AsParameters] Request request, HttpContext http, NpgsqlDataSource database, LatestRevision latest, CancellationToken cancellation)
    {
        var check = Check.OfForm(http);
        var jurisdiction = check.Code("jurisdiction", await TypedPlaces.CodeOfAsync(check, request.Jurisdiction, database, cancellation));
        var type = check.Term("type", request.Type, Vocabulary.SourceType);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var asked = latest.Asked;
        var after = PageQuestion.NullIfEmpty(request.After);
        if (await ListSources.FindAsync(jurisdiction, type, after, Shown + 1, asked, database, cancellation) is not { } found)
        {
            return asked.NoSuchRevision().Result();
        }

        var codes = found.Said.Select(source => source.Jurisdiction).Append(jurisdiction).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var places = await NamePlaces.FindAsync(codes, AskedRevision.Of(found.Revision), database, cancellation);
        return await Page.Of<SourcesPage>(http, new SourcesView(
            jurisdiction, type, after, found.Revision.Number, [.. found.Said.Take(Shown)], found.Said.Count > Shown,
            places.ToDictionary(place => place.Code, place => place.Name, StringComparer.Ordinal)), found.Revision.RecordedAt);
    }
}

/// <param name="Jurisdiction">Only sources of this place.</param>
/// <param name="Type">Only sources of this kind.</param>
/// <param name="After">Key of the last source of the part before; null in the first.</param>
/// <param name="Revision">The revision that was read.</param>
/// <param name="Items">The sources, along their keys.</param>
/// <param name="HasMore">Others follow.</param>
/// <param name="Places">What the places are called, by their codes.</param>
public sealed record SourcesView(
    string? Jurisdiction, string? Type, string? After, long Revision, IReadOnlyList<ListSources.SourceItem> Items, bool HasMore, IReadOnlyDictionary<string, string> Places);
