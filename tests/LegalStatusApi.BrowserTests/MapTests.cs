using System.Globalization;
using System.Text.RegularExpressions;
using LegalStatusApi.BrowserTests.Support;
using LegalStatusApi.Domain;
using Microsoft.Playwright;

namespace LegalStatusApi.BrowserTests;

/// <summary>The map of the front page: its day, its part of the world, and the way from it to an answer.</summary>
[Collection(Site.Collection)]
public sealed class MapTests(Site site)
{
    // Blank space below a map is no fault, but looks like one where it is much.
    private const int MostSpared = 70;

    [Fact]
    public async Task The_slider_moves_the_date_and_asks_for_the_map_of_that_day()
    {
        await using var visit = await site.OpenAsync();
        await visit.GoAsync("/?substance=lsd&on=2000-01-01");
        var slider = visit.Page.Locator("input[type=range]");

        await slider.FocusAsync();
        await slider.EvaluateAsync("e => { e.value = 0; e.dispatchEvent(new Event('input')); }");
        Assert.Equal("1960-01-01", await visit.Page.Locator("#on").InputValueAsync());
        Assert.Equal("1960-01-01", await slider.GetAttributeAsync("aria-valuetext"));
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("1960-01-03", await visit.Page.Locator("#on").InputValueAsync());
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**on=1960-01-02*");

        Assert.Contains("on 1960-01-02", await visit.Page.Locator("#map h2").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task The_slider_asks_for_the_map_when_the_mouse_lets_it_go()
    {
        await using var visit = await site.OpenAsync();
        await visit.GoAsync("/?substance=lsd&on=2000-01-01");
        var box = await visit.Page.Locator("input[type=range]").BoundingBoxAsync() ?? throw new InvalidOperationException("no slider");
        var (middle, height) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));

        await visit.Page.Mouse.MoveAsync(middle, height);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(middle + 40, height);
        var chosen = await visit.Page.Locator("#on").InputValueAsync();
        Assert.EndsWith("on=2000-01-01", visit.Page.Url, StringComparison.Ordinal);
        await visit.Page.Mouse.UpAsync();
        await visit.Page.WaitForURLAsync($"**on={chosen}*");

        Assert.NotEqual("2000-01-01", chosen);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_map_of_a_day_and_a_region_leads_to_an_answer_with_and_without_scripts(bool scripts)
    {
        await using var visit = await site.OpenAsync(window => window.JavaScriptEnabled = scripts);
        await visit.GoAsync("/?substance=psilocybin%2Fmushrooms&region=US");

        await visit.Page.Locator("#map #on").FillAsync("2024-01-01");
        await visit.Page.Locator("#map form button").ClickAsync();
        await visit.Page.WaitForURLAsync("**on=2024-01-01*");
        Assert.Equal(scripts, await visit.Page.Locator("input[type=range]").CountAsync() == 1);
        await visit.Page.Locator("#map svg a[href^='/places/US-CO/psilocybin']").First.ClickAsync(new() { Force = true });
        await visit.Page.WaitForURLAsync("**/places/US-CO/psilocybin?form=mushrooms&on=2024-01-01");

        Assert.StartsWith("As of 1 January 2024", await visit.Page.Locator("#say").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frame_has_room_for_the_map_at_the_height_that_oEmbed_and_the_code_to_embed_promise()
    {
        await using var visit = await site.OpenAsync();
        var unfit = new List<string>();
        foreach (var region in MapTerms.Regions.Terms.Select(term => term.Value))
        {
            await visit.GoAsync($"/?substance=psilocybin%2Fmushrooms&region={region}");
            var code = await visit.Page.Locator("#embed-live").InputValueAsync();
            var anywhere = int.Parse(Regex.Match(code, "height=\"(?<height>\\d+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["height"].Value, CultureInfo.InvariantCulture);
            foreach (var width in new[] { 320, 640, 1000 })
            {
                var address = $"{site.Address}embed/psilocybin?form=mushrooms&region={region}";
                var promised = (await (await visit.Page.APIRequest.GetAsync($"/v1/oembed?url={Uri.EscapeDataString(address)}&maxwidth={width}")).JsonAsync())!.Value.GetProperty("height").GetInt32();
                await visit.Page.SetViewportSizeAsync(width, 200);
                await visit.GoAsync(address);
                var needed = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
                if (promised < needed || promised > needed + MostSpared || anywhere < needed)
                {
                    unfit.Add($"{region} at {width}: promised {promised}, at any width {anywhere}, needed {needed}");
                }
            }
        }

        Assert.Empty(unfit);
    }

    [Fact]
    public async Task Unknown_not_listed_and_no_data_look_different_without_any_colour()
    {
        await using var visit = await site.OpenAsync();
        await visit.GoAsync("/");

        var fills = await visit.Page.Locator("ul.key li rect").EvaluateAllAsync<string[]>("all => all.map(e => e.getAttribute('fill'))");

        Assert.Distinct(fills);
        Assert.True(fills.Count(fill => fill.StartsWith("url(#", StringComparison.Ordinal)) >= 3, string.Join(' ', fills));
    }
}
