using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;

namespace LegalStatusApi.Features.Explorer.Answers;

/// <summary>The page of one answer: the sentence to print, what it rests on, and how to cite it.</summary>
public static class ShowAnswerPage
{
    /// <param name="Code">ISO 3166-1 alpha-2, ISO 3166-2, those and a slug, UN or EU.</param>
    /// <param name="Substance">Slug; synonyms and CAS numbers are redirected to it.</param>
    /// <param name="On">Law date; today (UTC) where absent or empty.</param>
    /// <param name="Form">Slug of a form of the substance.</param>
    /// <param name="Revision">Revision of the record; the latest where absent or empty.</param>
    public sealed record Request(
        [FromRoute] string Code, [FromRoute] string Substance, [FromQuery] string? On, [FromQuery] string? Form, [FromQuery] string? Revision);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, StackCache stacks, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.OfForm(http);
        if (PageQuestion.Read(check, clock, request.On, request.Form, request.Revision) is not { } question)
        {
            return check.Problem().Result();
        }

        var slug = request.Substance.ToLowerInvariant();
        if (!JurisdictionCode.TryCanonicalize(request.Code, out var code))
        {
            return (await KnownNames.FindAsync(stacks.Database, cancellation)).NoSuchPlace(request.Code).Result();
        }

        if (code != request.Code || slug != request.Substance)
        {
            return Http.Answer.CanonicalAt(http.Request, PathOf(code, slug));
        }

        var found = await stacks.FindAsync([(code, slug)], question.Asked, cancellation);
        if (found is not [{ Stack: { } stack }])
        {
            return await ElsewhereAsync(http, code, slug, found, question.Asked, stacks, cancellation);
        }

        var (form, problem) = OneStack.FormOf(stack.Substance, question.Form);
        return problem is not null
            ? problem.Result()
            : await Page.Of<AnswerPage>(
                http, AnswerView.Of(http, stack, form, question, await LatestAsync(stack, question, stacks, cancellation)), stack.Revision.RecordedAt);
    }

    // What is shown at an older revision is compared with what the record says now.
    private static async Task<Stack?> LatestAsync(Stack stack, StatusQuestion question, StackCache stacks, CancellationToken cancellation)
    {
        if (question.Asked.Number is null)
        {
            return null;
        }

        var now = await stacks.FindAsync([(stack.Jurisdiction, stack.Substance.Slug)], AskedRevision.Latest, cancellation);
        return now is [{ Stack: { } latest }] && latest.Revision.Number != stack.Revision.Number ? latest : null;
    }

    private static async Task<IResult> ElsewhereAsync(
        HttpContext http, string code, string typed, IReadOnlyList<FetchStacks.Found> found, AskedRevision asked, StackCache stacks,
        CancellationToken cancellation)
    {
        if (found is not [{ } pair])
        {
            return asked.NoSuchRevision().Result();
        }

        var names = await KnownNames.FindAsync(stacks.Database, cancellation);
        return names.SubstanceOf(typed) is { } slug && slug != typed ? Http.Answer.CanonicalAt(http.Request, PathOf(code, slug))
            : (pair.PlaceIsKnown ? names.NoSuchSubstance(typed) : names.NoSuchPlace(code)).Result();
    }

    private static string PathOf(string code, string slug) => $"/places/{code}/{Uri.EscapeDataString(slug)}";
}
