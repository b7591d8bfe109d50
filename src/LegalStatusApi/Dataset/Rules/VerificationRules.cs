using LegalStatusApi.Dataset.Reading;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>A record claims no better verification than its citations give it.</summary>
internal static class VerificationRules
{
    public static void Check(Draft draft)
    {
        var sources = SourceIndex.Of(draft);
        var cited = draft.Participations
            .Select(each => (each.Row.Jurisdiction, each.Row.Source, each.Row.Version)).ToHashSet();
        foreach (var (row, record) in draft.Classifications.Where(each => each.Row.Verification.Length > 0))
        {
            CheckDays(row, record.At);

            // Where a citation cannot be followed, what it would support cannot be judged.
            if (record.Citations.All(each => each.At.AreSound("source", "version", "role"))
                && draft.IsWhole(SeedFileName.Sources))
            {
                CheckSupport(row, record, sources, cited);
            }
        }
    }

    private static void CheckDays(ClassificationRow row, Fields at)
    {
        if (row.Verification is VerificationTerm.Primary or VerificationTerm.Secondary)
        {
            if (row.VerifiedOn is null && at.AreSound("verifiedOn"))
            {
                at.Say("verifiedOn",
                    $"A record with 'verification: {row.Verification}' says on which day it was verified.");
            }

            return;
        }

        var message = $"It belongs to the verification primary or secondary only, not to {row.Verification}.";
        if (row.VerifiedOn is not null)
        {
            at.Say("verifiedOn", message);
        }

        if (row.ReviewDue is not null)
        {
            at.Say("reviewDue", message);
        }
    }

    private static void CheckSupport(
        ClassificationRow row, WrittenRecord record, SourceIndex sources, HashSet<(string, string, int)> participations)
    {
        var citations = record.Citations.Select(each => each.Row).ToList();
        var missing = row.Verification switch
        {
            VerificationTerm.Primary when !citations.Exists(citation => IsLawThatWasRead(citation, sources)) =>
                "primary needs a citation of a law or official source that was read, its role not reports or named.",
            VerificationTerm.Secondary when !citations.Exists(citation => WasRead(citation, sources)) =>
                "secondary needs a citation of a source that was read, its role not named.",
            VerificationTerm.Treaty when !citations.Exists(citation => sources.Source(citation.Source)?.Type == "treaty"
                    || participations.Contains((row.Jurisdiction, citation.Source, citation.Version))) =>
                "treaty needs a citation of the treaty, or of the source of the place's participation.",
            _ => null,
        };
        if (missing is not null)
        {
            record.At.Say("verification", missing);
        }

        if (row is { Status: StatusTerm.Uncontrolled, Verification: VerificationTerm.Primary }
            && !citations.Exists(citation => citation.Role == "checked"))
        {
            record.At.Say("status", "uncontrolled, with verification primary, needs a citation with the role checked: "
                + "the list that was read and does not name it.");
        }
    }

    private static bool WasRead(CitationRow citation, SourceIndex sources) =>
        citation.Role != "named" && sources.Version(citation.Source, citation.Version) is { Read: true };

    /// <summary>Whether a citation is of a text of law or of an office that was read, and rests on it.</summary>
    public static bool IsLawThatWasRead(CitationRow citation, SourceIndex sources) =>
        citation.Role != "reports" && WasRead(citation, sources)
        && sources.Source(citation.Source) is { Type: not ("article" or "encyclopedia") };
}
