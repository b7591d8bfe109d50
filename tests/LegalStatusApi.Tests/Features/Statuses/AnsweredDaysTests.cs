using System.Text;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Statuses;

/// <summary>The text of one day, with another put in, is the answer of that other day: for every place on record, from one change of its law to the next.</summary>
public sealed class AnsweredDaysTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private static readonly DateOnly Today = new(2026, 11, 21);
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

    private static int Compare(Stack stack)
    {
        using var kept = new AnsweredDays(64 * 1024 * 1024);
        using var plain = new AnsweredDays(0);
        var compared = 0;
        var form = stack.Substance.Forms.Count == 0 || stack.Jurisdiction.Length % 2 == 0 ? null : stack.Substance.Forms[0];
        var changes = stack.DaysOfChange().Where(day => day >= PartialDate.Earliest && day <= PartialDate.Latest).ToList();
        // What is asked first is only noted.
        kept.JsonOf(stack, form, On(Today));
        foreach (var (first, next) in changes.Prepend(PartialDate.Earliest).Zip(changes.Append(PartialDate.Latest)))
        {
            foreach (var day in new[] { first, next.AddDays(-1) })
            {
                var question = On(day);
                var (json, text) = kept.JsonOf(stack, form, question);
                Assert.True(plain.JsonOf(stack, form, question).Json.AsSpan().SequenceEqual(json), $"{stack.Jurisdiction} {stack.Substance.Slug} on {day:O}");
                Assert.Equal(text!.Length, json.Length);
                compared++;
            }
        }

        return compared;
    }

    [Fact]
    public async Task A_text_writes_what_it_is_the_text_of()
    {
        var stack = (await FetchStacks.FindAsync(database.Reader, [("DE", "lsd")], AskedRevision.Latest, TestContext.Current.CancellationToken))[0].Stack!;
        using var days = new AnsweredDays(1024 * 1024);
        days.JsonOf(stack, null, On(Today));
        var (json, text) = days.JsonOf(stack, null, On(new DateOnly(2024, 2, 29)));
        var written = new System.Buffers.ArrayBufferWriter<byte>();
        text!.WriteTo(written);

        Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(written.WrittenSpan));
        Assert.Contains("29 February 2024", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
    }

    private static StatusQuestion On(DateOnly day) => new(day, OnWasGiven: true, null, AskedRevision.Latest, Today);
}
