using System.Text;
using LegalStatusApi.Caching;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using LegalStatusApi.Tests.Support;
using Microsoft.Extensions.Caching.Memory;

namespace LegalStatusApi.Tests.Features.Statuses;

/// <summary>A comparison that is put together of texts says what one that is written anew says, at midnight too.</summary>
public sealed class ComparisonTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private static readonly DateOnly Yesterday = new(2026, 11, 21);
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly (string, string)[] Pairs = [("DE", "lsd"), ("US-CO-denver", "psilocybin"), ("NL", "ketamine")];

    [Fact]
    public async Task What_lies_ahead_is_no_text_of_the_next_day()
    {
        using var kept = new MemoryCache(new MemoryCacheOptions { SizeLimit = 10_000_000 });
        var known = await KnownAsync();
        var texts = new TextsOfDays(Today, kept, new SharedParts(10_000_000), new AskedBefore());
        // Asked before midnight, answered after it.
        for (var time = 0; time < 3; time++)
        {
            Assert.Contains("projected", Said(known, Yesterday, texts), StringComparison.Ordinal);
        }

        Assert.Equal(Said(known, Today, null), Said(known, Today, texts));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026-12-24")]
    public async Task Whatever_is_kept_it_says_the_same(string? on2)
    {
        using var kept = new MemoryCache(new MemoryCacheOptions { SizeLimit = 10_000_000 });
        var known = await KnownAsync();
        var texts = new TextsOfDays(Today, kept, new SharedParts(10_000_000), new AskedBefore());
        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(Said(known, Today, null, on2), Said(known, Today, texts, on2));
        }

        Assert.Equal(Pairs.Length, kept.Count);
    }

    private async Task<KnownStacks> KnownAsync() => new(
        await FetchStacks.FindAsync(database.Reader, Pairs, AskedRevision.Latest, TestContext.Current.CancellationToken), KnownNames.None);

    private static string Said(KnownStacks known, DateOnly today, TextsOfDays? texts, string? on2 = null)
    {
        var question = new StatusQuestion(Today, OnWasGiven: true, null, AskedRevision.Latest, today);
        var later = on2 is null ? null : question with { On = DateOnly.ParseExact(on2, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
        var lent = new List<IDisposable>();
        var said = Encoding.UTF8.GetString(new Comparison(Pairs, known, question, later, "/v1/status?jurisdiction=DE").Json(texts, lent.Add).Span);
        lent.ForEach(each => each.Dispose());
        return said;
    }
}
