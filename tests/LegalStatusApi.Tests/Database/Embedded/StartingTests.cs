using System.Diagnostics;
using LegalStatusApi.Database.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LegalStatusApi.Tests.Database.Embedded;

public sealed class StartingTests : IAsyncDisposable
{
    private readonly DatabaseFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public async Task A_server_is_made_in_a_folder_that_does_not_exist_yet()
    {
        await using var server = await _folder.StartAsync();

        Assert.Equal("legal_status_owner of legal_status in UTF8", await DatabaseFolder.AskAsync<string>(
            server,
            "select concat(current_user, ' of ', current_database(), ' in ', current_setting('server_encoding'))"));
        Assert.Equal("on", await DatabaseFolder.AskAsync<string>(server, "select current_setting('is_superuser')"));
        Assert.False(server.TakenOver);
        Assert.Equal(_folder.Path, server.DataDirectory);
    }

    [Fact]
    public async Task The_data_are_there_again_at_the_next_start()
    {
        await using (var first = await _folder.StartAsync())
        {
            await DatabaseFolder.AskAsync<object>(first, "create table note as select 'kept' as text");
            await first.DisposeAsync();
        }

        await using var second = await _folder.StartAsync();

        Assert.Equal("kept", await DatabaseFolder.AskAsync<string>(second, "select text from note"));
        Assert.False(second.TakenOver);
    }

    [Fact]
    public async Task The_server_process_is_gone_once_the_service_has_stopped()
    {
        var server = await _folder.StartAsync();
        using var process = Process.GetProcessById(_folder.ServerProcess());

        await server.DisposeAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await process.WaitForExitAsync(patience.Token);
        Assert.False(File.Exists(_folder.PidFile));
    }

    [Fact]
    public async Task A_cancelled_start_leaves_no_server_and_no_lock_behind()
    {
        await using (await _folder.StartAsync())
        {
        }

        using var cancelled = new CancellationTokenSource();
        var logger = new CancellingLogger(cancelled);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions(_folder.Path + "/../other", ForTests: true), logger, cancelled.Token));

        Assert.True(logger.Cancelled);
        await using var again = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions(_folder.Path + "/../other", ForTests: true), logger, CancellationToken.None);
        Assert.False(again.TakenOver);
    }

    [Fact]
    public async Task The_extensions_of_the_schema_can_be_created()
    {
        await using var server = await _folder.StartAsync();

        await DatabaseFolder.AskAsync<object>(server, "create extension btree_gist; create extension pg_trgm");
    }

    [Fact]
    public async Task Given_server_settings_win_over_those_of_the_service()
    {
        await using var server = await _folder.StartAsync(settings: new() { ["max_connections"] = "17" });

        Assert.Equal("17", await DatabaseFolder.AskAsync<string>(server, "select current_setting('max_connections')"));
        Assert.Equal("off", await DatabaseFolder.AskAsync<string>(server, "select current_setting('fsync')"));
    }

    [Fact]
    public async Task A_server_without_a_socket_listens_on_loopback_and_asks_for_its_password()
    {
        await using var server = await _folder.StartAsync(overLoopback: true);

        Assert.Equal("127.0.0.1/32", await DatabaseFolder.AskAsync<string>(server, "select inet_server_addr()::text"));
        var stranger = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guess" };
        await using var connection = new NpgsqlConnection(stranger.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => connection.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_is_no_hindrance()
    {
        var deep = Path.Combine(_folder.Path, new string('d', 100));
        var options = new EmbeddedPostgresOptions(deep, ForTests: true);

        await using (var server = await EmbeddedPostgres.StartAsync(
            options, NullLogger.Instance, TestContext.Current.CancellationToken))
            Assert.Equal(1, await DatabaseFolder.AskAsync<int>(server, "select 1"));

        await EmbeddedPostgres.ResetAsync(deep, null, NullLogger.Instance, TestContext.Current.CancellationToken);
        Assert.False(Directory.Exists(deep));
    }
}
