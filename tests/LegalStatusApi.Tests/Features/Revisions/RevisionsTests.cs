using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Revisions;

public sealed class RevisionsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Publications_are_listed_newest_first_each_naming_the_hash_of_the_one_before()
    {
        await using var api = await StartAsync();

        var items = (await api.GetAsync("/v1/revisions"))["items"]!.AsArray();

        Assert.Equal([2, 1], items.Select(item => (long)item!["number"]!));
        Assert.Equal((string?)items[1]!["hash"], (string?)items[0]!["previousHash"]);
        Assert.False(items[1]!.AsObject().ContainsKey("previousHash"));
        Assert.Equal("More places.", (string?)items[0]!["reason"]);
    }

    [Fact]
    public async Task A_list_up_to_a_revision_leaves_out_the_later_ones_and_parts_are_pinned()
    {
        await using var api = await StartAsync();

        var upTo = await api.GetAsync("/v1/revisions?revision=1");
        var first = await api.GetAsync("/v1/revisions?limit=1");
        var second = await api.GetAsync((string)first["next"]!);

        Assert.Single(upTo["items"]!.AsArray());
        Assert.Equal(1, (long)second["items"]![0]!["number"]!);
    }

    [Fact]
    public async Task One_publication_says_who_reviewed_it_and_how_much_it_changed()
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync("/v1/revisions/2");

        Assert.True((bool)answer["reviewed"]!);
        Assert.Equal("Reviewer", (string?)answer["reviewer"]);
        Assert.Equal(["jurisdiction/added/2"],
            answer["entries"]!.AsArray().Select(entry => $"{entry!["relation"]}/{entry["action"]}/{entry["count"]}"));
    }

    [Fact]
    public async Task A_publication_without_review_says_so_and_never_changes()
    {
        await using var api = await StartAsync();

        var answer = await api.SendAsync("/v1/revisions/1");

        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("99999999999999999999")]
    [InlineData("latest")]
    [InlineData("-1")]
    public async Task Another_number_is_404(string number)
    {
        await using var api = await StartAsync();

        Assert.Equal("/problems/unknown-record", (string?)(await api.GetAsync($"/v1/revisions/{number}", 404))["type"]);
    }

    private async Task<TestApi> StartAsync()
    {
        var api = await TestApi.StartAsync(database.Reader);
        if ((int)(await api.SendAsync("/health/ready")).StatusCode == 503)
        {
            await database.PublishAsync(Given.Substances().Place("DE").Rows);
            await database.PublishAsync(Given.Substances().Place("DE").Place("AT").Place("CH").Rows, "More places.");
        }

        return api;
    }
}
