using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Desk;

/// <summary>What pages and forms of a set show, and that looking at them holds nobody up.</summary>
public sealed class ShownFormsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;
    private DeskBrowser _author = null!;

    public async ValueTask InitializeAsync()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "2000-01-01").Rows);
        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        _author = await DeskBrowser.SignInAsync(_api, database, "Ada", "propose");
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task What_was_saved_is_told_and_nothing_is_told_that_the_set_does_not_hold()
    {
        var set = await _author.OpenAsync();
        await _author.GetAsync($"{set}?saved=DE/lsd-1");
        Assert.Null(_author.Page.QuerySelector("main [role=status]"));

        await _author.EditAsync(set, "DE/lsd-1", [("summary", "Another."), ("change.kind", "corrected"), ("change.reason", "It was wrong.")]);
        Assert.StartsWith("Saved. DE/lsd-1 is in this draft. Readers see nothing", _author.Page.QuerySelector("main [role=status]")!.TextContent.Trim(), StringComparison.Ordinal);
        await _author.GetAsync($"{set}/leads/DE/lsd-lead-1?substance=lsd");
        await _author.SendAsync($"{set}/leads/DE/lsd-lead-1", ("summary", "Something."), ("toCheck", "Read it."), ("do", "save"));

        Assert.Contains("DE/lsd-lead-1 is in this draft, as a new record.", _author.Expect(200).Page.QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_is_shown_while_somebody_else_holds_the_set()
    {
        var set = await _author.OpenAsync();
        await using var connection = await database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = connection.CreateCommand();
        hold.CommandText = "select id from changeset for update";
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        foreach (var page in new[] { "classifications/DE/lsd-1", "places/DE", "jurisdictions/DE", "verifications/DE/lsd-1" })
        {
            (await _author.GetAsync($"{set}/{page}")).Expect(200);
        }
    }

    [Fact]
    public async Task Whether_a_place_is_a_party_is_asked_in_words()
    {
        var set = await _author.OpenAsync();

        await _author.GetAsync($"{set}/jurisdictions/DE");

        Assert.Equal(["true Yes", "false No"], _author.Page.QuerySelectorAll("select[name='participation[0].party'] option[value]:not([value=''])")
            .Select(option => $"{option.GetAttribute("value")} {option.TextContent}"));
    }
}
