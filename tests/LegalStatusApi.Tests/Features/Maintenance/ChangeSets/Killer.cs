using Microsoft.Extensions.Logging;
using Npgsql;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>Counts the statements of a data source by its log, and ends the session that ran a certain one.</summary>
internal sealed class Killer(NpgsqlDataSource owner) : ILoggerProvider, ILogger
{
    private const int CommandCompleted = 2001;
    private int _left;

    public ILoggerFactory Loggers => LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(this));

    public void KillAfter(int statement) => Volatile.Write(ref _left, statement);

    /// <summary>Kills no more; says whether it did.</summary>
    public bool Rest() => Interlocked.Exchange(ref _left, 0) <= 0;

    /// <summary>What the session that was ended last had just done, and whether it was gone in time.</summary>
    public string Killed { get; private set; } = "";

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // What the service does by itself, some seconds after its start, is none of the publication's statements.
        if (eventId.Id == CommandCompleted && !formatter(state, exception).Contains("erase_settled_reports", StringComparison.Ordinal)
            && state is IReadOnlyList<KeyValuePair<string, object?>> said && Interlocked.Decrement(ref _left) == 0)
        {
            using var connection = owner.OpenConnection();
            using var command = new NpgsqlCommand("select pg_terminate_backend(@pid, 5000)", connection);
            command.Parameters.AddWithValue("pid", Convert.ToInt32(said.First(each => each.Key == "ConnectorId").Value));
            Killed = $"{formatter(state, exception)} (gone: {command.ExecuteScalar()})";
        }
    }

    public void Dispose()
    {
    }
}
