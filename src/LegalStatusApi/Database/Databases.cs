using System.Diagnostics;
using System.Runtime.CompilerServices;
using Npgsql;

namespace LegalStatusApi.Database;

/// <summary>The service's own connections: a reader for answers and a writer for publications. Neither role owns a table.</summary>
public static class Databases
{
    public const string Reader = "legal_status_reader";
    public const string Writer = "legal_status_writer";

    /// <summary>Seconds for what reads or writes the whole record, which no client waits for.</summary>
    public const int PatientTimeout = 120;

    // A stale connection says so at once; what fails after a wait is a database that does not answer.
    private static readonly TimeSpan Impatience = TimeSpan.FromSeconds(1);
    private const int Attempts = 12;

    // The driver answers a cancellation only when it has told the server, in vain for seconds where that is frozen, and whoever ended the
    // request waits with it. So a read is given up by a clock, a little before the request's own deadline would cancel it.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(250);
    private static readonly ConditionalWeakTable<NpgsqlDataSource, object> Patience = [];
    private static readonly ConditionalWeakTable<NpgsqlDataSource, Func<NpgsqlConnection, CancellationToken, Task>> Checks = [];

    /// <summary>A pool whose sessions act as <paramref name="role"/>, with short time-outs unless the string names others.</summary>
    /// <param name="deadline">How long whoever asks waits at most; the reader's time-out is half a second less, in whole seconds.</param>
    public static NpgsqlDataSource Open(string connectionString, string role, TimeSpan? deadline = null)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        // Of a setting that the string does not name, ContainsKey says yes too; Keys are those that it names.
        bool Names(string setting) => given.Keys.Contains(setting, StringComparer.Ordinal);
        var connection = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = given.ApplicationName ?? "legal-status",
            // The statements are short, so compiling them costs more than it saves. Windows of days are read as ISO 8601.
            Options = $"{given.Options} -c role={role} -c jit=off -c datestyle=ISO".Trim(),
            Timeout = Names("Timeout") ? given.Timeout : 2,
            CommandTimeout = Names("Command Timeout") ? given.CommandTimeout : role == Reader ? ReadTimeout(deadline) : PatientTimeout,
            CancellationTimeout = Names("Cancellation Timeout") ? given.CancellationTimeout : 300,
            // A reader sets nothing for its session, so there is nothing to reset, at each question, before the next.
            NoResetOnClose = Names("No Reset On Close") ? given.NoResetOnClose : role == Reader,
            // Planning the statement of an answer takes as long as running it, so each session keeps its plans.
            MaxAutoPrepare = Names("Max Auto Prepare") ? given.MaxAutoPrepare : 20,
            AutoPrepareMinUsages = Names("Auto Prepare Min Usages") ? given.AutoPrepareMinUsages : 2,
        };
        var source = SourceOf(connection, role == Reader ? TargetSessionAttributes.PreferStandby : TargetSessionAttributes.Primary);
        Patience.Add(source, deadline is { } whole ? whole - Margin : Timeout.InfiniteTimeSpan);
        return source;
    }

    /// <summary>A pool of the owner's for <c>migrate</c> and the like: of several servers, the one that can be written to.</summary>
    public static NpgsqlDataSource OpenPrimary(NpgsqlConnectionStringBuilder connection) => SourceOf(connection, TargetSessionAttributes.Primary);

    // Of several servers a reader prefers one that only follows, so that the one that is written to has its time for that.
    private static NpgsqlDataSource SourceOf(NpgsqlConnectionStringBuilder connection, TargetSessionAttributes wanted)
    {
        var builder = new NpgsqlDataSourceBuilder(connection.ConnectionString);
        return connection.Host?.Contains(',', StringComparison.Ordinal) == true ? builder.BuildMultiHost().WithTargetSession(wanted) : builder.Build();
    }

    private static int ReadTimeout(TimeSpan? deadline) => deadline is { } whole ? Math.Max(1, (int)(whole.TotalSeconds - 0.5)) : 2;

    /// <summary>Has each connection looked at before something is read on it: two of them need not lead to the same server.</summary>
    public static void CheckReads(this NpgsqlDataSource database, Func<NpgsqlConnection, CancellationToken, Task> check) => Checks.AddOrUpdate(database, check);

    /// <summary>Runs a read, again on a new connection where it got a stale one (a restarted database leaves a pool full of such).</summary>
    public static Task<T> ReadAsync<T>(
        this NpgsqlDataSource database, Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellation) =>
        !Checks.TryGetValue(database, out var check) ? database.ReadUncheckedAsync(read, cancellation) : database.ReadUncheckedAsync(
            async connection =>
            {
                await check(connection, cancellation);
                return await read(connection);
            },
            cancellation);

    /// <summary>The same without a look at the connection.</summary>
    public static async Task<T> ReadUncheckedAsync<T>(
        this NpgsqlDataSource database, Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var patience = PatienceOf(database);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(database, read, patience < TimeSpan.Zero ? patience : patience - Stopwatch.GetElapsedTime(start), cancellation);
            }
            catch (NpgsqlException fault) when (attempt < Attempts && IsStaleConnection(fault) && Stopwatch.GetElapsedTime(start) < Impatience)
            {
                // Where one is stale the others are, too. While another reader's call empties the pool this one may still get one of them.
                database.Clear();
            }

            // At once the first time, and then a little later each time: the pool is being emptied, or the database still starts.
            await Task.Delay(TimeSpan.FromMilliseconds(attempt - 1), cancellation);
        }
    }

    /// <summary>Runs a short write, once: whoever sent it waits no longer than for an answer.</summary>
    public static Task<T> WriteAsync<T>(this NpgsqlDataSource database, Func<NpgsqlConnection, Task<T>> write, CancellationToken cancellation) =>
        OnceAsync(database, write, PatienceOf(database), cancellation);

    private static TimeSpan PatienceOf(NpgsqlDataSource database) =>
        Patience.TryGetValue(database, out var own) ? (TimeSpan)own : Timeout.InfiniteTimeSpan;

    // A frozen database does not answer a cancellation either, and the driver waits for that too: whoever asked is let go
    // at once, and the connection ends by its own time-outs.
    private static Task<T> OnceAsync<T>(
        NpgsqlDataSource database, Func<NpgsqlConnection, Task<T>> read, TimeSpan patience, CancellationToken cancellation)
    {
        return RunAsync().WaitAsync(patience, cancellation);

        async Task<T> RunAsync()
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
            return await read(connection);
        }
    }

    private static bool IsStaleConnection(NpgsqlException fault) =>
        fault.InnerException is IOException or EndOfStreamException ||
        fault.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow ||
        fault.SqlState?.StartsWith("08", StringComparison.Ordinal) == true;
}
