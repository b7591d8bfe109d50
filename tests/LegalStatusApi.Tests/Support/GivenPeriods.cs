using FsCheck;
using FsCheck.Fluent;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Tests.Support;

/// <summary>Random periods, days, months and years of a short span, so that their boundaries often meet.</summary>
public static class GivenPeriods
{
    private static readonly DateOnly First = new(2000, 1, 1);

    public static Gen<DateOnly> Days { get; } = Gen.OneOf(
        Gen.Choose(-40, 1_500).Select(First.AddDays),
        Gen.Elements("1800-01-01", "2000-01-01", "2000-12-30", "2000-12-31", "2001-01-01", "2001-12-31", "2002-02-28", "2003-01-01", "2199-12-31")
            .Select(GivenStack.Day));

    private static Gen<PartialDate> Dates { get; } = Gen.Choose(0, 1_200).Select(First.AddDays).Zip(Gen.Choose(0, 3), (day, kind) => kind switch
    {
        0 => new PartialDate(day.Year),
        1 => new PartialDate(day.Year, day.Month),
        // First days of years and months are where windows begin and end.
        2 => new PartialDate(day.Year, day.Month, 1),
        _ => PartialDate.Of(day),
    });

    /// <summary>Any period that the database takes: not empty, attested only without a beginning and before its end.</summary>
    public static Gen<Period> Periods { get; } =
        (from date in Optional(Dates)
         from to in Optional(Dates)
         from attested in Optional(Days)
         select new Period(date, to, date is null ? attested : null))
        .Where(period => period.HasDays && (period.AttestedFrom is null || period.To is null || period.AttestedFrom < period.To.Value.Last));

    public static Gen<Classification[]> Lists { get; } = Gen.Choose(0, 4).SelectMany(count => Gen.ArrayOf(Periods, count))
        .Select(periods => periods.Select((period, index) => GivenStack.Classification($"{index}") with
        {
            From = period.From,
            To = period.To,
            AttestedFrom = period.AttestedFrom,
        }).ToArray());

    private static Gen<T?> Optional<T>(Gen<T> some)
        where T : struct => Gen.Frequency((1, Gen.Constant((T?)null)), (4, some.Select(value => (T?)value)));
}
