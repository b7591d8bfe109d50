using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Commands;

/// <summary>A maintainer who works in git: the text is exported, changed, proposed, reviewed by another's key, published, and exported again.</summary>
public sealed class ChangeSetsTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(server);
    private ServedApi _served = null!;
    private string _ada = "";
    private string _rita = "";

    private TextFolder Text { get; } = TextFolder.Small();

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        Assert.Equal(0, (await RunAsync(null, "import", Text.Path, "--author", "Author", "--reason", "A test.")).ExitCode);
        _served = await ServedApi.StartAsync(["serve", "--urls", "http://127.0.0.1:0"], ("ConnectionStrings__Postgres", _database.ConnectionString));
        _ada = await _database.KeyAsync("Ada", "propose");
        _rita = await _database.KeyAsync("Rita", "review", "publish");
    }

    public async ValueTask DisposeAsync()
    {
        await _served.DisposeAsync();
        await _database.DisposeAsync();
        Text.Dispose();
    }

    [Fact]
    public async Task What_differs_from_the_exported_revision_is_proposed_approved_by_another_and_exported_again_as_it_was_written()
    {
        await ExportAsync();
        Text.Change("jurisdictions/DE.yaml", "from: 1967-02-25", "from: 1967-02-26");
        Text.Write("jurisdictions/FR.yaml", "code: FR\ntype: country\nname: France\n");

        var dry = await ProposeAsync("--dry-run", "--kind", "corrected");
        Assert.True(dry.ExitCode == 0, dry.ToString());
        Assert.Equal(["record\toutcome", "DE/lsd-1\tchanged", "FR\tadded"], dry.Said.Split('\n').Take(3));
        Assert.Contains("2 rows to put, 1 to close. Nothing was kept.", dry.Said);
        var proposed = await ProposeAsync("--kind", "corrected");
        var set = proposed.Said.TrimEnd().Split('\n')[^1];
        Assert.Matches("^chs_[a-z2-7]{16}$", set);

        var listed = (await OnServiceAsync(_ada, "list")).Said.Split('\n');
        Assert.Equal("id\tstate\trows\tbase\tauthor\ttitle", listed[0]);
        Assert.StartsWith($"{set}\tdraft\t", listed[1], StringComparison.Ordinal);
        Assert.Equal($"{set} is in_review.", (await OnServiceAsync(_ada, "submit", set)).Said.Trim());
        var diff = (await OnServiceAsync(_rita, "diff", set)).Said;
        Assert.Contains("  - from: \"1967-02-25\"", diff);
        Assert.Contains("  + from: \"1967-02-26\"", diff);
        Assert.Contains("DE/lsd-1: corrected, A test of ours.", diff);
        Assert.Contains("DE\tlsd\t\t1967-02-25\t1967-02-26\tprohibited (Anlage I), certain, DE\tunknown, no_record_for_date, unknown, DE", diff);
        var hash = diff.TrimEnd().Split('\n')[^1].Split(' ')[1];
        Assert.Equal(1, (await OnServiceAsync(_ada, "approve", set, "--hash", hash)).ExitCode);
        Assert.Equal($"{set} is approved.", (await OnServiceAsync(_rita, "approve", set, "--hash", hash)).Said.Trim());
        Assert.Equal($"{set} is published as revision 2.", (await OnServiceAsync(_rita, "publish", set)).Said.Trim());

        var written = TextFolder.Files(Text.Path);
        await ExportAsync();
        var exported = TextFolder.Files(Text.Path);
        Assert.Equal(2, ExportedFrom.Read(Text.Path)!.Revision);
        written.Remove(ExportedFrom.FileName);
        exported.Remove(ExportedFrom.FileName);
        Assert.Equal(written, exported);
    }

    [Fact]
    public async Task What_moved_since_the_text_was_exported_is_named()
    {
        await ExportAsync();
        var older = ExportedFrom.Read(Text.Path);
        Text.Change("jurisdictions/DE.yaml", "from: 1967-02-25", "from: 1967-02-26");
        var first = (await ProposeAsync("--kind", "corrected")).Said.TrimEnd().Split('\n')[^1];
        var second = (await ProposeAsync("--kind", "corrected")).Said.TrimEnd().Split('\n')[^1];
        await OnServiceAsync(_ada, "submit", first);
        var hash = (await OnServiceAsync(_rita, "diff", first)).Said.TrimEnd().Split(' ')[^1];
        await OnServiceAsync(_rita, "approve", first, "--hash", hash);
        Assert.Equal(0, (await OnServiceAsync(_rita, "publish", first)).ExitCode);

        var refused = await OnServiceAsync(_ada, "submit", second);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Since revision 1", refused.Errors);
        Assert.Contains("DE/lsd-1", refused.Errors);
        Assert.Equal(older, ExportedFrom.Read(Text.Path));
        Assert.Equal($"{second} is withdrawn.", (await OnServiceAsync(_ada, "withdraw", second)).Said.Trim());
    }

    [Fact]
    public async Task A_text_with_a_mistake_or_without_a_change_leaves_no_set_open()
    {
        await ExportAsync();
        var unchanged = await ProposeAsync();
        Text.Change("jurisdictions/DE.yaml", "status: prohibited", "status: forbidden");
        var dry = await ProposeAsync("--dry-run");
        var wrong = await ProposeAsync();

        Assert.Equal((0, 1, 1), (unchanged.ExitCode, dry.ExitCode, wrong.ExitCode));
        Assert.Equal("0 rows to put, 0 to close. The text says what the record says: no set was left open.", unchanged.Said.Trim());
        Assert.Equal(("", ""), (dry.Said, wrong.Said));
        Assert.All([dry, wrong], outcome => Assert.Contains("jurisdictions/DE.yaml:classifications[0].status", outcome.Errors));
        Assert.Equal(["withdrawn"], await _database.Owner.ListAsync<string>("select distinct state from changeset"));
    }

    [Fact]
    public async Task A_text_of_another_installation_is_refused()
    {
        await ExportAsync();
        Text.Write(ExportedFrom.FileName, $"revision: 1\nhash: {new string('0', 64)}\n");

        var refused = await ProposeAsync();

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("belongs to another installation", refused.Errors);
        Assert.Equal(0, await _database.Owner.AskAsync<long>("select count(*) from changeset"));
    }

    [Fact]
    public async Task A_text_that_names_no_revision_needs_to_be_told_which_one_it_was_made_from()
    {
        Text.Change("jurisdictions/DE.yaml", "from: 1967-02-25", "from: 1967-02-26");

        var refused = await ProposeAsync("--kind", "corrected");
        var unknown = await ProposeAsync("--kind", "corrected", "--base", "9");
        var proposed = await ProposeAsync("--kind", "corrected", "--base", "1", "--dry-run");
        await ExportAsync();
        var contradicted = await ProposeAsync("--base", "2");

        Assert.Equal((1, 1, 0, 1), (refused.ExitCode, unknown.ExitCode, proposed.ExitCode, contradicted.ExitCode));
        Assert.Contains("has no dataset.yaml", refused.Errors);
        Assert.Contains("--base", refused.Errors);
        Assert.Contains("There is no such revision.", unknown.Errors);
        Assert.Contains("1 row to put, 1 to close.", proposed.Said);
        Assert.Contains("--base says revision 2, but the text's dataset.yaml says 1.", contradicted.Errors);
    }

    [Fact]
    public async Task Where_there_is_nothing_to_list_nothing_is_said() => Assert.Equal("", (await OnServiceAsync(_ada, "list")).Said);

    [Fact]
    public async Task Without_a_key_or_a_service_it_says_what_to_do()
    {
        Assert.Contains("LEGAL_STATUS_KEY", (await RunAsync("", "changesets", "list", "--server", _served.Client.BaseAddress!.ToString())).Errors);
        Assert.Contains("No service answers at", (await RunAsync(_ada, "changesets", "list", "--server", $"http://127.0.0.1:{LegalStatus.FreePort()}")).Errors);
        Assert.Contains("'nowhere' is not the address of a service", (await RunAsync(_ada, "changesets", "list", "--server", "nowhere")).Errors);
        Assert.Contains("Unauthorized", (await OnServiceAsync("lsk_wrong", "list")).Errors);
    }

    private async Task ExportAsync() => Assert.Equal(0, (await RunAsync(null, "export", Text.Path)).ExitCode);

    private Task<LegalStatus.Outcome> ProposeAsync(params string[] more) =>
        OnServiceAsync(_ada, ["import", Text.Path, "--title", "A test", "--reason", "A test of ours.", .. more]);

    private Task<LegalStatus.Outcome> OnServiceAsync(string key, params string[] words) =>
        RunAsync(key, ["changesets", .. words, "--server", _served.Client.BaseAddress!.ToString()]);

    private Task<LegalStatus.Outcome> RunAsync(string? key, params string[] words) => LegalStatus.RunAsync(
        words, ("ConnectionStrings__Postgres", _database.ConnectionString), ("LEGAL_STATUS_KEY", key ?? ""));
}
