using System.Text;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;

namespace LegalStatusApi.Features.Mcp;

/// <summary>look_up: how a place classifies a substance on a day.</summary>
public static class LookUpTool
{
    public static readonly Tool Tool = new(
        "look_up",
        "Look up a legal status",
        "How does a place classify psilocybin, LSD or ketamine in law on a date, level by level (city, state, country, treaties), and on what authority?",
        [CommonArguments.Jurisdiction, CommonArguments.Substance, CommonArguments.On, CommonArguments.Form, CommonArguments.Revision],
        AnswerAsync);

    private static async Task<ToolAnswer> AnswerAsync(ToolCall call)
    {
        var question = call.Status();
        var stack = await call.StackAsync(question.Asked);
        var answer = StatusAnswer.Of(stack, ToolCall.FormOf(stack, question.Form), question.On, question.IsFuture);
        var told = ToldStatus.Of(answer, call.Absolute(question.PermalinkOf(LookUpStatus.PathOf(stack), stack.Revision.Number)));
        var text = told.WriteWords(told.WriteHead(new StringBuilder())).AppendLine("Levels of law, most local first:");
        foreach (var level in told.Levels!)
        {
            text.AppendLine(level.ToString());
        }

        return new ToolAnswer(told.WriteEnd(text).ToString(), told);
    }
}
