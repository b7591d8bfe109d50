using LegalStatusApi.Domain;

namespace LegalStatusApi.Tests.Domain;

public sealed class BoundaryTests
{
    [Theory]
    [InlineData("2008-12-01", "2008-11-30,2008-12-01,2008-12-02")]
    [InlineData("2024-02", "2024-01-31,2024-02-01,2024-02-29,2024-03-01")]
    [InlineData("1971", "1970-12-31,1971-01-01,1971-12-31,1972-01-01")]
    [InlineData("1800-01-01", "1800-01-01,1800-01-02")]
    [InlineData("2199", "2198-12-31,2199-01-01,2199-12-31")]
    public void The_days_around_a_change_are_those_on_which_answers_are_most_easily_wrong(string date, string expected) =>
        Assert.Equal(expected, string.Join(',', Boundaries.DaysAround(PartialDate.Parse(date)).Select(day => day.ToString("yyyy-MM-dd"))));
}
