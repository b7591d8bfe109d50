using System.Text;
using System.Text.Json;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records.Citing;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;

namespace LegalStatusApi.Features.Statuses;

/// <summary>The main answer: how a place classifies a substance on a day.</summary>
public static class LookUpStatus
{
    private const string Path = "/v1/status";

    // What a level says is the same in the answers of all places below it, and mostly from one change to the next.
    private static readonly byte[][] Seams =
    [
        .. new[] { "{\"jurisdiction\":", "\"wording\":", "\"citations\":", "\"conflicts\":", "\"pending\":", "\"permalink\":" }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <param name="Jurisdiction">ISO 3166-1 alpha-2, ISO 3166-2, those and a slug, UN or EU.</param>
    /// <param name="Substance">Slug; synonyms and CAS numbers are redirected to it.</param>
    /// <param name="On">Law date, yyyy-MM-dd, 1800-01-01 to 2199-12-31; today (UTC) where absent.</param>
    /// <param name="Form">Slug of a form of the substance.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    /// <param name="MaxAge">How old the check of what heads the answer may be, as an ISO 8601 duration: adds a verdict, freshness. Such an answer has no permalink.</param>
    public sealed record Request(
        [FromRoute] string Jurisdiction,
        [FromRoute] string Substance,
        [FromQuery] string? On,
        [FromQuery] string? Form,
        [FromQuery] string? Revision,
        [FromQuery] string? AsOf,
        [FromQuery] string? MaxAge);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, StackCache stacks, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var question = StatusQuestion.Read(check, clock, request.On, request.Form, request.Revision, request.AsOf, request.MaxAge);
        if (check.Failed)
        {
            return await OneStack.RefuseAsync(check, request.Jurisdiction, request.Substance, request.Form, stacks, cancellation);
        }

        var one = await OneStack.FindAsync(
            http.Request, Path, request.Jurisdiction, request.Substance, question.Asked, question.On, stacks, cancellation);
        return one.Stack is { } stack ? AnswerOf(stack, question) : one.Instead!;
    }

    public static string PathOf(Stack stack) => OneStack.PathOf(Path, stack.Jurisdiction, stack.Substance.Slug);

    private static IResult AnswerOf(Stack stack, StatusQuestion question)
    {
        var (form, problem) = OneStack.FormOf(stack.Substance, question.Form);
        if (problem is not null)
        {
            return problem.Result();
        }

        var path = PathOf(stack);
        var permalink = question.PermalinkOf(path, stack.Revision.Number);
        return Answer.OfDay(
            ResponseOf(stack, form, question, question.On),
            question.MaxAge is null ? DaysOf(stack, form, question) : null,
            new Freshness(stack.Revision.RecordedAt, permalink, question.IsPinned, question.LatestOf(path)),
            [
                .. Bibliography.FormsOf<StatusResponse>(said => said.CitedAt(stack.Revision)),
                (Formats.JsonLd, StatusAsJsonLd.Of),
                (Formats.Text, (_, said) => Encoding.UTF8.GetBytes($"{said.Wording.Say}\n{said.Notice} {said.Permalink}\n")),
            ]);
    }

    /// <param name="printed">The day that it names: what it says is that of the day asked for.</param>
    private static StatusResponse ResponseOf(Stack stack, Form? form, StatusQuestion question, DateOnly printed)
    {
        var answer = StatusAnswer.Of(stack, form, question.On, question.IsFuture) with { On = printed };
        var permalink = (question with { On = printed }).PermalinkAs(question.IsFuture, PathOf(stack), stack.Revision.Number);
        return StatusResponse.Of(answer, permalink) with { Freshness = question.FreshnessOf(answer) };
    }

    /// <summary>The days on which the answer to a question is the same.</summary>
    public static SameDays DaysOf(Stack stack, Form? form, StatusQuestion question) => new(
        question.On,
        () => stack.DaysAlike(question.On, question.Today),
        printed => JsonSerializer.SerializeToUtf8Bytes(ResponseOf(stack, form, question, printed), ApiJson.Options),
        Seams);
}
