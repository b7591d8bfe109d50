namespace LegalStatusApi.Features.Substances;

/// <summary>A substance that the service covers.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name in English.</param>
/// <param name="Inn">International nonproprietary name (WHO).</param>
/// <param name="Synonyms">Other names; addresses that use one are redirected.</param>
/// <param name="Identifiers">What other registers call it: a list for each of cas, unii, pubchemCid, inchiKey, atc, dea, un.</param>
/// <param name="Forms">Forms of which some law speaks apart.</param>
/// <param name="Records">How many classifications are on record, forms included.</param>
/// <param name="Revision">The revision of the record that says so; in a list it is told once, for all.</param>
public sealed record SubstanceResponse(
    string Slug,
    string Name,
    string? Inn,
    IReadOnlyList<string>? Synonyms,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Identifiers,
    IReadOnlyList<SubstanceFormResponse> Forms,
    int Records,
    long? Revision);

/// <summary>A form of a substance.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name in English.</param>
/// <param name="Synonyms">Other names.</param>
/// <param name="FallsBackTo">Where a place says nothing of the form, what it says of this substance counts; absent where it does not.</param>
/// <param name="Identifiers">What other registers call it, as for the substance.</param>
public sealed record SubstanceFormResponse(
    string Slug,
    string Name,
    IReadOnlyList<string>? Synonyms,
    string? FallsBackTo,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Identifiers);
