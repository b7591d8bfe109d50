namespace LegalStatusApi.Domain;

/// <summary>The days around a change of law on which answers are most easily wrong.</summary>
public static class Boundary
{
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
