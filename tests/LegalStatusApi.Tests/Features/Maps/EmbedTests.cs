using System.Xml.Linq;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maps;

/// <summary>What stands in pages of other sites.</summary>
public sealed class EmbedTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static Given Rows => Given.Substances().Place("DE", name: "<b>Germany</b>")
        .Record("1", "DE", "psilocybin", from: "1967-02-25", schedule: "Anlage I")
        .Record("lsd-1", "DE", "lsd", from: "1967-02-25");

    [Fact]
    public async Task Any_site_may_frame_a_map_which_loads_its_style_alone_and_runs_nothing()
    {
        await using var api = await StartAsync();

        var answer = await api.SendAsync("/embed/psilocybin?region=Europe&on=2024-01-01&revision=1");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var picture = PictureIn(page);

        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("<b>Germany</b>: prohibited (Anlage I).", picture.TitleOf("DE"));
        Assert.Contains("href=\"/v1/maps/psilocybin.svg?region=Europe&amp;on=2024-01-01&amp;revision=1\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_embed_follows_the_day_and_a_frozen_one_stays()
    {
        await using var api = await StartAsync();
        var frozen = await api.Client.GetStringAsync("/embed/lsd?on=1960-01-01&revision=1", TestContext.Current.CancellationToken);

        Assert.Equal("unknown", PictureIn(frozen).ClassOf("DE"));
        Assert.Equal("prohibited", PictureIn(await api.Client.GetStringAsync("/embed/lsd", TestContext.Current.CancellationToken)).ClassOf("DE"));
        api.Clock.Now = TestApi.Now.AddDays(1);
        Assert.Contains("Law on 2026-11-22", await api.Client.GetStringAsync("/embed/lsd", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(frozen, await api.Client.GetStringAsync("/embed/lsd?on=1960-01-01&revision=1", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("http://localhost/v1/maps/psilocybin.svg", "/embed/psilocybin")]
    [InlineData("http://localhost/v1/maps/psilocybin.png?region=US", "/embed/psilocybin?region=US")]
    [InlineData("http://localhost/v1/maps/psilocybin.geojson?region=US&form=mushrooms", "/embed/psilocybin?region=US&form=mushrooms")]
    [InlineData("http://localhost/embed/lsd?on=2024-01-01&revision=1", "/embed/lsd?on=2024-01-01&revision=1")]
    public async Task The_address_of_a_map_is_embedded_as_a_frame(string url, string expected)
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync($"/v1/oembed?url={Uri.EscapeDataString(url)}&format=json&maxwidth=640&maxheight=400");
        var frame = XElement.Parse((string)answer["html"]!);

        Assert.Equal("rich 1.0 640 400", $"{answer["type"]} {answer["version"]} {answer["width"]} {answer["height"]}");
        Assert.Equal("iframe", frame.Name.LocalName);
        Assert.Equal($"http://localhost{expected}", (string?)frame.Attribute("src"));
        Assert.Equal(("640", "400"), ((string?)frame.Attribute("width"), (string?)frame.Attribute("height")));
        Assert.Equal(200, (int)(await api.SendAsync(expected)).StatusCode);
    }

    [Theory]
    [InlineData("/v1/status/DE/lsd?on=2024-01-01&revision=1")]
    [InlineData("/places/DE/lsd?on=2024-01-01&revision=1")]
    public async Task The_address_of_an_answer_is_embedded_as_its_sentence_with_a_link_to_exactly_that(string address)
    {
        await using var api = await StartAsync();
        var said = (string)(await api.GetAsync("/v1/status/DE/lsd?on=2024-01-01&revision=1"))["wording"]!["say"]!;

        var answer = await api.GetAsync($"/v1/oembed?url={Uri.EscapeDataString("http://localhost" + address)}");
        var quotation = XElement.Parse((string)answer["html"]!);

        Assert.Equal(said, quotation.Element("p")!.Value);
        Assert.Equal($"http://localhost{address}", (string?)quotation.Descendants("a").Single().Attribute("href"));
        Assert.EndsWith("Information, not legal or medical advice; law on 2024-01-01.", quotation.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/v1/maps/lsd.svg")]
    [InlineData("http://localhost/v1/maps/nonsense.svg")]
    [InlineData("http://localhost/v1/maps/lsd.gif")]
    [InlineData("http://localhost/v1/maps/lsd.svg?on=yesterday")]
    [InlineData("http://localhost/v1/maps/lsd.svg?unknown=1")]
    [InlineData("http://localhost/v1/maps/lsd.svg?revision=99")]
    [InlineData("http://localhost/v1/status/XX/lsd")]
    [InlineData("http://localhost/v1/status/DE/lsd?form=truffles")]
    [InlineData("http://localhost/v1/sources")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/v1/maps/lsd.svg")]
    public async Task Any_other_address_is_not_found(string url)
    {
        await using var api = await StartAsync();

        Assert.Equal("/problems/not-found", (string?)(await api.GetAsync($"/v1/oembed?url={Uri.EscapeDataString(url)}", 404))["type"]);
    }

    [Theory]
    [InlineData("", 400, "/problems/invalid-parameters")]
    [InlineData("?url=http://localhost/embed/lsd&maxwidth=1", 400, "/problems/invalid-parameters")]
    [InlineData("?url=http://localhost/embed/lsd&format=yaml", 400, "/problems/invalid-parameters")]
    [InlineData("?url=http://localhost/embed/lsd&format=xml", 501, "/problems/not-implemented")]
    public async Task What_cannot_be_answered_is_refused(string query, int status, string type)
    {
        await using var api = await StartAsync();

        Assert.Equal(type, (string?)(await api.GetAsync($"/v1/oembed{query}", status))["type"]);
    }

    private static Picture PictureIn(string page)
    {
        var from = page.IndexOf("<svg", StringComparison.Ordinal);
        return new Picture(page[from..(page.IndexOf("</svg>", StringComparison.Ordinal) + 6)]);
    }

    private async Task<TestApi> StartAsync()
    {
        await database.PublishAsync(Rows.Rows);
        return await TestApi.StartAsync(database.Reader);
    }
}
