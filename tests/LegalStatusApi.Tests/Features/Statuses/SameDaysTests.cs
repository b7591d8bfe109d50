using System.Text;
using LegalStatusApi.Caching;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Statuses;

/// <summary>The text of one day, with another put in, is the answer of that other day: for every place on record, from one change of its law to the next.</summary>
public sealed class SameDaysTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private readonly SharedParts _shared = new(64 * 1024 * 1024);
    private static readonly string[] Substances = ["psilocybin", "lsd", "ketamine"];

    [Fact]
    public async Task A_day_is_put_into_the_text_of_another_only_where_nothing_else_differs()
    {
        var places = await database.Reader.ListAsync<string>("select code from jurisdiction where superseded_in is null order by code");
        var compared = 0;
        foreach (var part in places.Index().Chunk(200))
        {
            // Each place with one of the substances.
            var pairs = part.Select(place => (place.Item, Substances[place.Index % Substances.Length])).ToList();
            foreach (var found in await FetchStacks.FindAsync(database.Reader, pairs, AskedRevision.Latest, TestContext.Current.CancellationToken))
            {
                compared += Compare(found.Stack!);
            }
        }

        Assert.True(compared > 10_000, $"Only {compared} days were compared.");
    }

    private int Compare(Stack stack)
    {
        var compared = 0;
        var form = stack.Substance.Forms.Count == 0 || stack.Jurisdiction.Length % 2 == 0 ? null : stack.Substance.Forms[0];
        for (var first = PartialDate.Earliest; first < PartialDate.Latest;)
        {
            var (text, last) = TextOf(stack, form, first);
            foreach (var day in new[] { first, last })
            {
                Assert.True(WrittenOn(stack, form, day).AsSpan().SequenceEqual(text.On(day)), $"{stack.Jurisdiction} {stack.Substance.Slug} on {day:O}");
                compared++;
            }

            first = last.AddDays(1);
        }

        return compared;
    }

    [Fact]
    public async Task The_day_is_printed_wherever_it_is_named()
    {
        var stack = (await FetchStacks.FindAsync(database.Reader, [("DE", "lsd")], AskedRevision.Latest, TestContext.Current.CancellationToken))[0].Stack!;
        var text = Encoding.UTF8.GetString(TextOf(stack, null, new DateOnly(2023, 1, 1)).Text.On(new DateOnly(2024, 2, 29)));

        Assert.Contains("29 February 2024", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2023-01-01", text, StringComparison.Ordinal);
    }

    // From some day of it the text of a whole stretch, and its last day that can be asked for.
    private (DayText Text, DateOnly Last) TextOf(Stack stack, Form? form, DateOnly day)
    {
        var days = LookUpStatus.DaysOf(stack, form, On(day));
        var (first, last) = days.Find();
        Assert.InRange(day, first, last);
        return (DayText.Of(days, days.Write(day), _shared)!, last < PartialDate.Latest ? last : PartialDate.Latest);
    }

    private static byte[] WrittenOn(Stack stack, Form? form, DateOnly day) => LookUpStatus.DaysOf(stack, form, On(day)).Write(day);

    private static StatusQuestion On(DateOnly day) => new(day, OnWasGiven: true, null, AskedRevision.Latest, Today);
}
