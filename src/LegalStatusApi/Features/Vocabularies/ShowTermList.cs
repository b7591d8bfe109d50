using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;

namespace LegalStatusApi.Features.Vocabularies;

/// <summary>One list of terms.</summary>
public static class ShowTermList
{
    /// <param name="List">Name of the list.</param>
    public sealed record Request([FromRoute] string List);

    public static IResult Handle([AsParameters] Request request, HttpContext http)
    {
        var check = Check.Of(http);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var found = Vocabulary.All.FirstOrDefault(list => string.Equals(list.Name, request.List, StringComparison.OrdinalIgnoreCase));
        return found is null
            ? NoSuchList(request.List).Result()
            : found.Name == request.List ? Answer.Of(found, new Freshness()) : Answer.CanonicalAt(http.Request, $"/v1/vocabulary/{found.Name}");
    }

    private static Problem NoSuchList(string typed)
    {
        var known = Vocabulary.All.Select(list => list.Name).ToList();
        var nearest = Nearest.To(typed, known);
        return Problems.UnknownRecord.With(
            $"No list '{Check.Shown(typed)}'.{Nearest.Ask(nearest)} Known: {string.Join(", ", known)}.", suggestions: nearest);
    }
}
