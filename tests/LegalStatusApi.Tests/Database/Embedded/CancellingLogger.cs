using Microsoft.Extensions.Logging;

namespace LegalStatusApi.Tests.Database.Embedded;

/// <summary>Cancels at a known point of a start: when the making of the database is logged.</summary>
internal sealed class CancellingLogger(CancellationTokenSource source) : ILogger
{
    public bool Cancelled { get; private set; }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (Cancelled || !formatter(state, exception).StartsWith("Making", StringComparison.Ordinal))
            return;
        Cancelled = true;
        source.CancelAfter(TimeSpan.FromMilliseconds(100));
    }
}
