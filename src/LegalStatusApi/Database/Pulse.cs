using System.Runtime.CompilerServices;
using Npgsql;

namespace LegalStatusApi.Database;

/// <summary>Tells a server that takes its time from one that is silent, which the driver alone finds out after minutes.</summary>
public static class Pulse
{
    // Several times what a server needs for a connection on a busy day.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly ConditionalWeakTable<NpgsqlDataSource, Asked> Servers = [];

    /// <summary>Whether the server takes a new connection, beside the pool; a refusal in words is an answer, too. Asked once for all who wonder at the same time.</summary>
    public static Task<bool> AnswersAsync(this NpgsqlDataSource database) => Servers.GetOrCreateValue(database).AnswersAsync(database);

    private static async Task<bool> ConnectsAsync(NpgsqlDataSource database)
    {
        await using var pooled = database.CreateConnection();
        var alone = new NpgsqlConnectionStringBuilder(pooled.ConnectionString) { Pooling = false, Timeout = (int)Patience.TotalSeconds };
        if (alone.Host!.Contains(',', StringComparison.Ordinal))
        {
            alone.TargetSessionAttributes = "primary";
        }

        await using var connection = pooled.CloneWith(alone.ConnectionString);
        try
        {
            await connection.OpenAsync(CancellationToken.None);
            return true;
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            return fault is PostgresException;
        }
    }

    private sealed class Asked
    {
        private readonly Lock _one = new();
        private Task<bool>? _asked;

        public Task<bool> AnswersAsync(NpgsqlDataSource database)
        {
            lock (_one)
            {
                return _asked is { IsCompleted: false } asked ? asked : _asked = ConnectsAsync(database);
            }
        }
    }
}
