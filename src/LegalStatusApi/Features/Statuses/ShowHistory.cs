using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records.Citing;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;

namespace LegalStatusApi.Features.Statuses;

/// <summary>Every period in law time that is on record for a substance in a place, and what each changed.</summary>
public static class ShowHistory
{
    private const string Path = "/v1/history";

    /// <param name="Jurisdiction">ISO 3166-1 alpha-2, ISO 3166-2, those and a slug, UN or EU.</param>
    /// <param name="Substance">Slug; synonyms and CAS numbers are redirected to it.</param>
    /// <param name="Form">Slug of a form of the substance; all of them where absent.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request(
        [FromRoute] string Jurisdiction,
        [FromRoute] string Substance,
        [FromQuery] string? Form,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, StackCache stacks, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var asked = AskedRevision.Read(check, clock, request.Revision, request.AsOf);
        if (check.Failed)
        {
            return await OneStack.RefuseAsync(check, request.Jurisdiction, request.Substance, request.Form, stacks, cancellation);
        }

        var one = await OneStack.FindAsync(http.Request, Path, request.Jurisdiction, request.Substance, asked, null, stacks, cancellation);
        return one.Stack is { } stack ? AnswerOf(stack, request.Form, asked) : one.Instead!;
    }

    private static IResult AnswerOf(Stack stack, string? typed, AskedRevision asked)
    {
        var (form, problem) = OneStack.FormOf(stack.Substance, typed);
        if (problem is not null)
        {
            return problem.Result();
        }

        var path = OneStack.PathOf(Path, stack.Jurisdiction, stack.Substance.Slug) + (form is null ? "" : $"?form={form.Slug}");
        var freshness = asked.FreshnessOf(stack.Revision, path);
        return Answer.Of(HistoryResponse.Of(stack, form, freshness.Permalink!), freshness, Bibliography.FormsOf<HistoryResponse>(said =>
            new Bibliography(
                $"{said.Substance}{(form is null ? "" : $" ({form.Slug})")} in {said.Jurisdiction.Name} ({said.Jurisdiction.Code}): history of its legal status", said.Permalink,
                stack.Revision, said.Histories.SelectMany(history => history.Periods).SelectMany(period => period.Citations ?? []))));
    }
}
