namespace LegalStatusApi.Domain.Claims;

/// <summary>What all levels together make of a claim on one day, of one form, without a look at other days and forms.</summary>
/// <param name="Verdict">supported, overstated, contradicted or cannot_say.</param>
/// <param name="Levels">The levels of law that bind and speak, most local first; the first heads the answer.</param>
/// <remarks>
/// In this order:
/// 1. No certain answer heads the place's law: cannot_say. So is a head that is a lead, is unclear, may be either of two that differ,
///    or does not record the activity. Of a class, the head is the most local law that names one.
/// 2. A word that is judged by the most local law: what that says; where it does not support the claim and a level above does, it
///    is overstated, since the claim is true of somebody's law but not of the place's own.
/// 3. A word that is judged by every level. A level that merely says nothing against it (uncontrolled, unregulated) softens no other
///    level that does: it is left out beside a stricter one. Then one binding level that prohibits decides, for words of prohibition
///    and against words of freedom, unless a more local law says otherwise, or might: law above it does not free what the local
///    law prohibits, and a local priority prohibits nothing itself.
/// 4. Else supported or contradicted only if all levels that speak say so. A level that cannot say (a lead, unclear law) holds that
///    back, unless it is a lead that points the same way. Levels that differ: overstated. So a local priority under a stricter level
///    never makes "decriminalized" or "legal" true, and federal law alone does not make "illegal" true where the state's law permits.
/// </remarks>
public sealed record DayVerdict(string Verdict, IReadOnlyList<LevelVerdict> Levels)
{
    public static DayVerdict Of(Stack stack, Form? form, DateOnly day, Claim claim)
    {
        var layers = stack.LayersOn(day, form);
        var headline = Headline.Of(layers);
        var levels = layers.Where(layer => layer.Applies && layer.Finding.Speaks).Select(layer => LevelVerdict.Of(layer, claim)).ToList();
        return new DayVerdict(headline.Certainty == CertaintyTerm.Unknown ? VerdictTerm.CannotSay : Together(levels, claim), levels);
    }

    private static string Together(List<LevelVerdict> levels, Claim claim)
    {
        var speaking = levels.Where(level => !level.IsSilent).ToList();
        var head = claim.Said is ClaimedClass ? speaking.FirstOrDefault() : levels.FirstOrDefault();
        if (head is null || head.Verdict == VerdictTerm.CannotSay)
        {
            return VerdictTerm.CannotSay;
        }

        if (claim.Said is not ClaimWord { OfEveryLevel: true } word)
        {
            return head.Verdict != VerdictTerm.Supported && speaking.Exists(level => level.Verdict == VerdictTerm.Supported)
                ? VerdictTerm.Overstated
                : head.Verdict;
        }

        var binding = speaking.Where(level => !level.SaysNothingAgainst(claim) || !speaking.Exists(other => other.IsStricterThanNothing(claim))).ToList();
        return Prohibited(binding, word, claim) ? word.WhereProhibited : Alike(binding);
    }

    // Most local first: the first level that says otherwise, or may, ends the search.
    private static bool Prohibited(List<LevelVerdict> levels, ClaimWord word, Claim claim) => levels
        .TakeWhile(level => level.Verdict == word.WhereProhibited || level.Unchecked == word.WhereProhibited)
        .Any(level => level.Verdict == word.WhereProhibited && level.Prohibits(claim));

    private static string Alike(List<LevelVerdict> levels)
    {
        var verdicts = levels.Select(level => level.Verdict).Distinct(StringComparer.Ordinal).Where(verdict => verdict != VerdictTerm.CannotSay).ToList();
        return verdicts switch
        {
            [] => VerdictTerm.CannotSay,
            [var one] when one != VerdictTerm.Overstated && levels.Exists(level => level.Verdict == VerdictTerm.CannotSay && level.Unchecked != one) =>
                VerdictTerm.CannotSay,
            [var one] => one,
            _ => VerdictTerm.Overstated,
        };
    }
}
