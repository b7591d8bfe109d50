using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Review;

/// <summary>The queue of the whole data set.</summary>
public sealed class WholeQueueTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    [Theory]
    [InlineData("")]
    [InlineData("?kind=incorporated_list_moved")]
    [InlineData("?kind=missing")]
    [InlineData("?state=settled&limit=500")]
    public async Task The_queue_is_answered_again_and_again_when_the_database_keeps_its_plan(string query)
    {
        await using var desk = await ReviewDesk.OpenAsync(database);
        // The driver prepares the statement at its second use, and PostgreSQL may keep one plan for all after five more.
        for (var time = 1; time <= 12; time++)
        {
            (await desk.SendAsync(HttpMethod.Get, $"/v1/review-queue{query}", null)).Expect(200);
        }
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
