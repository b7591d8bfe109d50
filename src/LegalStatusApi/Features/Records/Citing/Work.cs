using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Records.Citing;

/// <summary>A work as reference managers know it: an answer of this service, or a source that it rests on.</summary>
/// <param name="Id">Its name in the list of works.</param>
/// <param name="Kind">A source type of the vocabulary; null for an answer.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="Issued">When it was published; may be partial.</param>
/// <param name="Accessed">When someone looked.</param>
/// <param name="Number">Its official citation.</param>
/// <param name="Url">Where it stands.</param>
/// <param name="ArchiveUrl">An archived copy.</param>
/// <param name="Note">What it does for the answer, and where in it.</param>
public sealed record Work(
    string Id, string? Kind, string Title, string? Publisher, PartialDate? Issued, PartialDate? Accessed, string? Number, string? Url,
    string? ArchiveUrl, string? Note)
{
    public static Work Of(CitationResponse citation) => new(
        $"{citation.Source}-{citation.Version}", citation.Type, citation.Title, citation.Publisher, DateOf(citation.PublishedOn),
        DateOf(citation.RetrievedOn), citation.OfficialCitation, citation.Url, citation.ArchiveUrl,
        string.Join("; ", new[]
        {
            citation.Role, citation.Pinpoint, citation.Class, citation.Read ? null : "the text itself was not seen",
        }.Where(part => part is not null)));

    private static PartialDate? DateOf(string? text) => text is null ? null : PartialDate.Parse(text);
}
