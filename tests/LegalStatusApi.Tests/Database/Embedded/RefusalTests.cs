using LegalStatusApi.Database.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace LegalStatusApi.Tests.Database.Embedded;

public sealed class RefusalTests : IAsyncDisposable
{
    private readonly DatabaseFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public async Task A_second_service_on_the_same_folder_is_refused()
    {
        await using var first = await _folder.StartAsync();
        var before = _folder.Listing();

        var message = await _folder.RefusalAsync();

        Assert.Contains(_folder.Path, message);
        Assert.Contains("Stop that service", message);
        Assert.Contains("Database:DataDirectory", message);
        Assert.Equal(before, _folder.Listing());
        Assert.Equal(1, await DatabaseFolder.AskAsync<int>(first, "select 1"));
    }

    [Fact]
    public async Task A_second_service_that_comes_by_a_symbolic_link_is_refused_too()
    {
        await using var first = await _folder.StartAsync();
        var link = _folder.Path + "-link";
        Directory.CreateSymbolicLink(link, _folder.Path);

        var options = new EmbeddedPostgresOptions(link, ForTests: true);
        var refused = await Assert.ThrowsAnyAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(
            options, NullLogger.Instance, TestContext.Current.CancellationToken));

        Assert.Contains(_folder.Path, refused.Message);
    }

    [Fact]
    public async Task A_folder_of_a_version_that_is_not_installed_is_left_as_it_is()
    {
        await using (await _folder.StartAsync())
        {
        }

        _folder.Write("cluster/PG_VERSION", "99\n");
        var before = _folder.Listing();

        var message = await _folder.RefusalAsync();

        Assert.Contains("was made by PostgreSQL 99", message);
        Assert.Matches(@"found: \d+ in /", message);
        Assert.Contains("Install PostgreSQL 99", message);
        Assert.Equal(before, _folder.Listing());
    }

    [Fact]
    public async Task A_folder_with_files_of_somebody_else_is_left_as_it_is()
    {
        _folder.Write("thesis.txt", "irreplaceable");
        var before = _folder.Listing();

        Assert.Contains("was not made by this service", await _folder.RefusalAsync());
        Assert.Equal(before, _folder.Listing());
    }

    [Fact]
    public async Task A_cluster_that_somebody_else_made_is_left_as_it_is()
    {
        _folder.Write("cluster/PG_VERSION", "15\n");
        _folder.Write("marker.json", """{"complete":true,"service":"another"}""");
        var before = _folder.Listing();

        Assert.Contains("was not made by this service", await _folder.RefusalAsync());
        Assert.Equal(before, _folder.Listing());
    }

    [Fact]
    public async Task A_reset_deletes_a_folder_of_the_service()
    {
        await using (await _folder.StartAsync())
        {
        }

        await _folder.ResetAsync();

        Assert.False(Directory.Exists(_folder.Path));
    }

    [Fact]
    public async Task A_reset_leaves_a_folder_that_is_not_the_services()
    {
        _folder.Write("thesis.txt", "irreplaceable");

        var refused = await Assert.ThrowsAnyAsync<EmbeddedPostgresException>(_folder.ResetAsync);

        Assert.Contains("nothing was deleted", refused.Message);
        Assert.Single(_folder.Listing());
    }

    [Fact]
    public async Task A_reset_is_refused_while_a_service_is_on_the_folder()
    {
        await using var server = await _folder.StartAsync();

        await Assert.ThrowsAnyAsync<EmbeddedPostgresException>(_folder.ResetAsync);

        Assert.Equal(1, await DatabaseFolder.AskAsync<int>(server, "select 1"));
    }

    [Fact]
    public async Task Missing_binaries_are_named_with_every_way_to_get_them()
    {
        var empty = Directory.CreateTempSubdirectory();

        var message = await _folder.RefusalAsync(empty.FullName);

        empty.Delete();
        Assert.Contains(empty.FullName, message);
        Assert.All(
            ["apt install", "dnf install", "brew install", "ConnectionStrings:Postgres"],
            way => Assert.Contains(way, message));
        Assert.False(Directory.Exists(_folder.Path));
    }

    [Fact]
    public async Task What_the_server_says_against_its_settings_is_quoted()
    {
        var refused = await Assert.ThrowsAnyAsync<EmbeddedPostgresException>(
            () => _folder.StartAsync(settings: new() { ["shared_buffers"] = "many" }));

        Assert.Contains("""invalid value for parameter "shared_buffers": "many" """, refused.Message);
        await using var mended = await _folder.StartAsync();
    }

    [Fact]
    public async Task A_path_through_a_file_is_refused_in_words()
    {
        _folder.Write("file", "");
        var options = new EmbeddedPostgresOptions(Path.Combine(_folder.Path, "file", "postgres"), ForTests: true);

        var refused = await Assert.ThrowsAnyAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(
            options, NullLogger.Instance, TestContext.Current.CancellationToken));

        Assert.Contains("Database:DataDirectory", refused.Message);
    }
}
