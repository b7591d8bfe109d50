using System.Text;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Explorer.Parts;
using LegalStatusApi.Features.Records.Citing;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Explorer.Answers;

/// <summary>One answer, ready to be printed and cited.</summary>
/// <param name="Stack">What it comes from.</param>
/// <param name="Form">The form asked for.</param>
/// <param name="Question">The day and the revision asked for.</param>
/// <param name="Answer">The answer, as the API gives it.</param>
/// <param name="Citations">The same to be cited: each form of a citation with its text.</param>
/// <param name="Line">Every period on record.</param>
/// <param name="Printed">Beside the present answer; null where the latest revision is shown anyway.</param>
/// <param name="Latest">The number of the latest revision, where an older one is shown.</param>
/// <param name="Base">The service as it was asked for, before a path.</param>
/// <param name="Law">How the law changed between the day and today; null where it did not or the day is today.</param>
public sealed record AnswerView(
    Stack Stack, Form? Form, StatusQuestion Question, StatusResponse Answer, IReadOnlyList<AnswerView.CitedAs> Citations, Timeline? Line,
    Printed? Printed, long? Latest, string Base, LawChange? Law)
{
    /// <param name="Format">Its name as <c>?format=</c> has it.</param>
    /// <param name="Text">The citation.</param>
    public sealed record CitedAs(string Format, string Text);

    public static AnswerView Of(HttpContext http, Stack stack, Form? form, StatusQuestion question, Stack? latest)
    {
        var path = LookUpStatus.PathOf(stack);
        var said = StatusAnswer.Of(stack, form, question.On, question.IsFuture);
        var answer = StatusResponse.Of(said, question.PermalinkOf(path, stack.Revision.Number));
        var cited = Bibliography.FormsOf<StatusResponse>(response => response.CitedAt(stack.Revision) with { Permalink = PermalinkOf(stack, form, question) })
            .Select(each => new CitedAs(each.Format.Name, Encoding.UTF8.GetString(each.Write(http, answer)))).ToList();
        return new AnswerView(
            stack, form, question, answer, cited, Timeline.Of(said, question.Today),
            latest is null || question.IsFuture ? null : Printed.Of(stack, latest, form, question.On, question.Today),
            latest?.Revision.Number,
            http.Request.Absolute(""),
            question.On < question.Today ? LawChange.Between(latest ?? stack, form, question.On, question.Today) : null);
    }

    /// <summary>The address of this very page at its day and revision; null where the day lies ahead.</summary>
    public static string? PermalinkOf(Stack stack, Form? form, StatusQuestion question) => question.IsFuture
        ? null
        : PageQuestion.Address(
            $"/places/{stack.Jurisdiction}/{stack.Substance.Slug}", ("form", form?.Slug), ("on", question.On.ToString("yyyy-MM-dd")),
            ("revision", $"{stack.Revision.Number}"));
}
