namespace LegalStatusApi.Domain;

/// <summary>Which of two levels is stricter: statuses in the order of the vocabulary, activities by what they forbid.</summary>
public static class Strictness
{
    private const int ForbiddenWithoutSanction = 3;

    /// <summary>The lower, the stricter; null for the statuses that have no rank.</summary>
    public static int? RankOfStatus(string status) =>
        status is StatusTerm.Unclear or StatusTerm.Unknown ? null : Vocabulary.Status.RankOf(status);

    /// <summary>Freer than medicines law alone: what nobody should act on unless it was checked.</summary>
    public static bool IsFreerThanPrescriptionOnly(string status) =>
        RankOfStatus(status) > RankOfStatus(StatusTerm.PrescriptionOnly);

    /// <summary>Negative where <paramref name="one"/> is stricter, positive where it is freer, 0 where neither can be said.</summary>
    public static int CompareActivity(string one, string other)
    {
        if (RankOfActivity(one) is not { } a || RankOfActivity(other) is not { } b)
        {
            return 0;
        }

        // "Not permitted" leaves the sanction open, so it cannot be set against another way of forbidding.
        var bothForbid = a <= ForbiddenWithoutSanction && b <= ForbiddenWithoutSanction;
        return bothForbid && (a == ForbiddenWithoutSanction || b == ForbiddenWithoutSanction) ? 0 : a.CompareTo(b);
    }

    // Routes that need a prescription, a licence or a program are different doors, none freer than another.
    private static int? RankOfActivity(string status) => status switch
    {
        "criminal_offense" => 0,
        "low_priority" => 1,
        "civil_offense" => 2,
        "not_permitted" => ForbiddenWithoutSanction,
        "prescription" or "license" or "supervised_program" => 4,
        "permitted" or "unregulated" => 5,
        _ => null,
    };
}
