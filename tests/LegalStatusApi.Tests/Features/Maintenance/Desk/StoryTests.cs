using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Desk;

/// <summary>The whole way of a proposal by forms alone, on the whole data set.</summary>
public sealed class StoryTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private const string Record = "US-CO-denver/psilocybin-mushrooms-1";

    [Fact]
    public async Task A_proposal_goes_from_draft_to_the_public_page()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        var author = await DeskBrowser.SignInAsync(api, database, "Ada", "propose", "review", "publish");
        var set = await author.OpenAsync("Denver, read again", "The ordinance was read again.");
        Assert.Contains("not now. The set changes nothing yet.", author.Text, StringComparison.Ordinal);

        // A mistake stands beside its field, and what was typed stays.
        await author.EditAsync(set, Record, [("from", "2019-13"), ("summary", "Denver made enforcement its lowest priority."), .. DeskSet.Correction]);
        author.Expect(422);
        Assert.Contains("2019-13", author.Mistake("from"), StringComparison.Ordinal);
        Assert.Equal(("2019-13", "Denver made enforcement its lowest priority.", "corrected"),
            (author.Value("from"), author.Value("summary"), author.Value("change.kind")));
        Assert.Equal("#f-from", author.Page.QuerySelector("[role=alert] li a")!.GetAttribute("href"));
        Assert.NotNull(author.Page.GetElementById("f-from"));

        // Mended, it is in the draft, and the page says what would change.
        await author.SendAsync($"{set}/classifications/{Record}", ("from", "2019-05-09"));
        Assert.Equal(set, author.Expect(200).Address);
        Assert.Contains("In force from 2019-05 2019-05-09", Row(author, "In force from"), StringComparison.Ordinal);
        Assert.Contains("up to the day before 2019-05-09, the ", author.Text, StringComparison.Ordinal);
        await author.StepAsync(set, "submit");
        Assert.Contains("Waiting for a reviewer.", author.Expect(200).Text, StringComparison.Ordinal);

        // Whoever put it in does not approve it, by no form that the page does not offer either.
        Assert.False(author.Offers(set, "approve"));
        Assert.Contains("Whoever put anything into a change set does not approve it.", author.Text, StringComparison.Ordinal);
        (await author.PostAsync($"{set}/approve", ("token", author.Token), ("version", $"{await VersionAsync()}"), ("hash", "00"))).Expect(403);
        Assert.Contains("Whoever put anything into a change set does not approve it.", author.Text, StringComparison.Ordinal);

        var reviewer = await DeskBrowser.SignInAsync(api, database, "Rita", "review", "publish");
        Assert.Contains("Denver, read again", reviewer.Text, StringComparison.Ordinal);
        await reviewer.StepAsync(set, "approve");
        Assert.Contains("Waiting to be published.", reviewer.Expect(200).Text, StringComparison.Ordinal);
        await reviewer.StepAsync(set, "publish");
        Assert.Contains("published as revision 2", reviewer.Expect(200).Text, StringComparison.Ordinal);

        var place = await new DeskBrowser(api).GetAsync("/places/US-CO-denver?substance=psilocybin&form=mushrooms".Split('?')[0]);
        Assert.Contains("since 2019-05-09", place.Expect(200).Text, StringComparison.Ordinal);
        Assert.Equal(["Ada open", "Ada refused: 422", "Ada put classifications", "Ada submit", "Ada refused: 403", "Rita approve", "Rita publish"],
            await database.Owner.ListAsync<string>("select maintainer.name || ' ' || action from audit join maintainer on maintainer.id = audit.maintainer where name in ('Ada', 'Rita') order by number"));

        Task<int> VersionAsync() => database.Owner.AskAsync<int>($"select version from changeset where id = '{set.Split('/')[^1]}'");
    }

    [Fact]
    public async Task Records_that_are_saved_as_they_stand_change_nothing()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        var author = await DeskBrowser.SignInAsync(api, database, "Olga", "propose");
        var set = await author.OpenAsync();
        var records = await database.Owner.ListAsync<string>("""
            select key from (
              select key, row_number() over (partition by thresholds is null, conditions is null, activities is null, disputed is null, form is null order by key desc) as number
              from classification where superseded_in is null) as kinds
            where number <= 3 order by key
            """);
        Assert.InRange(records.Count, 8, 80);

        foreach (var record in records)
        {
            Assert.Equal(set, (await author.EditAsync(set, record, DeskSet.Correction)).Expect(200).Address);
            Assert.Contains("Nothing yet.", author.Text, StringComparison.Ordinal);
        }

        Assert.Equal(0, await database.Owner.AskAsync<long>("select count(*) from changeset_row where put_by in (select id from maintainer where name = 'Olga')"));
    }

    private static string Row(DeskBrowser browser, string field) => string.Join(' ', browser.Page.QuerySelectorAll("tr")
        .First(row => row.QuerySelector("th")?.TextContent == field).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
