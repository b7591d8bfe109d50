using System.Buffers;
using LegalStatusApi.Http;

namespace LegalStatusApi.Tests.Http;

/// <summary>Memory that is lent to a text holds all of it, however much longer it is than was thought.</summary>
public sealed class LentTextTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(1_000_000)]
    public void A_text_is_whole_whatever_length_was_expected(int expected)
    {
        var parts = Enumerable.Range(1, 200).Select(part => Enumerable.Repeat((byte)part, part * 37).ToArray()).ToList();
        using var lent = new LentText(expected);
        foreach (var part in parts)
        {
            lent.Write(part);
        }

        Assert.Equal(parts.SelectMany(part => part), lent.Text.ToArray());
    }

    [Fact]
    public void What_was_given_back_says_nothing_and_is_given_back_once()
    {
        var lent = new LentText(100);
        lent.Write("A text."u8);
        lent.Dispose();
        lent.Dispose();

        Assert.True(lent.Text.IsEmpty);
    }
}
