using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Auditing;

/// <summary>
/// What a text that can be published still lacks as a record to rely on (CODEBOOK.md). <see cref="SeedReader"/> names what no
/// revision may hold; this names what a maintainer has to mend or explain before the text is called finished.
/// </summary>
/// <param name="Text">The text, or why it cannot be read.</param>
/// <param name="List">The pairs it is measured against; null where the folder has no coverage.yaml, or the text has mistakes.</param>
/// <param name="Gaps">What is to be mended.</param>
/// <param name="Reminders">What only became due as time went by.</param>
internal sealed record SeedAudit(
    SeedText Text, CoverageList? List, IReadOnlyList<Mistake> Gaps, IReadOnlyList<Mistake> Reminders)
{
    public static SeedAudit Of(string folder, DateOnly today)
    {
        var (text, draft) = SeedReader.ReadDraft(folder);
        if (text.Mistakes.Count > 0)
        {
            return new SeedAudit(text, null, [], []);
        }

        List<Mistake> gaps = [], reminders = [];
        OrphanSources.Find(draft, gaps);
        Pinpoints.Find(draft, gaps);
        ComingDays.Find(draft, today, gaps);
        OverdueReviews.Find(draft, today, reminders);
        if (draft.Coverage is { } list)
        {
            ListedPairs.Find(draft, list, gaps);
        }

        return new SeedAudit(text, draft.Coverage, InOrder(gaps), InOrder(reminders));
    }

    private static List<Mistake> InOrder(IEnumerable<Mistake> found) =>
        [.. found.OrderBy(each => each.File, StringComparer.Ordinal).ThenBy(each => each.Line)];
}
