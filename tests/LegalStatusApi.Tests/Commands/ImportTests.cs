using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Commands;

/// <summary>The commands that work on the record, on a database of the test's own.</summary>
public sealed class ImportTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(server);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fault(40)]
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

    [Fault(40)]
    [Fact]
    public async Task A_text_is_imported_once_and_a_changed_text_is_the_next_revision()
    {
        using var text = TextFolder.Small();
        Assert.Contains("Published revision 1: 6 rows added, 0 closed, by Author, reviewed by Reviewer", (await ImportAsync(text.Path)).Errors);

        Assert.Contains("Nothing changed: the text says what revision 1 says", (await ImportAsync(text.Path)).Errors);
        text.Change("jurisdictions/DE.yaml", "from: 1967-02-25", "from: 1967-02-26");
        Assert.Contains("Published revision 2: 1 row added, 1 closed", (await ImportAsync(text.Path)).Errors);

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
        // The list that the record is measured against is no part of it.
        var imported = TextFolder.Files(Checkout.Seed);
        Assert.True(imported.Remove("coverage.yaml"));
        Assert.Equal(imported, WithoutOrigin(text.Beside));
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

        var outcome = await RunAsync("import", text.Path, "--author", "Author", "--reviewer", "author ", "--reason", "A test.");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("the reviewer must be somebody else", outcome.Errors);
    }

    [Fact]
    public async Task A_text_of_an_older_revision_is_refused_with_what_changed_since()
    {
        using var text = TextFolder.Small();
        await ImportAsync(text.Path);
        Assert.Equal(0, (await RunAsync("export", text.Beside)).ExitCode);
        text.Change("jurisdictions/DE.yaml", "from: 1967-02-25", "from: 1967-02-26");
        text.Write("jurisdictions/FR.yaml", "code: FR\ntype: country\nname: France\n");
        await ImportAsync(text.Path);

        var refused = await ImportAsync(text.Beside, "--withdraw-missing");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("made from revision 1, but revision 2 is current. Changed since: DE/lsd-1, FR.", refused.Errors);
        Assert.Contains("`export` the record again", refused.Errors);
        Assert.Contains("`changesets import`", refused.Errors);
        Assert.Equal(2, await _database.Reader.AskAsync<long>("select max(number) from revision"));
        Assert.Equal(0, (await RunAsync("export", text.Beside)).ExitCode);
        Assert.Contains("Nothing changed", (await ImportAsync(text.Beside)).Errors);
    }

    [Fact]
    public async Task Of_many_records_that_changed_since_twenty_are_named()
    {
        using var text = TextFolder.Small();
        await ImportAsync(text.Path);
        Assert.Equal(0, (await RunAsync("export", text.Beside)).ExitCode);
        foreach (var code in "AT BE BG CH CY CZ DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL".Split(' '))
        {
            text.Write($"jurisdictions/{code}.yaml", $"code: {code}\ntype: country\nname: Country {code}\n");
        }

        await ImportAsync(text.Path);

        Assert.Contains("Changed since: AT, BE, BG, CH, CY, CZ, DK, EE, ES, FI, FR, GR, HR, HU, IE, IT, LT, LU, LV, MT and 2 more.", (await ImportAsync(text.Beside)).Errors);
    }

    [Fact]
    public async Task A_text_of_another_installation_is_refused_but_fills_an_empty_one()
    {
        using var text = TextFolder.Small();
        text.Write(ExportedFrom.FileName, $"revision: 1\nhash: {new string('0', 64)}\n");

        var filled = await ImportAsync(text.Path);
        var refused = await ImportAsync(text.Path);

        Assert.True(filled.ExitCode == 0, filled.ToString());
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("belongs to another installation. Revision 1 is current.", refused.Errors);
    }

    [Fact]
    public async Task A_text_that_names_no_revision_is_refused_once_a_change_set_was_published()
    {
        using var text = TextFolder.Small();
        await ImportAsync(text.Path);
        await _database.KeyAsync("Ada", "propose");
        await _database.Owner.RunAsync("""
            insert into changeset (id, author, title, reason, base_revision, state, revision)
            select 'chs_aaaaaaaaaaaaaaaa', id, 'A proposal', 'A test.', 1, 'published', 1 from maintainer
            """);

        var refused = await ImportAsync(text.Path);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("has no dataset.yaml", refused.Errors);
        Assert.Contains("revision 1 is current", refused.Errors);
        Assert.Contains("`changesets import`", refused.Errors);
    }

    [Theory]
    [InlineData("aDA", "Reviewer", "--author: 'Ada' is a maintainer")]
    [InlineData("Author", " ADA ", "--reviewer: 'Ada' is a maintainer")]
    public async Task Nobody_publishes_or_reviews_in_a_maintainers_name(string author, string reviewer, string said)
    {
        using var text = TextFolder.Small();
        await _database.KeyAsync("Ada", "propose");

        var refused = await RunAsync("import", text.Path, "--author", author, "--reviewer", reviewer, "--reason", "A test.");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(said, refused.Errors);
        Assert.Contains("under their keys", refused.Errors);
        Assert.Equal(0, await _database.Reader.AskAsync<int>("select count(*) from revision"));
    }

    [Fact]
    public async Task What_is_imported_by_hand_is_noted_in_the_audit()
    {
        using var text = TextFolder.Small();
        await ImportAsync(text.Path);
        await ImportAsync(text.Path);

        Assert.Equal(
            ["""import, revision 1, {"added": 6, "author": "Author", "closed": 0, "reason": "A test.", "reviewer": "Reviewer"}"""],
            await _database.Owner.ListAsync<string>("select concat_ws(', ', maintainer, key, action, subject, after) from audit"));
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
