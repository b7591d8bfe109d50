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

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == CommandCompleted && state is IReadOnlyList<KeyValuePair<string, object?>> said && Interlocked.Decrement(ref _left) == 0)
        {
            using var connection = owner.OpenConnection();
            using var command = new NpgsqlCommand("select pg_terminate_backend(@pid, 5000)", connection);
            command.Parameters.AddWithValue("pid", Convert.ToInt32(said.First(each => each.Key == "ConnectorId").Value));
            command.ExecuteScalar();
        }
    }

    public void Dispose()
    {
    }
}
