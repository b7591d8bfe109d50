using LegalStatusApi.Dataset.Reading;
using LegalStatusApi.Dataset.Rules;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Dataset.Auditing;

/// <summary>Whoever calls a record primary says where in the law the entry stands, so that somebody else finds it.</summary>
internal static class Pinpoints
{
    public static void Find(Draft draft, List<Mistake> gaps)
    {
        var sources = SourceIndex.Of(draft);
        foreach (var (_, record) in draft.Classifications.Where(each => each.Row.Verification is VerificationTerm.Primary
            && !each.Record.Citations.Any(citation => citation.Row.Pinpoint is not null
                && VerificationRules.IsLawThatWasRead(citation.Row, sources))))
        {
            record.At.For(gaps).Say("verification", "primary needs the pinpoint of the entry that was read: section, schedule, item.");
        }
    }
}
