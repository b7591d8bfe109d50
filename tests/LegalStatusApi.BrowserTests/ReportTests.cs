using LegalStatusApi.BrowserTests.Support;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.BrowserTests;

/// <summary>A reader reports a mistake.</summary>
[Collection(Site.Collection)]
public sealed class ReportTests(Site site)
{
    private const string Text = "The annex says <b>II</b> & not I,\nsee § 1.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_that_is_sent_from_a_page_is_in_the_review_queue_with_and_without_scripts(bool scripts)
    {
        await using var visit = await site.OpenAsync(window => window.JavaScriptEnabled = scripts);
        await visit.GoAsync("/places/US-CO/psilocybin?form=mushrooms&on=2024-01-01");
        await visit.Page.GetByText("Report a mistake on this page").ClickAsync();
        Assert.Equal(("US-CO", "mushrooms", "2024-01-01"), (await FieldAsync(visit, "jurisdiction"), await FieldAsync(visit, "form"), await FieldAsync(visit, "on")));
        Assert.Equal("psilocybin", await visit.Page.Locator("[name=substance]").InputValueAsync());

        await visit.Page.Locator("[name=kind]").SelectOptionAsync("wrong_date");
        await visit.Page.Locator("[name=text]").FillAsync(Text);
        await visit.Page.GetByText("Send", new() { Exact = true }).ClickAsync();

        var id = await visit.Page.Locator("[role=status] code").InnerTextAsync();
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await site.Database.KeyAsync("Rea", "review"));
        var report = System.Text.Json.Nodes.JsonNode.Parse(await client.GetStringAsync($"/v1/reports/{id}", TestContext.Current.CancellationToken))!;
        var revision = System.Text.Json.Nodes.JsonNode.Parse(await client.GetStringAsync("/v1/status/US-CO/psilocybin", TestContext.Current.CancellationToken))!["revision"];
        Assert.Equal(($"{Text}\n\n(Seen at revision {revision} of the record.)", "US-CO", "psilocybin", "mushrooms", "2024-01-01", "wrong_date"),
            ((string?)report["text"], (string?)report["jurisdiction"], (string?)report["substance"], (string?)report["form"], (string?)report["on"], (string?)report["kind"]));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task What_was_typed_is_still_there_where_a_report_is_not_taken()
    {
        await using var visit = await site.OpenAsync();
        await visit.GoAsync("/report");
        await visit.Page.Locator("[name=jurisdiction]").FillAsync("US-ZZ");
        await visit.Page.Locator("[name=substance]").SelectOptionAsync("lsd");
        await visit.Page.Locator("[name=text]").FillAsync(Text);

        await visit.Page.GetByText("Send", new() { Exact = true }).ClickAsync();

        Assert.Contains("US-ZZ", await visit.Page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(("US-ZZ", "lsd", Text), (await FieldAsync(visit, "jurisdiction"), await FieldAsync(visit, "substance"), await FieldAsync(visit, "text")));
    }

    private static Task<string> FieldAsync(Visit visit, string name) => visit.Page.Locator($"[name={name}]").InputValueAsync();
}
