using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace LegalStatusApi.Tests.Database.Embedded;

/// <summary>Folders in the states that power cuts, restarts and copies leave them in.</summary>
public sealed class RecoveryTests : IAsyncDisposable
{
    private readonly DatabaseFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public async Task A_pid_file_of_a_dead_process_does_not_hinder_the_start()
    {
        await MakeStoppedAsync();
        using var dead = Process.Start("true");
        await dead.WaitForExitAsync(TestContext.Current.CancellationToken);
        WritePidFile(dead.Id);

        await using var server = await _folder.StartAsync();

        Assert.False(server.TakenOver);
        Assert.Equal("kept", await DatabaseFolder.AskAsync<string>(server, "select text from note"));
    }

    [Fact]
    public async Task A_pid_file_of_a_process_that_is_no_server_does_not_hinder_the_start()
    {
        await MakeStoppedAsync();
        using var foreign = StartForeign("cat");
        WritePidFile(foreign.Id);

        await using var server = await _folder.StartAsync();

        Assert.False(server.TakenOver);
        Assert.False(foreign.HasExited);
        Assert.Equal("kept", await DatabaseFolder.AskAsync<string>(server, "select text from note"));
        foreign.Kill();
    }

    [Fact]
    public async Task A_server_that_died_by_itself_is_started_again_with_its_data()
    {
        await MakeStoppedAsync();
        await using (await _folder.StartAsync())
        {
            using var process = Process.GetProcessById(_folder.ServerProcess());
            process.Kill();
        }

        await using var server = await _folder.StartAsync();

        Assert.Equal("kept", await DatabaseFolder.AskAsync<string>(server, "select text from note"));
    }

    [Fact]
    public async Task A_folder_copied_while_its_server_ran_leaves_that_server_alone()
    {
        await using var original = await _folder.StartAsync();
        await using var copy = new DatabaseFolder();
        await using (await copy.StartAsync())
        {
        }

        File.Copy(_folder.PidFile, copy.PidFile);
        await using var second = await copy.StartAsync();

        Assert.False(second.TakenOver);
        Assert.Equal(1, await DatabaseFolder.AskAsync<int>(original, "select 1"));
    }

    [Fact]
    public async Task A_database_whose_making_was_cut_short_is_made_again()
    {
        await MakeStoppedAsync();
        _folder.Write("marker.json", """{"complete":false,"service":"legal-status-api"}""");
        File.Delete(Path.Combine(_folder.Cluster, "PG_VERSION"));
        Directory.Delete(Path.Combine(_folder.Cluster, "base"), recursive: true);

        await using var server = await _folder.StartAsync();

        Assert.Equal(0L, await DatabaseFolder.AskAsync<long>(
            server, "select count(*) from pg_tables where schemaname = 'public'"));
    }

    [Fact]
    public async Task A_folder_left_before_anything_was_made_is_used()
    {
        _folder.Write("service.lock", "");
        _folder.Write("marker.json.new", "{");

        await using var server = await _folder.StartAsync();

        Assert.Equal(1, await DatabaseFolder.AskAsync<int>(server, "select 1"));
    }

    [Fact]
    public async Task The_log_holds_this_run_and_the_one_before()
    {
        for (var run = 0; run < 3; run++)
            await MakeStoppedAsync();

        var logs = Directory.GetFiles(_folder.Path, "*.log").Order();

        Assert.Equal(["server.log", "server.previous.log"], logs.Select(Path.GetFileName));
        Assert.All(logs, log => Assert.Single(File.ReadLines(log), line => line.Contains("starting PostgreSQL")));
    }

    private async Task MakeStoppedAsync()
    {
        await using var server = await _folder.StartAsync();
        await DatabaseFolder.AskAsync<object>(server, "create table if not exists note as select 'kept' as text");
    }

    private void WritePidFile(int process) => _folder.Write(
        "cluster/postmaster.pid",
        string.Create(CultureInfo.InvariantCulture, $"{process}\n{_folder.Cluster}\n1700000000\n5432\n"));

    [Fact]
    public async Task A_server_that_ends_while_the_service_runs_is_started_again()
    {
        await using var postgres = await _folder.StartAsync();
        using var serving = new CancellationTokenSource();
        var watch = postgres.WatchAsync(serving.Token);
        using (var server = Process.GetProcessById(_folder.ServerProcess()))
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, await AnswerOnceItIsThereAsync(postgres.ConnectionString));
        await serving.CancelAsync();
        await watch;
    }

    // Asks again and again, each time without a pooled connection, until the server answers; the test's own time-out ends it.
    private static async Task<object?> AnswerOnceItIsThereAsync(string connectionString)
    {
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
                await connection.OpenAsync(TestContext.Current.CancellationToken);
                await using var command = new NpgsqlCommand("select 1", connection);
                return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
            }
            catch (NpgsqlException)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>A process that waits for input that never comes, as long as the test wants it.</summary>
    private static Process StartForeign(string program) =>
        Process.Start(new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardInput = true })!;
}
