using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Records;

/// <summary>What one period says otherwise than the one before it.</summary>
/// <param name="Since">Stable id of the classification before.</param>
/// <param name="Gap">Between the two lie days of which nothing is on record.</param>
/// <param name="Fields">What differs; empty where only the instrument is another.</param>
/// <param name="By">The instruments of this period: its citations that establish, amend or repeal.</param>
public sealed record ChangeResponse(
    string Since, bool Gap, IReadOnlyList<FieldChangeResponse> Fields, IReadOnlyList<InstrumentResponse> By)
{
    public static ChangeResponse Of(Change change) => new(
        change.Earlier.Id,
        change.HasGap,
        [.. change.Fields.Select(FieldChangeResponse.Of)],
        [.. change.Instruments.Select(InstrumentResponse.Of)]);
}

/// <summary>A field that differs.</summary>
/// <param name="Field">Its name: <c>status</c>, <c>schedule</c>, <c>medicalAccess</c>, <c>activities.possession</c> and so on, <c>thresholds</c>, <c>conditions</c>.</param>
/// <param name="Before">What it was; absent where nothing was on record, and for thresholds and conditions, which the periods show.</param>
/// <param name="After">What it became; absent where nothing is on record any more, and for thresholds and conditions.</param>
public sealed record FieldChangeResponse(string Field, string? Before, string? After)
{
    public static FieldChangeResponse Of(FieldChange field) => new(field.Field, field.Before, field.After);
}

/// <summary>An instrument that made the change.</summary>
/// <param name="Citation">Stable id of the citation, which the period shows in full.</param>
/// <param name="Source">Key of the source.</param>
/// <param name="Role">establishes, amends or repeals.</param>
/// <param name="Title">Title of the source.</param>
/// <param name="Pinpoint">Where in the source.</param>
public sealed record InstrumentResponse(string Citation, string Source, string Role, string Title, string? Pinpoint)
{
    public static InstrumentResponse Of(Citation citation) => new(citation.Id, citation.Source, citation.Role, citation.Title, citation.Pinpoint);
}
