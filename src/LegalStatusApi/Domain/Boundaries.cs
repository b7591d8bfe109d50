namespace LegalStatusApi.Domain;

/// <summary>The days on which an answer may become another: between two of them it stays the same, and beside them it is most easily wrong.</summary>
public static class Boundaries
{
    /// <summary>The days on which something may begin or end to hold, or to be certain; in no order, some more than once.</summary>
    public static IEnumerable<DateOnly> BoundaryDays(this Stack stack) => stack.Classifications
        .SelectMany(record => new[] { record.From?.First, record.From?.Last, record.To?.First, record.To?.Last, record.AttestedFrom })
        .Concat(stack.Links.SelectMany(link => new[] { link.From?.First, link.From?.Last, link.To?.First, link.To?.Last }))
        .Concat(stack.Pending.Select(law => law.ExpectedOn?.Last.AddDays(1)))
        .OfType<DateOnly>();

    /// <summary>
    /// Days in order: from one of them to the day before the next, the answer is the same, whatever the form, but for the name of the day.
    /// Some too many rather than one too few: each day of the record, and the one after it, which is the first without what ended.
    /// </summary>
    public static DateOnly[] DaysOfChange(this Stack stack) =>
        [.. stack.BoundaryDays()
            .Concat(stack.Participations.SelectMany(part => new[] { part.From?.First, part.From?.Last, part.To?.First, part.To?.Last }).OfType<DateOnly>())
            .SelectMany(day => day == DateOnly.MaxValue ? [day] : new[] { day, day.AddDays(1) })
            .Distinct().Order()];

    /// <summary>The first and the last of the days on which the answer is the same as on one of them; what lies ahead and what does not are never the same. All of them can be asked for.</summary>
    public static (DateOnly First, DateOnly Last) DaysAlike(this Stack stack, DateOnly day, DateOnly today)
    {
        var changes = stack.DaysOfChange();
        var next = Array.BinarySearch(changes, day) is var found && found < 0 ? ~found : found + 1;
        var (earliest, latest) = (Later(PartialDate.Earliest, stack.Days?.First), Earlier(PartialDate.Latest, stack.Days?.Last));
        var first = next == 0 ? earliest : Later(earliest, changes[next - 1]);
        var last = next == changes.Length ? latest : Earlier(latest, changes[next].AddDays(-1));
        return day > today
            ? (first > today ? first : today.AddDays(1), last)
            : (first, last < today ? last : today);
    }

    private static DateOnly Later(DateOnly one, DateOnly? other) => other > one ? other.Value : one;

    private static DateOnly Earlier(DateOnly one, DateOnly? other) => other < one ? other.Value : one;

    /// <summary>
    /// Of a day: the one before, itself, and the one after. Of a month or year: the day before, the first, the last, and the day after.
    /// Days that no question can name are left out.
    /// </summary>
    public static IReadOnlyList<DateOnly> DaysAround(PartialDate date)
    {
        var days = new List<DateOnly>();
        if (date.First > PartialDate.Earliest)
        {
            days.Add(date.First.AddDays(-1));
        }

        days.Add(date.First);
        if (date.Last > date.First)
        {
            days.Add(date.Last);
        }

        if (date.Last < PartialDate.Latest)
        {
            days.Add(date.Last.AddDays(1));
        }

        return days;
    }
}
