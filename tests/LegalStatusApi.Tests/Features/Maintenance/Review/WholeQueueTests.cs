using System.Diagnostics;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Review;

/// <summary>The queue of the whole data set.</summary>
public sealed class WholeQueueTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    [Fact]
    public async Task The_whole_queue_is_computed_within_the_time_that_a_request_may_take()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var started = Stopwatch.GetTimestamp();

        var items = await desk.QueueAsync();

        var elapsed = Stopwatch.GetElapsedTime(started);
        TestContext.Current.TestOutputHelper?.WriteLine($"{items.Count} items in {elapsed.TotalMilliseconds:0} ms");
        Assert.NotEmpty(items);
        Assert.True(elapsed < TimeSpan.FromSeconds(2), $"It took {elapsed}.");
    }

    [Fact]
    public async Task No_two_items_have_the_same_id()
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        var ids = new List<string>();
        string? next = "/v1/review-queue?limit=500";
        while (next is not null)
        {
            var part = await desk.Api.GetAsync(next);
            ids.AddRange(part["items"]!.AsArray().Select(item => (string)item!["id"]!));
            next = (string?)part["next"];
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{ids.Count} items");
        Assert.Distinct(ids);
    }
}
