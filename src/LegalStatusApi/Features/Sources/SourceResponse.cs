namespace LegalStatusApi.Features.Sources;

/// <summary>A law, order, judgment, page or article that records rest on.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Jurisdiction">The place it belongs to; absent where it speaks of many.</param>
/// <param name="Type">What kind of source it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="OfficialCitation">Its official citation: ELI, CELEX, CFR, SI, BGBl and the like.</param>
/// <param name="Versions">Each reading of it, oldest first. A version never changes.</param>
/// <param name="Answers">How many times classifications cite it: see <c>/answers</c>.</param>
/// <param name="Revision">The revision of the record that says so.</param>
public sealed record SourceResponse(
    string Key,
    string? Jurisdiction,
    string Type,
    string Title,
    string? OfficialCitation,
    IReadOnlyList<SourceVersionResponse> Versions,
    int Answers,
    long Revision);

/// <summary>One reading of a source.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Url">Where it stands, if known.</param>
/// <param name="ArchiveUrl">An archived copy, if known.</param>
/// <param name="Language">Language of the text (ISO 639).</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="PublishedOn">When it was published; may be partial.</param>
/// <param name="RetrievedOn">When someone looked.</param>
/// <param name="Sha256">SHA-256 of the content that was seen, in hexadecimal.</param>
/// <param name="Read">Was the text itself seen?</param>
/// <param name="RecordedIn">The revision that first said so.</param>
public sealed record SourceVersionResponse(
    int Version,
    string? Url,
    string? ArchiveUrl,
    string? Language,
    string? Publisher,
    string? PublishedOn,
    string? RetrievedOn,
    string? Sha256,
    bool Read,
    long RecordedIn);
