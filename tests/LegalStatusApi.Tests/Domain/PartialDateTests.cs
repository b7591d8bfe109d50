using LegalStatusApi.Domain;

namespace LegalStatusApi.Tests.Domain;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("1971", "1971-01-01", "1971-12-31", "year")]
    [InlineData("2019-05", "2019-05-01", "2019-05-31", "month")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", "month")]
    [InlineData("1900-02", "1900-02-01", "1900-02-28", "month")]
    [InlineData("2019-05-07", "2019-05-07", "2019-05-07", "day")]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-29", "day")]
    [InlineData("2000-02-29", "2000-02-29", "2000-02-29", "day")]
    [InlineData("1800", "1800-01-01", "1800-12-31", "year")]
    [InlineData("1800-01-01", "1800-01-01", "1800-01-01", "day")]
    [InlineData("2199", "2199-01-01", "2199-12-31", "year")]
    [InlineData("2199-12-31", "2199-12-31", "2199-12-31", "day")]
    public void A_partial_date_stands_for_the_days_it_may_mean(string text, string first, string last, string precision)
    {
        Assert.True(PartialDate.TryParse(text, out var date));

        Assert.Equal(first, date.First.ToString("yyyy-MM-dd"));
        Assert.Equal(last, date.Last.ToString("yyyy-MM-dd"));
        Assert.Equal(precision, date.Precision);
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("2023-02-29")]
    [InlineData("1900-02-29")]
    [InlineData("2024-02-30")]
    [InlineData("2024-06-31")]
    [InlineData("2024-13-01")]
    [InlineData("2024-00-01")]
    [InlineData("2024-01-00")]
    [InlineData("0000-01-01")]
    [InlineData("0001-01-01")]
    [InlineData("1799-12-31")]
    [InlineData("1799")]
    [InlineData("2200-01-01")]
    [InlineData("2200")]
    [InlineData("9999-12-31")]
    [InlineData("99999-01-01")]
    [InlineData("-infinity")]
    [InlineData("infinity")]
    [InlineData("today")]
    [InlineData("2024-1-1")]
    [InlineData("24-01-01")]
    [InlineData("20240101")]
    [InlineData("2024-001")]
    [InlineData("2024-W01")]
    [InlineData("01/02/2020")]
    [InlineData("2020/01/02")]
    [InlineData("2020.01.02")]
    [InlineData("2024-01-01T00:00:00")]
    [InlineData("2024-01-01T00:00:00Z")]
    [InlineData("2024-01-01Z")]
    [InlineData("2024-01-01+02:00")]
    [InlineData(" 2024-01-01")]
    [InlineData("2024-01-01 ")]
    [InlineData("2024-01-01\n")]
    [InlineData("2024-01 ")]
    [InlineData("197 ")]
    [InlineData("-197")]
    [InlineData("+1971-1-1")]
    [InlineData("٢٠٢٤-٠١-٠١")]
    [InlineData("٢٠٢٤")]
    [InlineData("２０２４-０１-０１")]
    [InlineData("2024−01−01")]
    [InlineData("2024-01-0\0")]
    public void Nothing_else_is_a_date(string? text)
    {
        Assert.False(PartialDate.TryParse(text, out var date));
        Assert.Equal(default, date);
    }

    [Fact]
    public void A_text_that_is_no_date_is_refused_with_the_range() =>
        Assert.Contains("between 1800 and 2199", Assert.Throws<FormatException>(() => PartialDate.Parse("2023-02-29")).Message);

    [Fact]
    public void A_full_day_is_the_date_of_that_day() =>
        Assert.Equal(PartialDate.Parse("2024-02-29"), PartialDate.Of(new DateOnly(2024, 2, 29)));

    [Fact]
    public void The_same_day_said_less_precisely_is_another_date() =>
        Assert.NotEqual(PartialDate.Parse("2024-01"), PartialDate.Parse("2024-01-01"));
}
