using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Commands;

/// <summary>The commands that work on the record, on a database of the test's own.</summary>
public sealed class ImportTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(server);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_bad_text_imports_nothing()
    {
        using var text = TextFolder.Small();
        text.Change("jurisdictions/DE.yaml", "from: 1967-02-25", "from: 1967-02-30");

        var outcome = await ImportAsync(text.Path);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("jurisdictions/DE.yaml:7: classifications[0].from: ", outcome.Errors);
        Assert.Contains("Nothing was imported.", outcome.Errors);
        Assert.Equal(0, await _database.Reader.AskAsync<int>("select count(*) from recorded_row"));
    }

    [Fact]
    public async Task A_text_is_imported_once_and_a_changed_text_is_the_next_revision()
    {
        using var text = TextFolder.Small();
        Assert.Contains("Published revision 1: 6 rows added, 0 closed, by Author, reviewed by Reviewer", (await ImportAsync(text.Path)).Errors);

        Assert.Contains("Nothing changed: the text says what revision 1 says", (await ImportAsync(text.Path)).Errors);
        text.Change("jurisdictions/DE.yaml", "from: 1967-02-25", "from: 1967-02-26");
        Assert.Contains("Published revision 2: 1 rows added, 1 closed", (await ImportAsync(text.Path)).Errors);

        Assert.Equal(["1967-02-25 [1,2)", "1967-02-26 [2,)"], await _database.Reader.ListAsync<string>(
            "select partial_date(begins) || ' ' || recorded from classification order by recorded"));
        var verified = await RunAsync("verify");
        Assert.True(verified.ExitCode == 0, verified.ToString());
        Assert.Equal("The chain of 2 revisions holds.", verified.Said.Trim());
    }

    [Fact]
    public async Task A_record_that_vanished_is_withdrawn_only_on_purpose()
    {
        using var text = TextFolder.Small();
        await ImportAsync(text.Path);
        text.Write("jurisdictions/DE.yaml", "code: DE\ntype: country\nname: Germany\n");

        var refused = await ImportAsync(text.Path);
        var withdrawn = await ImportAsync(text.Path, "--withdraw-missing");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("classification DE/lsd-1 is no longer in the text", refused.Errors);
        Assert.True(withdrawn.ExitCode == 0, withdrawn.ToString());
        Assert.Equal("[1,2)", await _database.Reader.AskAsync<string>("select recorded::text from classification"));
    }

    [Fact]
    public async Task What_was_altered_is_named_by_verify()
    {
        using var text = TextFolder.Small();
        await ImportAsync(text.Path);
        await _database.Owner.TamperAsync("update jurisdiction set name = 'Germony'");

        var outcome = await RunAsync("verify");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("revision 1: jurisdiction DE is not what was published", outcome.Errors);
    }

    [Fact]
    public async Task The_data_set_is_exported_as_the_text_it_was_imported_from()
    {
        using var text = TextFolder.Small();
        Assert.Equal(0, (await ImportAsync(Checkout.Seed)).ExitCode);

        var outcome = await RunAsync("export", text.Beside);

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Equal(TextFolder.Files(Checkout.Seed), WithoutOrigin(text.Beside));
    }

    [Fact]
    public async Task An_older_revision_is_exported_as_it_was_and_leaves_no_file_of_another()
    {
        using var text = TextFolder.Small();
        await ImportAsync(text.Path);
        var first = TextFolder.Files(text.Path);
        text.Write("jurisdictions/FR.yaml", "code: FR\ntype: country\nname: France\n");
        await ImportAsync(text.Path);

        Assert.Equal(0, (await RunAsync("export", text.Beside)).ExitCode);
        Assert.Equal(new ExportedFrom(2, await HashAsync(2)), ExportedFrom.Read(text.Beside));
        Assert.Equal(TextFolder.Files(text.Path), WithoutOrigin(text.Beside));
        Assert.Equal(0, (await RunAsync("export", text.Beside, "--revision", "1")).ExitCode);
        Assert.Equal(new ExportedFrom(1, await HashAsync(1)), ExportedFrom.Read(text.Beside));
        Assert.Equal(first, WithoutOrigin(text.Beside));

        var unknown = await RunAsync("export", text.Beside, "--revision", "9");
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("There is no revision 9.", unknown.Errors);
    }

    [Fact]
    public async Task Nobody_reviews_their_own_change()
    {
        using var text = TextFolder.Small();

        var outcome = await RunAsync("import", text.Path, "--author", "Author", "--reviewer", "Author", "--reason", "A test.");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("the reviewer must be somebody else", outcome.Errors);
    }

    private async Task<string> HashAsync(long revision) =>
        (await _database.Reader.AskAsync<string>("select encode(hash, 'hex') from revision where number = @revision", new { revision }))!;

    private static SortedDictionary<string, string> WithoutOrigin(string folder)
    {
        var files = TextFolder.Files(folder);
        Assert.True(files.Remove(ExportedFrom.FileName));
        return files;
    }

    private Task<LegalStatus.Outcome> ImportAsync(string folder, params string[] more) =>
        RunAsync(["import", folder, "--author", "Author", "--reviewer", "Reviewer", "--reason", "A test.", .. more]);

    private Task<LegalStatus.Outcome> RunAsync(params string[] words) =>
        LegalStatus.RunAsync(words, ("ConnectionStrings__Postgres", _database.ConnectionString));
}
