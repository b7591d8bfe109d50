using System.Text;
using LegalStatusApi.Caching;
using LegalStatusApi.Http;
using Microsoft.Extensions.Caching.Memory;

namespace LegalStatusApi.Tests.Caching;

/// <summary>Texts that longer answers are put together of: kept when they are asked for again, for their days alone, and of nothing else.</summary>
public sealed class TextsOfDaysTests : IDisposable
{
    private static readonly DateOnly First = new(2001, 1, 1);
    private static readonly DateOnly Last = new(2001, 12, 31);
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = 10_000 });
    private readonly object _stack = new();
    private readonly TextsOfDays _texts;

    public TextsOfDaysTests() => _texts = new TextsOfDays(new DateOnly(2026, 11, 21), _kept, new SharedParts(1_000_000), new AskedBefore());

    public void Dispose() => _kept.Dispose();

    [Fact]
    public void A_text_is_kept_when_it_is_asked_for_again()
    {
        var day = new DateOnly(2001, 5, 6);
        Offer(_stack, null, day);
        Assert.Null(_texts.Find<string>(_stack, null, day));

        Offer(_stack, null, day);

        var kept = _texts.Find<string>(_stack, null, new DateOnly(2001, 7, 8))!;
        Assert.Equal("On 2001-07-08 it holds.", Encoding.UTF8.GetString(kept.Text.On(new DateOnly(2001, 7, 8))));
        Assert.Equal("beside", kept.Beside);
    }

    [Theory]
    [InlineData("2000-12-31", false)]
    [InlineData("2001-01-01", true)]
    [InlineData("2001-12-31", true)]
    [InlineData("2002-01-01", false)]
    public void It_tells_its_own_days_and_no_other(string day, bool isTold)
    {
        Keep(_stack, null);

        Assert.Equal(isTold, _texts.Find<string>(_stack, null, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)) is not null);
    }

    [Fact]
    public void Another_form_and_another_stack_have_texts_of_their_own()
    {
        Keep(_stack, null);

        Assert.Null(_texts.Find<string>(_stack, "mushrooms", First));
        Assert.Null(_texts.Find<string>(new object(), null, First));
    }

    [Fact]
    public void One_in_which_the_day_is_not_all_that_differs_is_not_kept()
    {
        var days = new SameDays(First, () => (First, Last), day => Encoding.UTF8.GetBytes($"On {day:yyyy-MM-dd}, a {day.DayOfWeek}."), []);
        for (var time = 0; time < 3; time++)
        {
            _texts.Offer(_stack, null, days, days.Write(First), "beside", 0);
        }

        Assert.Null(_texts.Find<string>(_stack, null, First));
    }

    [Fact]
    public void What_there_is_no_room_for_is_not_kept()
    {
        for (var stack = 0; stack < 100; stack++)
        {
            Keep(new object(), null);
        }

        Assert.InRange(_kept.Count, 1, 30);
    }

    private void Keep(object stack, string? form)
    {
        Offer(stack, form, First);
        Offer(stack, form, First);
    }

    private void Offer(object stack, string? form, DateOnly on)
    {
        var days = new SameDays(on, () => (First, Last), day => Encoding.UTF8.GetBytes($"On {day:yyyy-MM-dd} it holds."), []);
        _texts.Offer(stack, form, days, days.Write(on), "beside", 0);
    }
}
