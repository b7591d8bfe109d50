using Dapper;
using FsCheck.Fluent;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Database;

/// <summary>Domain/Period.cs and the generated columns of the table say the same of every period and day.</summary>
public sealed class PeriodColumnTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int HowMany = 400;

    [Fact]
    public async Task The_database_and_the_domain_agree_on_the_days_that_are_certain_and_possible()
    {
        var periods = Gen.Sample(GivenPeriods.Periods, HowMany).ToArray();
        var days = Gen.Sample(GivenPeriods.Days, 300).Concat(periods.SelectMany(BoundariesOf)).Distinct().ToArray();
        await using var connection = await database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync(
            """
            insert into classification (id, key, jurisdiction, substance, begins, ends, attested_from, status, medical_access, summary, verification, recorded)
            select 'cls_' || translate(lpad(ordinal::text, 16, '0'), '0189', 'abcd'), ordinal, 'DE', 'lsd', window_of_days(first), window_of_days(last),
              attested::date, 'prohibited', 'unknown', 'A summary.', 'secondary', '[1,)'
            from unnest(@From::text[], @To::text[], @Attested::text[]) with ordinality as period (first, last, attested, ordinal)
            """,
            new
            {
                From = periods.Select(period => period.From?.ToString()).ToArray(),
                To = periods.Select(period => period.To?.ToString()).ToArray(),
                Attested = periods.Select(period => period.AttestedFrom?.ToString("yyyy-MM-dd")).ToArray(),
            });

        var rows = (await connection.QueryAsync<(int Ordinal, string Certain, string Possible)>(
            """
            select key::int,
              (select coalesce(string_agg(day, ' ' order by day), '') from unnest(@Days::text[]) as day where certain @> day::date),
              (select coalesce(string_agg(day, ' ' order by day), '') from unnest(@Days::text[]) as day where possible @> day::date)
            from classification order by key::int
            """,
            new { Days = days.Select(day => day.ToString("yyyy-MM-dd")).ToArray() })).ToList();

        Assert.Equal(HowMany, rows.Count);
        Assert.All(rows, row =>
        {
            var period = periods[row.Ordinal - 1];
            Assert.Equal($"{period} {Said(days, period.IsCertainOn)}", $"{period} {row.Certain}");
            Assert.Equal($"{period} {Said(days, period.IsPossibleOn)}", $"{period} {row.Possible}");
        });
    }

    private static string Said(DateOnly[] days, Func<DateOnly, bool> holds) => string.Join(' ', days.Where(holds).Order().Select(day => day.ToString("yyyy-MM-dd")));

    private static IEnumerable<DateOnly> BoundariesOf(Period period)
    {
        var exact = new[] { period.From?.First, period.From?.Last, period.To?.First, period.To?.Last, period.AttestedFrom };
        return exact.OfType<DateOnly>().SelectMany(day => new[] { day.AddDays(-1), day, day.AddDays(1) });
    }
}
