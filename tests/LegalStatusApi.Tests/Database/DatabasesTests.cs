using LegalStatusApi.Database;
using LegalStatusApi.Tests.Support;
using Npgsql;

namespace LegalStatusApi.Tests.Database;

[Fault(1)]
public sealed class DatabasesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_session_acts_as_the_role_it_was_opened_for()
    {
        Assert.Equal("legal_status_reader", await database.Reader.AskAsync<string>("select current_user"));
        Assert.Equal("legal_status_writer", await database.Writer.AskAsync<string>("select current_user"));
    }

    [Fact]
    public async Task A_read_survives_that_every_pooled_connection_was_cut()
    {
        await using var pool = Databases.Open(database.ConnectionString, Databases.Reader);
        var idle = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => pool.OpenConnectionAsync(TestContext.Current.CancellationToken).AsTask()));
        var cut = idle.Select(connection => connection.ProcessID).ToArray();
        foreach (var connection in idle)
        {
            await connection.DisposeAsync();
        }

        await database.Owner.AskAsync<int>("select count(pg_terminate_backend(pid, 5000)) from unnest(@cut) as pid", new { cut });

        Assert.Equal(1, await pool.ReadAsync(AnswerAsync, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_read_that_the_driver_cannot_end_lets_go_of_whoever_waits_for_it()
    {
        using var deadline = new CancellationTokenSource();
        var never = new TaskCompletionSource<int>();
        var begun = new TaskCompletionSource();
        var read = database.Reader.ReadAsync(
            async _ =>
            {
                begun.SetResult();
                return await never.Task;
            },
            deadline.Token);
        await begun.Task.WaitAsync(TestContext.Current.CancellationToken);

        await deadline.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        never.SetResult(1);
    }

    [Fact]
    public async Task A_read_whose_connection_is_cut_while_it_runs_is_run_once_more()
    {
        await using var pool = Databases.Open(database.ConnectionString, Databases.Reader);
        var runs = 0;

        var answer = await pool.ReadAsync(async connection =>
        {
            if (++runs == 1)
            {
                await database.Owner.AskAsync<bool>("select pg_terminate_backend(@pid, 5000)", new { pid = connection.ProcessID });
            }

            return await AnswerAsync(connection);
        }, TestContext.Current.CancellationToken);

        Assert.Equal((1, 2), (answer, runs));
    }

    [Fact]
    public async Task A_read_that_fails_by_itself_is_not_run_again()
    {
        var runs = 0;

        await Assert.ThrowsAsync<PostgresException>(() => database.Reader.ReadAsync(async connection =>
        {
            runs++;
            await using var wrong = new NpgsqlCommand("select 1 / 0", connection);
            return await wrong.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        }, TestContext.Current.CancellationToken));

        Assert.Equal(1, runs);
    }

    [Fact]
    public void Short_time_outs_are_set_unless_the_connection_string_names_others()
    {
        Assert.Equal((2, 2), TimeOutsOf("Host=/nowhere", Databases.Reader));
        Assert.Equal((2, 120), TimeOutsOf("Host=/nowhere", Databases.Writer));
        Assert.Equal((7, 8), TimeOutsOf("Host=/nowhere;Timeout=7;Command Timeout=8", Databases.Reader));
    }

    private static (int Connecting, int Running) TimeOutsOf(string connectionString, string role)
    {
        using var source = Databases.Open(connectionString, role);
        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        return (settings.Timeout, settings.CommandTimeout);
    }

    private static async Task<int> AnswerAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select 1", connection);
        return (int)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
