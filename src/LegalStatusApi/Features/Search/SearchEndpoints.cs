namespace LegalStatusApi.Features.Search;

/// <summary>The search.</summary>
public static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder app) =>
        app.MapGroup("/v1").WithTags("Search").MapGet("/search", SearchNames.Handle)
            .WithName("SearchNames")
            .WithSummary("Which place, substance or source is called that, or nearly that?")
            .WithDescription("Looks through names, aliases, codes, slugs, identifiers (CAS, UNII, ATC and others), titles and official citations, without regard to case, accents and punctuation, and forgives misspellings. Each hit says by which text it was found and how. A question that names a place and a substance is told where to ask about both: an offer, never an answer. Nothing found is 200 with an empty list.")
            .Produces<SearchResponse>();
}
