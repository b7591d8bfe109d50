namespace LegalStatusApi.Features.Jurisdictions;

/// <summary>A place that makes or receives law.</summary>
/// <param name="Code">ISO 3166-1 alpha-2, ISO 3166-2, those with a slug, UN or EU.</param>
/// <param name="Name">English short name.</param>
/// <param name="Type">What kind of place it is.</param>
/// <param name="Aliases">Other names that it is known by.</param>
/// <param name="Parents">The places directly above it, with the dates of each link.</param>
/// <param name="Children">The places directly below it, with the dates of each link.</param>
/// <param name="Participations">The treaties whose membership is on record, yes or no.</param>
/// <param name="Records">How many classifications of its own law are on record, by substance. None says nothing about the law.</param>
/// <param name="Revision">The revision of the record that says so.</param>
public sealed record JurisdictionResponse(
    string Code,
    string Name,
    string Type,
    IReadOnlyList<string>? Aliases,
    IReadOnlyList<RelativeResponse> Parents,
    IReadOnlyList<RelativeResponse> Children,
    IReadOnlyList<ParticipationResponse> Participations,
    IReadOnlyList<RecordCountResponse> Records,
    long Revision);

/// <summary>A place directly above or below another.</summary>
/// <param name="Code">Code of that place.</param>
/// <param name="Name">English short name.</param>
/// <param name="Type">What kind of place it is.</param>
/// <param name="Law">What the law of the upper place is in the lower.</param>
/// <param name="From">First day of the link; may be partial; absent where it is not known or was always so.</param>
/// <param name="To">First day on which it no longer holds; absent while it does.</param>
public sealed record RelativeResponse(string Code, string Name, string Type, string Law, string? From, string? To);

/// <summary>A place in a treaty, or known not to be.</summary>
/// <param name="Treaty">Key of the treaty among the sources.</param>
/// <param name="Title">Its title.</param>
/// <param name="Party">false: known not to be a party.</param>
/// <param name="From">First day of membership; may be partial; absent where it is not known.</param>
/// <param name="To">First day on which it is no longer a party; absent while it is.</param>
/// <param name="Source">Key of the source that says so.</param>
/// <param name="Version">Which version of it.</param>
/// <param name="Pinpoint">Where in it.</param>
public sealed record ParticipationResponse(
    string Treaty, string Title, bool Party, string? From, string? To, string Source, int Version, string? Pinpoint);

/// <summary>How much is on record.</summary>
/// <param name="Substance">Slug of the substance.</param>
/// <param name="Classifications">Periods of the substance and of its forms.</param>
public sealed record RecordCountResponse(string Substance, int Classifications);
