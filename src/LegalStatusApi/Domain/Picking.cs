namespace LegalStatusApi.Domain;

/// <summary>What a list of periods says of one day: a record, several candidates, or nothing, and why.</summary>
/// <param name="Certainty">A term of <see cref="CertaintyTerm"/>: certain, either or unknown.</param>
/// <param name="Record">The record that certainly holds.</param>
/// <param name="Candidates">Records of which one may hold.</param>
/// <param name="Reason">Why nothing certain is known: a term of <see cref="ReasonTerm"/>.</param>
/// <param name="Before">The nearest period that had ended.</param>
/// <param name="After">The nearest period that had not begun.</param>
public sealed record Finding(
    string Certainty,
    Classification? Record,
    IReadOnlyList<Classification> Candidates,
    string? Reason,
    Classification? Before = null,
    Classification? After = null)
{
    /// <summary>
    /// Where all candidates say the same word, the word is known though the day of change is not: the least checked of them.
    /// </summary>
    public Classification? Agreed =>
        Certainty == CertaintyTerm.Either && Candidates.Count > 1 && Candidates.All(record => record.MayBeRelied && record.Status == Candidates[0].Status)
            ? Candidates.MaxBy(record => Vocabulary.Verification.RankOf(record.Verification))
            : null;

    /// <summary>Says something of the day: a record, or candidates.</summary>
    public bool Speaks => Record is not null || Candidates.Count > 0;

    public static Finding Nothing(string reason) => new(CertaintyTerm.Unknown, null, [], reason);
}

/// <summary>Picks, of the periods of one substance or form in one place, what holds on a day.</summary>
public static class Picking
{
    public static Finding Pick(IReadOnlyList<Classification> periods, DateOnly day)
    {
        if (periods.Count == 0)
        {
            return Finding.Nothing(ReasonTerm.NotResearched);
        }

        // A record that is certain on the day is never displaced by a candidate.
        if (periods.FirstOrDefault(record => record.Period.IsCertainOn(day)) is { } certain)
        {
            return new Finding(CertaintyTerm.Certain, certain, [], null);
        }

        var candidates = periods.Where(record => record.Period.IsPossibleOn(day)).ToList();
        if (candidates.Exists(record => !record.Period.BeginningIsUnknownOn(day)))
        {
            return new Finding(CertaintyTerm.Either, null, candidates, ReasonTerm.BoundaryUncertain);
        }

        return candidates.Count > 0
            ? new Finding(CertaintyTerm.Unknown, null, candidates, ReasonTerm.StartUnknown)
            : new Finding(CertaintyTerm.Unknown, null, [], ReasonTerm.NoRecordForDate,
                periods.Where(record => record.Period.EndsBefore(day)).MaxBy(record => record.To!.Value.Last),
                periods.Where(record => record.Period.BeginsAfter(day)).MinBy(record => record.From!.Value.First));
    }
}
