using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using LegalStatusApi.Http.OpenApi;

namespace LegalStatusApi.Features.Thresholds;

/// <summary>Amounts that laws name on a day.</summary>
/// <param name="On">The law day (UTC).</param>
/// <param name="Recorded">What the record says as a whole, all parts of the list together.</param>
/// <param name="Say">The same as a sentence, where no amount is on record.</param>
/// <param name="Items">What is on record for the day first, then what is uncertain, context, and leads.</param>
/// <param name="Next">Address of the part that follows, for the same day and revision; absent in the last part.</param>
/// <param name="Revision">The revision that the whole list is read at.</param>
/// <param name="Permalink">Where exactly this answer will always be; absent where the day lies ahead, and in later parts.</param>
/// <param name="Notice">What every reuse must say.</param>
public sealed record ThresholdsResponse(
    string On,
    string Recorded,
    string? Say,
    IReadOnlyList<ThresholdItem> Items,
    string? Next,
    long Revision,
    string? Permalink,
    string Notice) : IRows
{
    Type IRows.RowType => typeof(ThresholdItem);

    IEnumerable IRows.Rows => Items;
}

/// <summary>An amount that a law names, what it changes and what it does not, and the record that says so.</summary>
[AlwaysThere("classification", "key", "activities", "medicalAccess", "summary", "verification", "citations", "recordedIn")]
public sealed record ThresholdItem : RecordResponse
{
    [SetsRequiredMembers]
    private ThresholdItem(RecordResponse said, RecordOnDay record, Threshold amount)
        : base(said)
    {
        Jurisdiction = PlaceResponse.Of(record.Place);
        Substance = record.Record.Substance;
        Standing = record.Standing;
        Certainty = record.Certainty;
        Amount = amount;
        Say = AmountWording.Say(record, amount);
        LevelsAbove = [.. record.LevelsAbove.Select(level => LevelAboveResponse.Of(level.Level, level.Said, amount))];
    }

    /// <summary>The level whose law it is.</summary>
    [JsonPropertyOrder(-19)]
    public required PlaceResponse Jurisdiction { get; init; }

    /// <summary>Slug of the substance.</summary>
    [JsonPropertyOrder(-18)]
    public required string Substance { get; init; }

    /// <summary>What may be made of it: only on_record is an amount on record for the day.</summary>
    [JsonPropertyOrder(-17)]
    public required string Standing { get; init; }

    /// <summary>How sure it is that it holds on the day.</summary>
    [JsonPropertyOrder(-16)]
    public required string Certainty { get; init; }

    /// <summary>A form was asked for, and this is recorded of the substance.</summary>
    [JsonPropertyOrder(-15)]
    public bool? FromSubstance { get; init; }

    /// <summary>The amount. Never to be compared with one on another basis.</summary>
    [JsonPropertyOrder(-14)]
    public required Threshold Amount { get; init; }

    /// <summary>The same as plain sentences, with what remains an offence below the amount.</summary>
    [JsonPropertyOrder(-13)]
    public required string Say { get; init; }

    /// <summary>Levels above whose law applies too, whatever this amount.</summary>
    [JsonPropertyOrder(7)]
    public required IReadOnlyList<LevelAboveResponse> LevelsAbove { get; init; }

    /// <summary>The strictest level that binds people there, or in the place asked about.</summary>
    [JsonPropertyOrder(8)]
    public StrictestResponse? Strictest { get; init; }

    public static ThresholdItem Of(RecordOnDay record, Threshold amount) =>
        new(RecordResponse.Of(record.Record) with { Thresholds = null }, record, amount)
        {
            FromSubstance = record.FromSubstance ? true : null,
            Strictest = record.Asked.Headline.Strictest is { Said: { } said } level
                ? new StrictestResponse(said.Status, level.Place.Code, said.Verification)
                : null,
        };
}

/// <summary>A level above, whose law applies whatever an amount below it says.</summary>
/// <param name="Level">Its code.</param>
/// <param name="Status">Its status.</param>
/// <param name="ActivityStatus">How it treats the activity that the amount is about; absent where that is not on record.</param>
/// <param name="HasAmounts">It names amounts of its own for that activity.</param>
/// <param name="Verification">How well its record was checked.</param>
public sealed record LevelAboveResponse(string Level, string Status, string? ActivityStatus, bool HasAmounts, string Verification)
{
    public static LevelAboveResponse Of(Layer level, Classification said, Threshold amount) => new(
        level.Place.Code,
        said.Status,
        said.Activities.GetValueOrDefault(amount.Activity ?? "possession"),
        said.Thresholds.Any(each => (each.Activity ?? "possession") == (amount.Activity ?? "possession")),
        said.Verification);
}
