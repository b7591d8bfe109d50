namespace LegalStatusApi.Domain;

/// <summary>The days on which an answer may become another: between two of them it stays the same.</summary>
public static class Boundaries
{
    /// <summary>The days on which something may begin or end to hold, or to be certain; in no order, some more than once.</summary>
    public static IEnumerable<DateOnly> BoundaryDays(this Stack stack) => stack.Classifications
        .SelectMany(record => new[] { record.From?.First, record.From?.Last, record.To?.First, record.To?.Last, record.AttestedFrom })
        .Concat(stack.Links.SelectMany(link => new[] { link.From?.First, link.From?.Last, link.To?.First, link.To?.Last }))
        .Concat(stack.Pending.Select(law => law.ExpectedOn?.Last.AddDays(1)))
        .OfType<DateOnly>();
}
