using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maps;

public sealed class ShowMapDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static Given Rows => Given.Substances().Place("DE", name: "Germany").Place("US").Place("US-CO", "US").Place("US-CO-denver", "US-CO")
        .Record("1", "DE", "lsd", from: "1967-02-25", verification: "treaty", schedule: "Anlage I")
        .Record("1", "US", "lsd", from: "1968-10-24", schedule: "Schedule I");

    [Fact]
    public async Task A_place_has_its_answer_among_its_properties()
    {
        await using var api = await StartAsync();

        var answer = await api.SendAsync("/v1/maps/lsd.geojson?on=2024-01-01&revision=1");
        var map = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var germany = Feature(map, "DE");

        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("FeatureCollection", (string?)map["type"]);
        Assert.Equal("2024-01-01", (string?)map["on"]);
        Assert.Equal(1, (long?)map["revision"]);
        Assert.Equal("Information, not legal or medical advice; law on 2024-01-01.", (string?)map["notice"]);
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", (string?)map["license"]);
        Assert.Equal("/v1/maps/lsd.geojson?on=2024-01-01&revision=1", (string?)map["permalink"]);
        Assert.Equal(
            "{\"code\":\"DE\",\"name\":\"Germany\",\"status\":\"prohibited\",\"certainty\":\"certain\",\"verification\":\"treaty\",\"schedule\":\"Anlage I\",\"from\":\"DE\","
            + "\"inherited\":false,\"permalink\":\"/v1/status/DE/lsd?on=2024-01-01&revision=1\",\"mark\":\"not_checked\",\"say\":\"Germany: prohibited (Anlage I); not checked in the law itself.\"}",
            germany["properties"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        await api.GetAsync((string)germany["properties"]!["permalink"]!);
    }

    [Fact]
    public async Task A_city_is_a_point_and_inherits_and_a_place_that_is_not_covered_has_neither_code_nor_status()
    {
        await using var api = await StartAsync();

        var map = await api.GetAsync("/v1/maps/lsd.geojson?region=US&on=2024-01-01");
        var denver = Feature(map, "US-CO-denver");
        var texas = map["features"]!.AsArray().Single(each => (string?)each!["properties"]!["name"] == "Texas")!;

        Assert.Equal("{\"type\":\"Point\",\"coordinates\":[-105,39.7]}", denver["geometry"]!.ToJsonString());
        Assert.Equal("prohibited from US, inherited True", $"{denver["properties"]!["status"]} from {denver["properties"]!["from"]}, inherited {(bool)denver["properties"]!["inherited"]!}");
        Assert.Equal("outside_coverage", (string?)texas["properties"]!["mark"]);
        Assert.Null(texas["properties"]!["status"]);
        Assert.Null(texas["id"]);
    }

    [Theory]
    [InlineData("world")]
    [InlineData("Europe")]
    [InlineData("US")]
    [InlineData("CA")]
    [InlineData("AU")]
    public async Task Outlines_are_as_RFC_7946_wants_them(string region)
    {
        await using var api = await StartAsync();

        var map = await api.GetAsync($"/v1/maps/lsd.geojson?region={region}");
        var polygons = map["features"]!.AsArray().Select(each => each!["geometry"]!).SelectMany(geometry => (string?)geometry["type"] switch
        {
            "Polygon" => [geometry["coordinates"]!],
            "MultiPolygon" => geometry["coordinates"]!.AsArray().Select(each => each!),
            _ => Array.Empty<JsonNode>(),
        }).Select(polygon => polygon.AsArray().Select(ring => ring!.AsArray().Select(at => ((double)at![0]!, (double)at[1]!)).ToList()).ToList()).ToList();

        Assert.NotEmpty(polygons);
        Assert.All(polygons, rings =>
        {
            Assert.All(rings, ring =>
            {
                Assert.True(ring.Count >= 4);
                Assert.Equal(ring[0], ring[^1]);
                Assert.All(ring, at => Assert.True(Math.Abs(at.Item1) <= 180 && Math.Abs(at.Item2) <= 90));
                // No line runs across the map, but along the pole.
                Assert.All(ring.Zip(ring.Skip(1)), pair => Assert.True(
                    Math.Abs(pair.First.Item1 - pair.Second.Item1) < 90 || Math.Abs(pair.First.Item2) > 84));
            });
            Assert.True(Area(rings[0]) > 0);
            Assert.All(rings.Skip(1), hole => Assert.True(Area(hole) < 0));
        });
    }

    // Positive where the ring runs against the clock.
    private static double Area(List<(double X, double Y)> ring) =>
        ring.Zip(ring.Skip(1)).Sum(pair => pair.First.X * pair.Second.Y - pair.Second.X * pair.First.Y);

    private static JsonNode Feature(JsonNode map, string code) => map["features"]!.AsArray().Single(each => (string?)each!["id"] == code)!;

    private async Task<TestApi> StartAsync()
    {
        await database.PublishAsync(Rows.Rows);
        return await TestApi.StartAsync(database.Reader);
    }
}
