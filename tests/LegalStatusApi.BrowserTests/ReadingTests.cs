using LegalStatusApi.BrowserTests.Support;
using Microsoft.Playwright;

namespace LegalStatusApi.BrowserTests;

/// <summary>What a reader does: looks for an answer, goes to another day, copies what is to be printed.</summary>
[Collection(Site.Collection)]
public sealed class ReadingTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_search_from_the_front_page_leads_to_an_answer_with_and_without_scripts(bool scripts)
    {
        await using var visit = await site.OpenAsync(window => window.JavaScriptEnabled = scripts);
        await visit.GoAsync("/");

        var ask = visit.Page.Locator("main input[type=search]");
        await ask.FillAsync("psilocybin mushrooms in Denver");
        await ask.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/places/US-CO-denver/psilocybin?form=mushrooms*");
        Assert.StartsWith("As of 21 November 2026", await visit.Page.Locator("#say").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_search_that_can_mean_two_things_offers_both(bool scripts)
    {
        await using var visit = await site.OpenAsync(window => window.JavaScriptEnabled = scripts);
        await visit.GoAsync("/search?q=ketamine+in+Georgia");

        Assert.Equal(1, await visit.Page.Locator("main a[href='/places/GE/ketamine']").CountAsync());
        await visit.Page.Locator("main a[href='/places/US-GA/ketamine']").ClickAsync();

        await visit.Page.WaitForURLAsync("**/places/US-GA/ketamine");
        Assert.Contains("Georgia (United States)", await visit.Page.Locator("#say").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_day_form_shows_the_law_on_another_day_with_and_without_scripts(bool scripts)
    {
        await using var visit = await site.OpenAsync(window => window.JavaScriptEnabled = scripts);
        await visit.GoAsync("/places/US-CO-denver/psilocybin?form=mushrooms");

        await visit.Page.Locator("form.day input[type=date]").FillAsync("2020-06-01");
        await visit.Page.Locator("form.day button").ClickAsync();
        await visit.Page.WaitForURLAsync("**on=2020-06-01*");

        Assert.Contains("form=mushrooms", visit.Page.Url, StringComparison.Ordinal);
        Assert.StartsWith("As of 1 June 2020", await visit.Page.Locator("#say").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("The law has changed since that day", await visit.Page.Locator(".banner").InnerTextAsync(), StringComparison.Ordinal);
        await visit.Page.GetByText("today, by the latest revision").ClickAsync();
        await visit.Page.WaitForURLAsync("**/places/US-CO-denver/psilocybin?form=mushrooms");
    }

    [Fact]
    public async Task What_is_copied_is_what_is_shown()
    {
        await using var visit = await site.OpenAsync();
        await visit.PermitClipboardAsync();
        await visit.GoAsync("/places/DE/ketamine?on=2024-01-01");
        var buttons = visit.Page.Locator("[data-copy]");
        Assert.Equal(["cite-bibtex", "cite-citation", "cite-csl-json", "permalink", "say"],
            (await Task.WhenAll((await buttons.AllAsync()).Select(button => button.GetAttributeAsync("data-copy")))).Order(StringComparer.Ordinal));
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");

        foreach (var button in await buttons.AllAsync())
        {
            var shown = visit.Page.Locator($"#{await button.GetAttributeAsync("data-copy")}");
            await button.ClickAsync();
            await Assertions.Expect(button).ToHaveTextAsync("Copied");

            var copied = await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()");

            Assert.Equal(await shown.EvaluateAsync<string>("e => e.value ?? e.textContent"), copied);
            Assert.True(copied.Length > 30);
        }

        var link = await visit.Page.Locator("#permalink").InnerTextAsync();
        Assert.Equal($"{site.Address.AbsoluteUri}places/DE/ketamine?on=2024-01-01&revision=2", link);
    }

    [Fact]
    public async Task Without_scripts_no_button_promises_to_copy_and_the_timeline_is_drawn()
    {
        await using var visit = await site.OpenAsync(window => window.JavaScriptEnabled = false);
        await visit.GoAsync("/places/DE/ketamine");

        Assert.False(await visit.Page.Locator("[data-copy]").First.IsVisibleAsync());
        var bar = (await visit.Page.Locator("svg.bars rect").First.BoundingBoxAsync())!;
        Assert.True(bar.Width > 5 && bar.Height > 10, $"{bar.Width} × {bar.Height}");
    }

    [Fact]
    public async Task What_is_printed_is_the_answer_without_menus_and_forms()
    {
        await using var visit = await site.OpenAsync();
        await visit.GoAsync("/places/US-CO-denver/psilocybin?form=mushrooms&on=2024-01-01");
        Assert.True(await visit.Page.Locator("header.site nav").IsVisibleAsync());

        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var gone in new[] { "header.site nav", "header.site form", "form.day", "[data-copy]", ".skip" })
        {
            Assert.False(await visit.Page.Locator(gone).First.IsVisibleAsync(), gone);
        }

        foreach (var printed in new[] { "#say", "h1", ".notice", "#permalink", "table.levels", "#cite-citation" })
        {
            Assert.True(await visit.Page.Locator(printed).IsVisibleAsync(), printed);
        }
    }
}
