using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Vocabularies;

/// <summary>The words of the answers.</summary>
public static class VocabularyEndpoints
{
    public static void MapVocabulary(this IEndpointRouteBuilder app)
    {
        var vocabulary = app.MapGroup("/v1").WithTags("Vocabulary");
        vocabulary.MapGet("/vocabulary", ListVocabulary.Handle)
            .WithName("ListVocabulary")
            .WithSummary("Every term that answers use, and what it means")
            .WithDescription("Lists may grow: read a term that you do not know as unknown, never as an error. For each status there are words that are safe to print and words that would be wrong.")
            .Produces<ListVocabulary.VocabularyResponse>();
        vocabulary.MapGet("/vocabulary/{list}", ShowTermList.Handle)
            .WithName("ShowTermList")
            .WithSummary("One list of terms")
            .WithDescription("The terms of one list in their order; that of status runs from strict to free.")
            .Produces<TermList>();
    }
}
