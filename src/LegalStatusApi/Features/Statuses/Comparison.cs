using System.Text.Json;
using System.Text.Json.Serialization;
using LegalStatusApi.Caching;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Statuses;

/// <summary>What is on record of the pairs of a comparison: its answer is made of this, in whichever form it is asked for.</summary>
/// <param name="pairs">As they were asked for.</param>
/// <param name="known">What is on record of each, in the same order.</param>
/// <param name="question">What is asked of each.</param>
/// <param name="later">The same on a later day; null where nobody asks.</param>
/// <param name="path">The address of the comparison, without its day.</param>
public sealed class Comparison(
    IReadOnlyList<(string Jurisdiction, string Substance)> pairs, KnownStacks known, StatusQuestion question, StatusQuestion? later, string path)
{
    // Rough, of a pair: its names, and its cell.
    private const int BytesBeside = 1024;
    private readonly string? _permalink = later is { IsFuture: true } ? null : question.PermalinkOf(path, known.Revision.Number);
    private CompareResponse? _response;

    /// <summary>The revision that all answers come from.</summary>
    public Revision Revision => known.Revision;

    /// <summary>What its address says of how long it keeps.</summary>
    public Freshness Freshness => new(Revision.RecordedAt, _permalink, question.IsPinned && later is not { IsFuture: true }, question.LatestOf(path));

    public CompareResponse Response => _response ??= ResponseOf([.. pairs.Select((pair, at) => ItemOf(pair, known.Found[at]))]);

    private string On => question.On.ToString("yyyy-MM-dd");

    private string? On2 => later?.On.ToString("yyyy-MM-dd");

    private string Notice => $"Information, not legal or medical advice; law on {(later is null ? On : $"{On} and {On2}")}.";

    /// <summary>The same as JSON, put together of texts that are kept.</summary>
    /// <param name="texts">Where they are kept; null = nowhere.</param>
    /// <param name="lend">Is given what has to be disposed of when the text is not wanted any more.</param>
    public ReadOnlyMemory<byte> Json(TextsOfDays? texts, Action<IDisposable> lend)
    {
        // How old a check is changes from day to day, and what lies ahead at midnight.
        if (texts is null || texts.Today != question.Today || question.MaxAge is not null)
        {
            return JsonSerializer.SerializeToUtf8Bytes(Response, ApiJson.Options);
        }

        var (items, inShort) = (new List<WrittenItem>(pairs.Count), new List<PairInShort>(pairs.Count));
        foreach (var (pair, found) in pairs.Zip(known.Found))
        {
            var (stack, form, problem) = StackOf(pair, found);
            if (stack is null)
            {
                items.Add(new WrittenItem(pair.Jurisdiction, pair.Substance, null, null, problem));
                continue;
            }

            var (text, said) = TextOf(stack, form, texts);
            var movement = MovementOf(stack, form, null);
            items.Add(new WrittenItem(pair.Jurisdiction, pair.Substance, text, movement, null));
            inShort.Add(said.With(movement));
        }

        var written = new LentText(items.Sum(item => BytesBeside + (item.Answer?.Length ?? 0)));
        lend(written);
        using var writer = new Utf8JsonWriter(written, ApiJson.Writing);
        JsonSerializer.Serialize(writer, new Written(On, On2, Revision.Number, [.. MatrixRow.Of(inShort)], items, _permalink, Notice), ApiJson.Options);
        writer.Flush();
        return written.Text;
    }

    private CompareResponse ResponseOf(List<CompareItem> items) => new(
        On, On2, Revision.Number,
        [.. MatrixRow.Of(items.Where(item => item.Answer is not null).Select(item => PairInShort.Of(item.Answer!).With(item.Movement)))],
        items, _permalink, Notice);

    private CompareItem ItemOf((string Jurisdiction, string Substance) pair, FetchStacks.Found found)
    {
        var (stack, form, problem) = StackOf(pair, found);
        if (stack is null)
        {
            return new CompareItem(pair.Jurisdiction, pair.Substance, null, null, problem);
        }

        var answer = StatusAnswer.Of(stack, form, question.On, question.IsFuture);
        return new CompareItem(pair.Jurisdiction, pair.Substance, ResponseOf(answer), MovementOf(stack, form, answer), null);
    }

    // What there is to say of a pair, or why there is nothing.
    private (Stack? Stack, Form? Form, Problem? Problem) StackOf((string Jurisdiction, string Substance) pair, FetchStacks.Found found)
    {
        if (!found.PlaceIsKnown)
        {
            return (null, null, known.Names.NoSuchPlace(pair.Jurisdiction));
        }

        if (found.Stack is not { } stack)
        {
            return (null, null, known.Names.NoSuchSubstance(pair.Substance));
        }

        var (form, wrong) = OneStack.FormOf(stack.Substance, question.Form);
        return wrong is null ? (stack, form, null) : (null, null, wrong);
    }

    private StatusResponse ResponseOf(StatusAnswer answer) =>
        StatusResponse.Of(answer, question.PermalinkOf(LookUpStatus.PathOf(answer.Stack), Revision.Number)) with { Freshness = question.FreshnessOf(answer) };

    /// <param name="before">The answer on the earlier day, where it is there already.</param>
    private MovementResponse? MovementOf(Stack stack, Form? form, StatusAnswer? before) => later is null ? null : MovementResponse.Of(
        Movement.Between(before ?? StatusAnswer.Of(stack, form, question.On, question.IsFuture), StatusAnswer.Of(stack, form, later.On, later.IsFuture)),
        later.PermalinkOf(LookUpStatus.PathOf(stack), Revision.Number));

    private (AnswerText Text, PairInShort InShort) TextOf(Stack stack, Form? form, TextsOfDays texts)
    {
        if (texts.Find<PairInShort>(stack, form?.Slug, question.On) is { } kept)
        {
            return (new AnswerText(kept.Text, question.On, null), kept.Beside);
        }

        var response = ResponseOf(StatusAnswer.Of(stack, form, question.On, question.IsFuture));
        var (text, inShort) = (JsonSerializer.SerializeToUtf8Bytes(response, ApiJson.Options), PairInShort.Of(response));
        texts.Offer(stack, form?.Slug, LookUpStatus.DaysOf(stack, form, question), text, inShort, SizeOfLaw.OwnOf(stack));
        return (new AnswerText(null, default, text), inShort);
    }

    // A CompareResponse and its items as they are written, with the text of each answer in its place.
    private sealed record Written(
        string On, string? On2, long Revision, IReadOnlyList<MatrixRow> Matrix, IReadOnlyList<WrittenItem> Items, string? Permalink, string Notice);

    private sealed record WrittenItem(string Jurisdiction, string Substance, AnswerText? Answer, MovementResponse? Movement, Problem? Problem);

    [JsonConverter(typeof(AsItStands))]
    private sealed record AnswerText(DayText? OfDays, DateOnly On, byte[]? Whole)
    {
        public int Length => OfDays?.LengthOn(On) ?? Whole!.Length;
    }

    private sealed class AsItStands : JsonConverter<AnswerText>
    {
        public override AnswerText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, AnswerText value, JsonSerializerOptions options)
        {
            if (value.OfDays is not { } text)
            {
                writer.WriteRawValue(value.Whole, skipInputValidation: true);
                return;
            }

            using var lent = text.Lend(value.On);
            writer.WriteRawValue(lent.Text.Span, skipInputValidation: true);
        }
    }
}
