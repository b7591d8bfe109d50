using LegalStatusApi.Caching;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Search;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Explorer.Lists;

/// <summary>What a search found, as a page.</summary>
public static class ShowSearchPage
{
    /// <param name="Q">What to look for: 2 to 100 characters.</param>
    public sealed record Request([FromQuery] string? Q);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, LatestRevision latest, TimeProvider clock, CancellationToken cancellation)
    {
        var (found, problem) = await SearchNames.FindAsync(Check.OfForm(http), request.Q, latest.Asked, database, clock, cancellation);
        // A question that can mean one thing alone, and is spelt as it is on record, is answered at once.
        if (found?.Said.Understood is [{ Ignored.Count: 0, Place.Match.How: SearchTerms.Exact, Substance.Match.How: SearchTerms.Exact } only])
        {
            return Results.Redirect(AddressOf(only));
        }

        return found is null ? problem!.Result() : await Page.Of<SearchPage>(http, found.Said, found.Revision.RecordedAt);
    }

    /// <summary>The page of the answer that a question means.</summary>
    public static string AddressOf(SearchReading reading) => PageQuestion.Address(
        $"/places/{reading.Place.Jurisdiction}/{reading.Substance.Substance}", ("form", reading.Substance.Form));

    /// <summary>The page of what the API names.</summary>
    public static string AddressOf(SearchItem item) => item switch
    {
        { Jurisdiction: { } code } => $"/places/{code}",
        { Source: { } key } => $"/sources/{key}",
        { Substance: { } slug, Form: { } form } => $"/substances/{slug}?form={form}",
        _ => $"/substances/{item.Substance}",
    };
}
