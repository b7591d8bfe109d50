using System.Runtime.CompilerServices;
using Npgsql;

namespace LegalStatusApi.Features.Exports;

/// <summary>How many exports are written at the same time: each holds a connection of the readers' for as long as its client takes.</summary>
public static class ExportTurns
{
    // The others are for answers, whatever those who export are up to.
    private const int ShareOfPool = 4;
    private static readonly ConditionalWeakTable<NpgsqlDataSource, SemaphoreSlim> Turns = [];

    /// <summary>A turn, which ends when it is disposed; null where all are taken.</summary>
    public static IDisposable? TryTake(NpgsqlDataSource database)
    {
        var turns = Turns.GetValue(database, source => new SemaphoreSlim(Math.Max(1, new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize / ShareOfPool)));
        return turns.Wait(0) ? new Turn(turns) : null;
    }

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
