using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using LegalStatusApi.Http.OpenApi;

namespace LegalStatusApi.Features.Access;

/// <summary>Lawful medical or supervised routes on record for a day.</summary>
/// <param name="On">The law day (UTC).</param>
/// <param name="Recorded">What the record says as a whole, all parts of the list together.</param>
/// <param name="Say">The same as a sentence, where no route is on record.</param>
/// <param name="Items">What is on record for the day first, then what is recorded for no named indication, what is uncertain, context, and leads.</param>
/// <param name="Next">Address of the part that follows, for the same day and revision; absent in the last part.</param>
/// <param name="Revision">The revision that the whole list is read at.</param>
/// <param name="Permalink">Where exactly this answer will always be; absent where the day lies ahead, and in later parts.</param>
/// <param name="Notice">What every reuse must say.</param>
public sealed record AccessResponse(
    string On,
    string Recorded,
    string? Say,
    IReadOnlyList<AccessItem> Items,
    string? Next,
    long Revision,
    string? Permalink,
    string Notice) : IRows
{
    Type IRows.RowType => typeof(AccessItem);

    IEnumerable IRows.Rows => Items;
}

/// <summary>A record that tells of a route: what it says, how sure that is, and on what level of law it rests.</summary>
[AlwaysThere("classification", "key", "activities", "medicalAccess", "summary", "verification", "citations", "recordedIn")]
public sealed record AccessItem : RecordResponse
{
    [SetsRequiredMembers]
    private AccessItem(RecordResponse said, RecordOnDay route, string say)
        : base(said)
    {
        Jurisdiction = PlaceResponse.Of(route.Place);
        Substance = route.Record.Substance;
        Standing = route.Standing;
        Kind = route.Record.MedicalAccess;
        Certainty = route.Certainty;
        Say = say;
        Conflicts = [.. route.Own.Conflicts.Where(conflict => conflict.Ours.Id == route.Record.Id)
            .Select(conflict => ConflictResponse.Of(conflict, route.Place))];
    }

    /// <summary>The level whose law it is.</summary>
    [JsonPropertyOrder(-19)]
    public required PlaceResponse Jurisdiction { get; init; }

    /// <summary>Slug of the substance.</summary>
    [JsonPropertyOrder(-18)]
    public required string Substance { get; init; }

    /// <summary>What may be made of it: only on_record is a route on record for the day.</summary>
    [JsonPropertyOrder(-17)]
    public required string Standing { get; init; }

    /// <summary>Which kind of route; in the record it is medicalAccess.</summary>
    [JsonPropertyOrder(-16)]
    public required string Kind { get; init; }

    /// <summary>How the route fits the indication asked for; absent where none was.</summary>
    [JsonPropertyOrder(-15)]
    public string? IndicationMatch { get; init; }

    /// <summary>With broader and narrower: the indication that the record names.</summary>
    [JsonPropertyOrder(-14)]
    public string? MatchedBy { get; init; }

    /// <summary>How sure it is that it holds on the day.</summary>
    [JsonPropertyOrder(-13)]
    public required string Certainty { get; init; }

    /// <summary>A form was asked for, and this is recorded of the substance: whether it covers the form is not on record.</summary>
    [JsonPropertyOrder(-12)]
    public bool? FromSubstance { get; init; }

    /// <summary>The law of this level applies in other places on record below it too, whose own law may be stricter.</summary>
    [JsonPropertyOrder(-11)]
    public bool? AppliesBelow { get; init; }

    /// <summary>The same as plain sentences.</summary>
    [JsonPropertyOrder(-10)]
    public required string Say { get; init; }

    /// <summary>The strictest level that binds people there, or in the place asked about.</summary>
    [JsonPropertyOrder(7)]
    public StrictestResponse? Strictest { get; init; }

    /// <summary>Levels above whose law applies too and is stricter or freer than this record.</summary>
    [JsonPropertyOrder(8)]
    public required IReadOnlyList<ConflictResponse> Conflicts { get; init; }

    public static AccessItem Of(RecordOnDay route, string? asked, bool appliesBelow)
    {
        var match = asked is null ? null : Indications.MatchOf(route.Record, asked);
        return new AccessItem(RecordResponse.Of(route.Record) with { Thresholds = null }, route, RouteWording.Say(route, asked, match, appliesBelow))
        {
            IndicationMatch = match?.Term,
            MatchedBy = match?.By,
            FromSubstance = route.FromSubstance ? true : null,
            AppliesBelow = appliesBelow ? true : null,
            Strictest = route.Asked.Headline.Strictest is { Said: { } said } level
                ? new StrictestResponse(said.Status, level.Place.Code, said.Verification)
                : null,
        };
    }
}
