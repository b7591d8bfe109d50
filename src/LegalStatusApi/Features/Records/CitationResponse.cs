using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Records;

/// <summary>A record rests on this version of this source, at this pinpoint, in this role.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Source">Key of the source.</param>
/// <param name="Version">Which version of it.</param>
/// <param name="Role">What the source does for the record.</param>
/// <param name="Pinpoint">Where in the source.</param>
/// <param name="Class">The class that this instrument gives.</param>
/// <param name="FrozenOn">With incorporates: the day at which the other place's list is frozen.</param>
/// <param name="Type">Kind of source.</param>
/// <param name="Title">Its title.</param>
/// <param name="OfficialCitation">Its official citation.</param>
/// <param name="Url">Where that version stands, if known.</param>
/// <param name="ArchiveUrl">An archived copy, if known.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="PublishedOn">When it was published; may be partial.</param>
/// <param name="RetrievedOn">When someone looked.</param>
/// <param name="Read">Was the text itself seen?</param>
/// <param name="Language">Language of that version's text (ISO 639), if known; its title may be an English one.</param>
public sealed record CitationResponse(
    string Id,
    string Source,
    int Version,
    string Role,
    string? Pinpoint,
    string? Class,
    string? FrozenOn,
    string Type,
    string Title,
    string? OfficialCitation,
    string? Url,
    string? ArchiveUrl,
    string? Publisher,
    string? PublishedOn,
    string? RetrievedOn,
    bool Read,
    string? Language) : ICell
{
    string ICell.Cell => $"{Source} version {Version} ({Role}{(Pinpoint is null ? "" : $", {Pinpoint}")})";

    public static CitationResponse Of(Citation citation) => new(
        citation.Id,
        citation.Source,
        citation.Version,
        citation.Role,
        citation.Pinpoint,
        citation.Class,
        citation.FrozenOn?.ToString("yyyy-MM-dd"),
        citation.Type,
        citation.Title,
        citation.OfficialCitation,
        citation.Url,
        citation.ArchiveUrl,
        citation.Publisher,
        citation.PublishedOn?.ToString(),
        citation.RetrievedOn?.ToString("yyyy-MM-dd"),
        citation.Read,
        citation.Language);
}
