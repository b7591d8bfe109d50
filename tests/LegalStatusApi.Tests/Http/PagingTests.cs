using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Http;

[Fault(31)]
public sealed class PagingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Following_next_shows_every_item_once_in_order()
    {
        await using var api = await StartAsync();

        var codes = await FollowAsync(api, "/v1/jurisdictions?limit=2");

        Assert.Equal(["AT", "BE", "CH", "DE", "FR"], codes);
    }

    [Fact]
    public async Task A_publication_between_two_parts_does_not_tear_the_list()
    {
        await using var api = await StartAsync();
        var first = await api.GetAsync("/v1/jurisdictions?limit=2");

        await database.PublishAsync(Given.Substances().Place("AA").Place("AT").Place("BZ").Place("DE").Rows);
        var codes = await FollowAsync(api, (string)first["next"]!);

        Assert.Equal(["CH", "DE", "FR"], codes);
        Assert.Equal(["AA", "AT", "BZ", "DE"], await FollowAsync(api, "/v1/jurisdictions"));
    }

    [Fact]
    public async Task The_part_that_follows_is_linked_keeps_the_filters_and_can_be_kept_for_ever()
    {
        await using var api = await StartAsync();

        var answer = await api.SendAsync("/v1/jurisdictions?type=country&limit=3");
        var next = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["next"]!;
        var following = await api.SendAsync(next);

        Assert.Contains(answer.Headers.GetValues("Link"), link => link.Contains($"<{next}>; rel=\"next\"", StringComparison.Ordinal));
        Assert.Contains("type=country&limit=3&cursor=", next, StringComparison.Ordinal);
        Assert.Contains("immutable", following.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_fits_has_no_next()
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync("/v1/jurisdictions?limit=5");

        Assert.Equal(5, answer["items"]!.AsArray().Count);
        Assert.False(answer.ContainsKey("next"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("501")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("many")]
    public async Task A_limit_out_of_range_is_refused(string limit)
    {
        await using var api = await StartAsync();

        var problem = await api.GetAsync($"/v1/jurisdictions?limit={limit}", 400);

        Assert.Equal("limit", (string?)problem["errors"]![0]!["parameter"]);
    }

    [Theory]
    [InlineData("/v1/sources?limit=2")]
    [InlineData("/v1/jurisdictions?limit=2&type=country")]
    [InlineData("/v1/jurisdictions?limit=2&revision=1")]
    public async Task A_cursor_of_another_list_or_other_filters_is_refused(string address)
    {
        await using var api = await StartAsync();
        var next = (string)(await api.GetAsync("/v1/jurisdictions?limit=2"))["next"]!;

        var problem = await api.GetAsync($"{address}&{next[next.IndexOf("cursor=", StringComparison.Ordinal)..]}", 400);

        Assert.Equal("cursor", (string?)problem["errors"]![0]!["parameter"]);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("%00")]
    [InlineData("====")]
    [InlineData("bnVsbA")]
    [InlineData("e30")]
    [InlineData("W10")]
    public async Task A_cursor_that_is_none_is_refused(string cursor)
    {
        await using var api = await StartAsync();

        await api.GetAsync($"/v1/jurisdictions?cursor={cursor}", 400);
    }

    [Fact]
    public async Task A_cursor_made_by_hand_is_refused_or_answered_but_breaks_nothing()
    {
        await using var api = await StartAsync();
        await database.PublishAsync(Given.Substances().Place("DE").Rows);
        var next = (string)(await api.GetAsync("/v1/revisions?limit=1"))["next"]!;
        var cursor = next[(next.IndexOf("cursor=", StringComparison.Ordinal) + 7)..];
        var list = (string)JsonNode.Parse(Convert.FromBase64String(cursor.PadRight((cursor.Length + 3) / 4 * 4, '=')))!["list"]!;

        foreach (var (made, status) in new[]
        {
            ($$"""{"list":"{{list}}","revision":1,"key":["x"]}""", HttpStatusCode.BadRequest),
            ($$"""{"list":"{{list}}","revision":99999,"key":["1"]}""", HttpStatusCode.BadRequest),
            ($$"""{"list":"{{list}}","revision":1,"key":[null]}""", HttpStatusCode.BadRequest),
            ($$"""{"list":"{{list}}","revision":1,"key":["1","2"]}""", HttpStatusCode.BadRequest),
            ($$"""{"list":"{{list}}","revision":1,"key":["1"],"more":1}""", HttpStatusCode.BadRequest),
            ($$"""{"list":"{{list}}","revision":1,"key":["1"]}""", HttpStatusCode.OK),
        })
        {
            var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(made)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            var answer = await api.SendAsync($"/v1/revisions?limit=1&cursor={text}");
            Assert.True(answer.StatusCode == status, made);
        }
    }

    private async Task<TestApi> StartAsync()
    {
        await database.PublishAsync(Given.Substances().Place("AT").Place("BE").Place("CH").Place("DE").Place("FR").Rows);
        return await TestApi.StartAsync(database.Reader);
    }

    private static async Task<List<string>> FollowAsync(TestApi api, string? address)
    {
        var codes = new List<string>();
        while (address is not null)
        {
            var part = await api.GetAsync(address);
            codes.AddRange(part["items"]!.AsArray().Select(item => (string)item!["code"]!));
            address = (string?)part["next"];
        }

        return codes;
    }
}
