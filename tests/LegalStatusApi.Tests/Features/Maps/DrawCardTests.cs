using System.Net;
using LegalStatusApi.Features.Maps;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maps;

public sealed class DrawCardTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("prohibited")]
    [InlineData("medical_only")]
    [InlineData("uncontrolled")]
    public async Task A_place_has_the_colour_of_its_status_in_the_legend(string status)
    {
        await using var api = await StartAsync(status);
        const string Asked = "region=US&on=2024-06-01";

        var picture = await Picture.OfAsync(api, $"/v1/maps/psilocybin.svg?{Asked}");
        var card = new Png(await api.Client.GetByteArrayAsync($"/v1/maps/psilocybin.png?{Asked}", Cancellation));

        var (x, y) = OnCard("US", "US-CO-denver");
        Assert.Equal(picture.LegendFillOf(status.Replace('_', ' ')), card.At(x, y));
        Assert.Equal((1200, 630), (card.Width, card.Height));
        Assert.Equal("#ffffff", card.At(5, 5));
    }

    [Fact]
    public async Task Its_title_day_legend_and_source_can_be_read()
    {
        await using var api = await StartAsync();

        var card = new Png(await api.Client.GetByteArrayAsync("/v1/maps/psilocybin.png?on=2024-06-01", Cancellation));

        Assert.All(
            new[] { (30, 20, 400, 34), (30, 66, 300, 18), (930, 104, 200, 20), (930, 465, 200, 20), (30, 558, 500, 16), (30, 580, 500, 16), (30, 602, 500, 16) },
            line => Assert.InRange(card.DarkIn(line.Item1, line.Item2, line.Item3, line.Item4), 100, 5000));
        Assert.Equal(0, card.DarkIn(1170, 0, 30, 630));
    }

    [Fact]
    public async Task A_card_with_day_and_revision_never_changes_and_another_leads_to_it()
    {
        await using var api = await StartAsync();
        using var current = await api.SendAsync("/v1/maps/psilocybin.png?region=US");
        var permalink = current.Content.Headers.ContentLocation!.OriginalString;
        var before = await current.Content.ReadAsByteArrayAsync(Cancellation);
        await database.PublishAsync(Rows("uncontrolled").Rows);

        using var pinned = await api.SendAsync(permalink);
        using var again = await api.SendAsync(permalink, ("If-None-Match", pinned.Headers.ETag!.ToString()));

        Assert.StartsWith("/v1/maps/psilocybin.png?region=US&on=2026-11-21&revision=", permalink, StringComparison.Ordinal);
        Assert.Equal("image/png", pinned.Content.Headers.ContentType!.ToString());
        Assert.Equal(before, await pinned.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Contains("immutable", pinned.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("max-age=60", current.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.False(pinned.Headers.ETag!.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.NotEqual(before, await api.Client.GetByteArrayAsync("/v1/maps/psilocybin.png?region=US", Cancellation));
    }

    [Fact]
    public async Task Many_who_ask_at_the_same_time_are_given_the_same()
    {
        await using var api = await StartAsync();

        var cards = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => api.Client.GetByteArrayAsync($"/v1/maps/psilocybin.png?on=2024-06-0{1 + (i % 2)}&revision=1", Cancellation)));

        Assert.Equal(2, cards.Select(Convert.ToHexString).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("lsd.png?region=europe", 400, "region")]
    [InlineData("lsd.png?on=2024-02-30", 400, "on")]
    [InlineData("lsd.png?revision=99", 400, "revision")]
    [InlineData("lsd.png?form=truffles", 400, "form")]
    [InlineData("lsd.png?width=100", 400, "width")]
    public async Task A_mistake_is_refused_by_name(string map, int status, string parameter)
    {
        await using var api = await StartAsync();

        Assert.Equal([parameter], (await api.GetAsync($"/v1/maps/{map}", status)).WrongParameters());
    }

    [Fact, Fault(4)]
    public async Task A_crowd_of_cards_is_drawn_or_told_in_time_to_try_again()
    {
        await database.PublishAsync(Rows("prohibited").Rows);
        await using var api = await TestApi.StartAsync(database.Reader, builder => builder.Configuration["Deadlines:Answer"] = "2", database.Writer);

        var answers = await Task.WhenAll(Enumerable.Range(1, 60).Select(day => api.SendAsync($"/v1/maps/psilocybin.png?on={new DateOnly(2024, 1, 1).AddDays(day):yyyy-MM-dd}")));

        var late = answers.Where(answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable).ToList();
        Assert.NotEmpty(late);
        Assert.All(answers.Except(late), answer => Assert.Equal(200, (int)answer.StatusCode));
        foreach (var answer in late)
        {
            Assert.Contains("/problems/took-too-long", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            Assert.NotNull(answer.Headers.RetryAfter);
        }
    }

    [Fact]
    public async Task Another_name_of_a_substance_leads_to_it_and_an_unknown_one_is_not_found()
    {
        await using var api = await StartAsync();

        using var answer = await api.SendAsync("/v1/maps/acid.png?region=US");

        Assert.Equal(308, (int)answer.StatusCode);
        Assert.Equal("/v1/maps/lsd.png?region=US", answer.Headers.Location!.OriginalString);
        Assert.Equal("/problems/unknown-substance", (string?)(await api.GetAsync("/v1/maps/lsdd.png", 404))["type"]);
    }

    [Fact]
    public async Task Without_the_library_or_a_font_all_else_is_answered_and_the_card_is_refused()
    {
        await database.PublishAsync(Rows("prohibited").Rows);
        using var folder = new ProgramWithoutLibrary();
        var fonts = Path.Combine(folder.Path, "no-fonts.conf");
        await File.WriteAllTextAsync(fonts, "<?xml version=\"1.0\"?><fontconfig></fontconfig>", Cancellation);
        foreach (var (program, environment, missing) in new[]
        {
            (folder.Executable, ("DOTNET_NOLOGO", "1"), "libvips is not installed"),
            (LegalStatus.Executable, ("FONTCONFIG_FILE", fonts), "no font is installed"),
        })
        {
            await using var served = await ServedApi.StartAsync(
                program, ["serve", "--urls", "http://127.0.0.1:0"], ("ConnectionStrings__Postgres", database.ConnectionString), environment);
            using var card = await served.Client.GetAsync(new Uri("/v1/maps/lsd.png?region=US", UriKind.Relative), Cancellation);
            using var picture = await served.Client.GetAsync(new Uri("/v1/maps/lsd.svg?region=US", UriKind.Relative), Cancellation);
            using var ready = await served.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
            var said = await card.Content.ReadAsStringAsync(Cancellation);

            Assert.Equal((501, 200, 200), ((int)card.StatusCode, (int)picture.StatusCode, (int)ready.StatusCode));
            Assert.Equal("application/problem+json", card.Content.Headers.ContentType!.MediaType);
            Assert.Contains(missing, said, StringComparison.Ordinal);
            Assert.Contains("/v1/maps/lsd.svg?region=US", said, StringComparison.Ordinal);
        }
    }

    // The card keeps the proportions of the map within a frame of its own.
    private static (int X, int Y) OnCard(string region, string code)
    {
        var map = MapGeometry.Of(region);
        var place = map.Places.Single(outline => outline.Code == code);
        Assert.Null(place.Path);
        var scale = Math.Min(850 / map.Width, 450 / map.Height);
        return ((int)(20 + ((850 - (map.Width * scale)) / 2) + (place.X * scale)), (int)(98 + ((450 - (map.Height * scale)) / 2) + (place.Y * scale)));
    }

    private static Given Rows(string status) => Given.Substances()
        .Place("US", name: "United States").Place("US-CO", "US", name: "Colorado").Place("US-CO-denver", "US-CO", name: "Denver")
        .Record("1", "US-CO-denver", "psilocybin", status: status, from: "2019-05-07", verification: "primary");

    private async Task<TestApi> StartAsync(string status = "prohibited")
    {
        await database.PublishAsync(Rows(status).Rows);
        return await TestApi.StartAsync(database.Reader);
    }
}
