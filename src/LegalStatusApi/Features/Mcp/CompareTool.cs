using System.Text;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Mcp;

/// <summary>compare: the main answer for several places and substances, and what moved between two days.</summary>
public static class CompareTool
{
    private const int MostPairs = 50;

    public static readonly Tool Tool = new(
        "compare",
        "Compare legal statuses",
        $"The same as look_up for several places and substances at once (places times substances: at most {MostPairs}), in short; with on2 also what moved between the two dates, and by which instruments.",
        [
            new("jurisdictions", "Codes of the places, such as [\"DE\", \"US-CO\", \"NL\"].", IsNeeded: true, MostItems: MostPairs),
            new("substances", "psilocybin, lsd, ketamine; synonyms and CAS numbers will do.", IsNeeded: true, MostItems: MostPairs),
            CommonArguments.On,
            new("on2", "A later law date, yyyy-MM-dd: adds what moved until then.", Format: "date"),
            CommonArguments.Form, CommonArguments.Revision,
        ],
        AnswerAsync);

    /// <summary>The answers, in the order of the question.</summary>
    /// <param name="On">The law day (UTC).</param>
    /// <param name="On2">The later law day, if one was asked for.</param>
    /// <param name="Revision">The revision that all answers come from.</param>
    /// <param name="Items">One for each pair.</param>
    /// <param name="Permalink">Where exactly these answers will always be; absent where a day lies ahead.</param>
    /// <param name="Notice">What every reuse must say.</param>
    public sealed record Told(string On, string? On2, long Revision, IReadOnlyList<ToldPair> Items, string? Permalink, string Notice);

    /// <summary>One pair.</summary>
    /// <param name="Jurisdiction">Code of the place, as asked.</param>
    /// <param name="Substance">The substance, as asked.</param>
    /// <param name="Answer">The same as look_up, without its levels.</param>
    /// <param name="Movement">What became of it until the later day.</param>
    /// <param name="Problem">Why there is no answer for this pair.</param>
    public sealed record ToldPair(string Jurisdiction, string Substance, ToldStatus? Answer, ToldMovement? Movement, string? Problem);

    /// <summary>What became of an answer until the later day.</summary>
    /// <param name="Later">The answer on the later day.</param>
    /// <param name="Verdict">moved, same or cannot_say.</param>
    /// <param name="Say">The same as sentences.</param>
    public sealed record ToldMovement(ToldStatus Later, string Verdict, string Say);

    private static async Task<ToolAnswer> AnswerAsync(ToolCall call)
    {
        var question = call.Status();
        var later = LaterOf(call, question);
        var (places, substances) = (Split(call, "jurisdictions"), Split(call, "substances"));
        if (places.Count * substances.Count > MostPairs)
        {
            call.Check.Refuse("jurisdictions", $"{places.Count} places times {substances.Count} substances are more than {MostPairs} pairs. /v1/status takes 200.");
        }

        call.RefuseMistakes();
        var asked = places.SelectMany(place => substances.Select(substance => (Place: place, Substance: substance))).ToList();
        var known = await KnownStacks.FindAsync(
            call.Stacks, [.. asked.Select(pair => ToolCall.PairOf(pair.Place, pair.Substance))], question.Asked, call.Cancellation);
        if (known.Found.Count == 0)
        {
            throw new RefusedException(question.Asked.NoSuchRevision());
        }

        var items = asked.Zip(known.Found, (pair, found) => ItemOf(call, pair, known, found, question, later)).ToList();
        var path = $"/v1/status?jurisdiction={Joined(places)}&substance={Joined(substances)}{(later is null ? "" : $"&on2={later.On:yyyy-MM-dd}")}";
        var told = new Told(
            question.On.ToString("yyyy-MM-dd"), later?.On.ToString("yyyy-MM-dd"), known.Revision.Number, items,
            later is { IsFuture: true } ? null : call.Absolute(question.PermalinkOf(path, known.Revision.Number)),
            $"Information, not legal or medical advice; law on {question.On:yyyy-MM-dd}{(later is null ? "" : $" and {later.On:yyyy-MM-dd}")}.");
        return new ToolAnswer(TextOf(told), told);
    }

    private static StatusQuestion? LaterOf(ToolCall call, StatusQuestion question)
    {
        var day = call.Check.Day("on2", call["on2"]);
        if (day <= question.On)
        {
            call.Check.Refuse("on2", $"Give a day after {question.On:yyyy-MM-dd}, the law date of the question.");
        }

        return day is null ? null : question with { On = day.Value };
    }

    private static ToldPair ItemOf(
        ToolCall call, (string Place, string Substance) pair, KnownStacks known, FetchStacks.Found found, StatusQuestion question, StatusQuestion? later)
    {
        if (found.Stack is not { } stack)
        {
            return new ToldPair(pair.Place, pair.Substance, null, null, string.Join(" ", known.Unknown(found, "jurisdictions", "substances").Select(error => error.Detail)));
        }

        var (form, wrong) = OneStack.FormOf(stack.Substance, question.Form);
        if (wrong is not null)
        {
            return new ToldPair(pair.Place, pair.Substance, null, null, wrong.Detail);
        }

        var answer = StatusAnswer.Of(stack, form, question.On, question.IsFuture);
        return new ToldPair(pair.Place, pair.Substance, ShortOf(call, answer, question), later is null ? null : MovementOf(call, answer, later), null);
    }

    private static ToldMovement MovementOf(ToolCall call, StatusAnswer answer, StatusQuestion later)
    {
        var movement = Movement.Between(answer, StatusAnswer.Of(answer.Stack, answer.Form, later.On, later.IsFuture));
        return new ToldMovement(ShortOf(call, movement.Later, later), movement.Verdict, movement.Say);
    }

    private static ToldStatus ShortOf(ToolCall call, StatusAnswer answer, StatusQuestion question) =>
        ToldStatus.Of(answer, call.Absolute(question.PermalinkOf(LookUpStatus.PathOf(answer.Stack), answer.Stack.Revision.Number))) with { Levels = null };

    private static string TextOf(Told told)
    {
        var text = new StringBuilder($"Law on {told.On}{(told.On2 is null ? "" : $" and {told.On2}")}, as recorded in revision {told.Revision}.").AppendLine();
        foreach (var item in told.Items)
        {
            text.AppendLine();
            if (item.Answer is { } answer)
            {
                answer.WriteWords(answer.WriteHead(text));
                if (item.Movement is { } moved)
                {
                    moved.Later.WriteHead(text).AppendLine($"Movement: {moved.Verdict}. {moved.Say}");
                }
            }
            else
            {
                text.AppendLine($"{Check.Shown(item.Substance)} in {Check.Shown(item.Jurisdiction)}: no answer. {item.Problem}");
            }
        }

        return text.AppendLine().AppendLine(told.Permalink is null ? "No permalink: a day lies ahead, and the law may change before it." : $"Permalink: {told.Permalink}")
            .Append(told.Notice).ToString();
    }

    private static List<string> Split(ToolCall call, string name) =>
        [.. (call[name] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    private static string Joined(List<string> parts) => string.Join(',', parts.Select(Uri.EscapeDataString));
}
