namespace LegalStatusApi.Domain.Claims;

/// <summary>A claim, checked against everything that one revision says of the place. The same question is always answered the same.</summary>
/// <param name="Answer">The status answer for the same place, form and day.</param>
/// <param name="Claim">What was claimed.</param>
/// <param name="Verdict">A term of <see cref="VerdictTerm"/>.</param>
/// <param name="OnTheDay">What the levels of law make of it on the day.</param>
/// <param name="OtherDates">When else it is supported or true in part.</param>
/// <param name="TrueOf">The other forms of which it is supported on the day; null stands for the substance itself.</param>
public sealed record ClaimCheck(
    StatusAnswer Answer, Claim Claim, string Verdict, DayVerdict OnTheDay, IReadOnlyList<ClaimSpan> OtherDates, IReadOnlyList<Form?> TrueOf)
{
    public static ClaimCheck Of(Stack stack, Form? form, DateOnly on, bool isFuture, Claim claim)
    {
        var today = DayVerdict.Of(stack, form, on, claim);
        var spans = ClaimSpan.Of(stack, form, claim);
        var here = spans.First(span => span.Holds(on));
        var others = spans.Where(span => span != here && span.Verdict is VerdictTerm.Supported or VerdictTerm.Overstated).ToList();
        var trueOf = stack.Substance.Forms.Prepend(null)
            .Where(each => each != form && DayVerdict.Of(stack, each, on, claim).Verdict == VerdictTerm.Supported)
            .ToList();
        return new ClaimCheck(
            StatusAnswer.Of(stack, form, on, isFuture), claim, VerdictOf(today.Verdict, on, others, trueOf), today, others,
            today.Verdict == VerdictTerm.Supported ? [] : trueOf);
    }

    // What is true of the day and form that were asked, if only in part, comes first. Only where the claim is plainly false that
    // day: another form on the same day, then another day of the same form, a later one before an earlier one.
    private static string VerdictOf(string today, DateOnly on, List<ClaimSpan> others, List<Form?> trueOf) => today switch
    {
        VerdictTerm.Contradicted when trueOf.Count > 0 => VerdictTerm.TrueOnlyOfForm,
        VerdictTerm.Contradicted when others.Exists(span => span.IsSupported && span.From > on) => VerdictTerm.TrueOnlyLater,
        VerdictTerm.Contradicted when others.Exists(span => span.IsSupported && span.To <= on) => VerdictTerm.NoLongerTrue,
        _ => today,
    };
}

/// <summary>Days on which a claim comes to the same.</summary>
/// <param name="From">First day; null = since ever.</param>
/// <param name="To">First day on which it is another; null = from then on.</param>
/// <param name="Verdict">supported, overstated, contradicted or cannot_say.</param>
public sealed record ClaimSpan(DateOnly? From, DateOnly? To, string Verdict)
{
    public bool IsSupported => Verdict == VerdictTerm.Supported;

    public bool Holds(DateOnly day) => (From is null || day >= From) && (To is null || day < To);

    /// <summary>Every day there is, oldest first.</summary>
    public static IReadOnlyList<ClaimSpan> Of(Stack stack, Form? form, Claim claim)
    {
        var spans = new List<ClaimSpan>();
        foreach (var day in stack.BoundaryDays().Append(PartialDate.Earliest).Distinct().Order())
        {
            var verdict = DayVerdict.Of(stack, form, day, claim).Verdict;
            if (spans.Count > 0 && spans[^1].Verdict == verdict)
            {
                continue;
            }

            if (spans.Count > 0)
            {
                spans[^1] = spans[^1] with { To = day };
            }

            spans.Add(new ClaimSpan(day == PartialDate.Earliest ? null : day, null, verdict));
        }

        return spans;
    }
}
