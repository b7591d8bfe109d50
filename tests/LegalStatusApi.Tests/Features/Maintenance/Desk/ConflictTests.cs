using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Desk;

/// <summary>Two people at the same thing: nobody overwrites what they have not seen, and each is told in words.</summary>
public sealed class ConflictTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;
    private DeskBrowser _ada = null!;
    private DeskBrowser _bea = null!;

    public async ValueTask InitializeAsync()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "2000-01-01").Rows);
        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        _ada = await DeskBrowser.SignInAsync(_api, database, "Ada", "propose", "review", "publish");
        _bea = await DeskBrowser.SignInAsync(_api, database, "Bea", "propose", "review", "publish");
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task A_form_that_was_made_before_another_edit_is_not_saved_over_it_unseen()
    {
        var set = await _ada.OpenAsync();
        var form = $"{set}/classifications/DE/lsd-1";
        await _ada.GetAsync(form);
        (await _bea.EditAsync(set, "DE/lsd-1", [("schedule", "Bea's"), .. DeskSet.Correction])).Expect(200);

        (await _ada.SendAsync(form, [("schedule", "Ada's"), .. DeskSet.Correction])).Expect(412);

        Assert.Contains("Somebody, maybe you in another tab, changed this set after you opened the form.", _ada.Text, StringComparison.Ordinal);
        Assert.Equal("Ada's", _ada.Value("schedule"));
        (await _ada.SendAsync(form)).Expect(412);
        var now = _ada.Page.QuerySelector("button[name=version]")!.GetAttribute("value")!;
        (await _ada.SendAsync(form, ("version", now))).Expect(200);
        Assert.Contains("Ada's", _ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_on_a_set_that_moved_on_is_refused_and_the_page_shows_how_it_is_now()
    {
        var set = await _ada.OpenAsync();
        await _ada.EditAsync(set, "DE/lsd-1", [("schedule", "One"), .. DeskSet.Correction]);
        await _ada.StepAsync(set, "submit");
        await _bea.GetAsync(set);
        await _ada.EditAsync(set, "DE/lsd-1", ("schedule", "Two"));
        await _ada.StepAsync(set, "submit");

        (await _bea.SendAsync($"{set}/approve")).Expect(412);

        Assert.Contains("Read it again.", _bea.Text, StringComparison.Ordinal);
        Assert.Contains("Two", _bea.Text, StringComparison.Ordinal);
        (await _bea.SendAsync($"{set}/approve")).Expect(200);
        Assert.Contains("Waiting to be published.", _bea.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_whose_record_others_published_meanwhile_says_so_and_how_to_go_on()
    {
        var (one, two) = (await _ada.OpenAsync("One"), await _bea.OpenAsync("Two"));
        await _ada.EditAsync(one, "DE/lsd-1", [("schedule", "Ada's"), .. DeskSet.Correction]);
        await _bea.EditAsync(two, "DE/lsd-1", [("schedule", "Bea's"), .. DeskSet.Correction]);
        await _ada.StepAsync(one, "submit");
        await _bea.StepAsync(one, "approve");
        Assert.Contains("published as revision", (await _bea.StepAsync(one, "publish")).Expect(200).Text, StringComparison.Ordinal);

        (await _bea.StepAsync(two, "submit")).Expect(409);

        Assert.Contains("Others changed the same", _bea.Text, StringComparison.Ordinal);
        Assert.Contains("classification DE/lsd-1", _bea.Text, StringComparison.Ordinal);
        await _bea.SendAsync($"{two}/revert");
        Assert.Contains("Nothing yet.", _bea.Expect(200).Text, StringComparison.Ordinal);
        Assert.Equal("Ada's", (await _bea.GetAsync($"{two}/classifications/DE/lsd-1")).Value("schedule"));
        (await _bea.EditAsync(two, "DE/lsd-1", [("schedule", "Both"), .. DeskSet.Correction])).Expect(200);
        Assert.Contains("Waiting for a reviewer.", (await _bea.StepAsync(two, "submit")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_that_says_what_others_published_meanwhile_says_so_and_how_to_go_on()
    {
        var (one, two) = (await _ada.OpenAsync("One"), await _bea.OpenAsync("Two"));
        await _ada.EditAsync(one, "DE/lsd-1", [("schedule", "The same"), .. DeskSet.Correction]);
        await _bea.EditAsync(two, "DE/lsd-1", [("schedule", "The same"), .. DeskSet.Correction]);
        await _ada.StepAsync(one, "submit");
        await _bea.StepAsync(one, "approve");
        (await _bea.StepAsync(one, "publish")).Expect(200);

        (await _bea.GetAsync(two)).Expect(200);

        Assert.Contains("What this set says of DE/lsd-1 is on record already, word for word.", _bea.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing that is not on record already.", _bea.Text, StringComparison.Ordinal);
        await _bea.SendAsync($"{two}/revert");
        Assert.Contains("Nothing yet.", _bea.Expect(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Others changed the same", _bea.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_needs_its_reason_and_its_author_reads_it()
    {
        var set = await _ada.OpenAsync();
        await _ada.EditAsync(set, "DE/lsd-1", [("schedule", "Rejected"), .. DeskSet.Correction]);
        await _ada.StepAsync(set, "submit");
        await _bea.GetAsync(set);
        (await _bea.SendAsync($"{set}/reject", ("reason", ""))).Expect(422);
        (await _bea.SendAsync($"{set}/reject", ("reason", "The gazette says otherwise."))).Expect(200);

        Assert.Contains("The gazette says otherwise.", (await _ada.GetAsync(set)).Text, StringComparison.Ordinal);
        Assert.Contains("Submit for review: not now. A change set that is rejected cannot be submitted; only one that is draft.", _ada.Text, StringComparison.Ordinal);
        Assert.False(_ada.Offers(set, "withdraw"));
    }

    [Fact]
    public async Task Only_its_author_is_offered_to_withdraw_a_set()
    {
        var set = await _ada.OpenAsync();
        await _bea.GetAsync(set);
        Assert.False(_bea.Offers(set, "withdraw"));
        Assert.Contains("Only its author withdraws a change set", _bea.Text, StringComparison.Ordinal);

        await _ada.StepAsync(set, "withdraw");

        Assert.Contains("Withdrawn by its author.", _ada.Expect(200).Text, StringComparison.Ordinal);
        (await _ada.GetAsync($"{set}/classifications/DE/lsd-1")).Expect(409);
    }
}
