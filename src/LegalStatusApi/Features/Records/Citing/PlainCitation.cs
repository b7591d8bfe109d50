namespace LegalStatusApi.Features.Records.Citing;

/// <summary>Works as lines of text, to be pasted.</summary>
public static class PlainCitation
{
    public static string Of(IEnumerable<Work> works) => string.Concat(works.Select(work => LineOf(work) + "\n"));

    private static string LineOf(Work work)
    {
        var parts = new[]
        {
            Sentence(work.Publisher), Sentence(work.Title), Sentence(work.Number), Sentence(work.Issued?.ToString()),
            Sentence(work.Note), work.Url, work.ArchiveUrl is null ? null : $"(archived: {work.ArchiveUrl})",
            work.Accessed is null ? null : $"(seen on {work.Accessed})",
        };
        return string.Join(' ', parts.Where(part => part is not null));
    }

    private static string? Sentence(string? text) => text is null ? null : text.EndsWith('.') ? text : $"{text}.";
}
