using LegalStatusApi.Database;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>What lies between two revisions, for people.</summary>
public sealed class RevisionDiffPageTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static Given Rows => Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "1971-05-01");

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Rows.Rows);
            await database.PublishAsync(Rows.With("lsd-1", row => row with { From = "1971-05-02" }), "Read again.", new RecordChange("DE/lsd-1", "corrected", "The <b>day</b> was wrong.", 1));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_corrected_field_stands_with_before_and_after_kind_and_reason()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync("/revisions/2/diff");

        Assert.Equal("From revision 1 to 2", page.TextOf("h1"));
        Assert.Equal("DE/lsd-1", page.TextOf("main h2"));
        Assert.Contains("Corrected. The <b>day</b> was wrong. Revision 2", page.TextOf("section.substance"), StringComparison.Ordinal);
        Assert.Equal("1971-05-01|1971-05-02", string.Join('|', page.QuerySelectorAll("table.diff tbody td").Select(cell => cell.TextContent.Trim())));
    }

    [Fact]
    public async Task An_answer_that_was_corrected_leads_to_it()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var pinned = await api.PageAsync("/places/DE/lsd?on=1971-05-01&revision=1");

        var link = Assert.Single(pinned.QuerySelectorAll(".banner a"), link => link.GetAttribute("href")!.StartsWith("/revisions/", StringComparison.Ordinal));
        Assert.Equal("From revision 1 to 2", (await api.PageAsync(link.GetAttribute("href")!)).TextOf("h1"));
    }

    [Theory]
    [InlineData("/revisions/2/diff?from=2", 400, "from")]
    [InlineData("/revisions/2/diff?from=x", 400, "from")]
    [InlineData("/revisions/2/diff?cursor=x", 400, "cursor")]
    [InlineData("/revisions/two/diff", 404, "two")]
    public async Task What_cannot_be_compared_is_refused_by_name(string address, int status, string named)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        Assert.Contains(named, (await api.PageAsync(address, status)).TextOf("main"), StringComparison.Ordinal);
    }
}
