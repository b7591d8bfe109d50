using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Statuses;

/// <summary>The answers, in the order of the question: places, and within each the substances.</summary>
/// <param name="On">The law day (UTC).</param>
/// <param name="On2">The later law day, if one was asked for.</param>
/// <param name="Revision">The revision that all answers come from.</param>
/// <param name="Matrix">The same in short, as a table: one row for each place that is on record.</param>
/// <param name="Items">One for each pair: an answer, or a problem in its place.</param>
/// <param name="Permalink">Where exactly these answers will always be; absent where a day lies ahead, and with maxAge.</param>
/// <param name="Notice">What every reuse must say.</param>
public sealed record CompareResponse(
    string On,
    string? On2,
    long Revision,
    IReadOnlyList<MatrixRow> Matrix,
    IReadOnlyList<CompareItem> Items,
    string? Permalink,
    string Notice);

/// <summary>A place, and what holds there for each substance.</summary>
/// <param name="Jurisdiction">Code of the place.</param>
/// <param name="Name">Its name.</param>
/// <param name="Cells">By the slug of the substance.</param>
public sealed record MatrixRow(string Jurisdiction, string Name, IReadOnlyDictionary<string, MatrixCell> Cells)
{
    public static IEnumerable<MatrixRow> Of(IEnumerable<PairInShort> pairs) => pairs
        .GroupBy(pair => pair.Jurisdiction, StringComparer.Ordinal)
        .Select(place => new MatrixRow(
            place.Key,
            place.First().Name,
            place.DistinctBy(pair => pair.Substance, StringComparer.Ordinal).ToDictionary(pair => pair.Substance, pair => pair.Cell, StringComparer.Ordinal)));
}

/// <summary>What the table says of one pair.</summary>
/// <param name="Jurisdiction">Code of the place.</param>
/// <param name="Name">Its name.</param>
/// <param name="Substance">Slug of the substance.</param>
/// <param name="Cell">Its headline in short.</param>
public sealed record PairInShort(string Jurisdiction, string Name, string Substance, MatrixCell Cell)
{
    public static PairInShort Of(StatusResponse answer) => new(
        answer.Jurisdiction.Code, answer.Jurisdiction.Name, answer.Substance, MatrixCell.Of(answer.Headline));

    /// <summary>The same, with what became of it.</summary>
    public PairInShort With(MovementResponse? movement) => movement is null ? this : this with { Cell = Cell with { Later = MatrixCell.Of(movement.After) } };
}

/// <summary>A headline in short.</summary>
/// <param name="Status">One word of the status vocabulary.</param>
/// <param name="BusinessesOnly">It bars licensed businesses alone and leaves possession to the law above it; absent elsewhere.</param>
/// <param name="Reason">Why it is unknown.</param>
/// <param name="Certainty">How sure the date is.</param>
/// <param name="Verification">How well it was checked; absent where nothing is on record.</param>
/// <param name="Strictest">The strictest level that binds people there.</param>
/// <param name="FormsDiffer">For some form the answer is another.</param>
/// <param name="Later">The same on the later day, if one was asked for.</param>
public sealed record MatrixCell(
    string Status, bool? BusinessesOnly, string? Reason, string Certainty, string? Verification, StrictestResponse? Strictest, bool FormsDiffer, MatrixCell? Later)
{
    public static MatrixCell Of(HeadlineResponse headline) => new(
        headline.Status, headline.BusinessesOnly, headline.Reason, headline.Certainty, headline.Verification, headline.Strictest, headline.FormsDiffer, null);
}

/// <summary>One pair.</summary>
/// <param name="Jurisdiction">Code of the place, as asked.</param>
/// <param name="Substance">Slug of the substance, as asked.</param>
/// <param name="Answer">The same as the main answer for this pair.</param>
/// <param name="Movement">With a later day: what became of it until then, and by which instruments.</param>
/// <param name="Problem">Why there is no answer for this pair.</param>
public sealed record CompareItem(string Jurisdiction, string Substance, StatusResponse? Answer, MovementResponse? Movement, Problem? Problem);

/// <summary>What became of an answer between two law dates.</summary>
/// <param name="Verdict">moved, same or cannot_say.</param>
/// <param name="Before">The headline on the earlier day.</param>
/// <param name="After">The headline on the later day.</param>
/// <param name="Steps">Each period that began in between, at any level whose law applies, most local level first.</param>
/// <param name="Say">The same as sentences that can be printed.</param>
/// <param name="Later">The answer on the later day, to be cited; absent where that day lies ahead.</param>
public sealed record MovementResponse(
    string Verdict, HeadlineResponse Before, HeadlineResponse After, IReadOnlyList<MovementStep> Steps, string Say, string? Later)
{
    public static MovementResponse Of(Movement movement, string? later) => new(
        movement.Verdict,
        HeadlineResponse.Of(movement.Earlier.Headline),
        HeadlineResponse.Of(movement.Later.Headline),
        [.. movement.Steps.Select(MovementStep.Of)],
        movement.Say,
        later);
}

/// <summary>A period that began between the two days.</summary>
/// <param name="Level">Code of the level.</param>
/// <param name="Form">The form it is about; absent for the substance itself.</param>
/// <param name="Classification">Stable id of the classification.</param>
/// <param name="EffectiveFrom">First day in force; may be partial.</param>
/// <param name="Before">The status of the period before; absent where none is on record.</param>
/// <param name="After">The status from then on.</param>
/// <param name="Verification">How well it was checked.</param>
/// <param name="Fields">What differs from the period before.</param>
/// <param name="By">The instruments that made it; empty where those are not on record.</param>
public sealed record MovementStep(
    string Level,
    string? Form,
    string Classification,
    string EffectiveFrom,
    string? Before,
    string After,
    string Verification,
    IReadOnlyList<FieldChangeResponse> Fields,
    IReadOnlyList<InstrumentResponse> By)
{
    public static MovementStep Of(Step step) => new(
        step.Record.Jurisdiction,
        step.Record.Form,
        step.Record.Id,
        step.Record.From!.Value.ToString(),
        step.Change?.Earlier.Status,
        step.Record.Status,
        step.Record.Verification,
        [.. (step.Change?.Fields ?? []).Select(FieldChangeResponse.Of)],
        [.. (step.Change?.Instruments ?? Change.InstrumentsOf(step.Record)).Select(InstrumentResponse.Of)]);
}
