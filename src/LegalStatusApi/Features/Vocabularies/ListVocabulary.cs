using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Vocabularies;

/// <summary>Every term that answers use, and what it means.</summary>
public static class ListVocabulary
{
    /// <summary>All lists of terms.</summary>
    /// <param name="Lists">Each list with its terms.</param>
    public sealed record VocabularyResponse(IReadOnlyList<TermList> Lists);

    public static IResult Handle(HttpContext http)
    {
        var check = Check.Of(http);
        return check.Failed
            ? check.Problem().Result()
            : Answer.Of(new VocabularyResponse(Vocabulary.All), new Freshness());
    }
}
