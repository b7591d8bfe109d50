using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using LegalStatusApi.BrowserTests.Support;
using Microsoft.Playwright;

namespace LegalStatusApi.BrowserTests;

/// <summary>Pages for everybody: what axe can tell of WCAG 2.2 AA and best practice.</summary>
[Collection(Site.Collection)]
public sealed class AccessibilityTests(Site site)
{
    internal static readonly AxeRunOptions Everything = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    // Nothing but colours is another in the dark.
    internal static readonly AxeRunOptions Colours = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] }, ResultTypes = [ResultType.Violations],
    };

    [Theory]
    [MemberData(nameof(PageTypes.Names), MemberType = typeof(PageTypes))]
    public async Task A_page_has_no_violation_in_light_and_in_dark(string name)
    {
        await using var visit = await site.OpenAsync();
        await visit.GoAsync(PageTypes.PathOf(name));
        foreach (var (scheme, rules) in new[] { (ColorScheme.Light, Everything), (ColorScheme.Dark, Colours) })
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });

            var result = await visit.Page.RunAxe(rules);

            await visit.TakePicturesAsync(name, scheme);
            Assert.Equal("", string.Join('\n', result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{scheme} {rule.Id}: {node.Html} {rule.Help}"))));
        }
    }
}
