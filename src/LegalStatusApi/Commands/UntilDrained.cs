using System.Runtime.InteropServices;
using LegalStatusApi.Http;

namespace LegalStatusApi.Commands;

/// <summary>When a service that is told to end (SIGTERM) does so: after a time in which it sends its clients elsewhere. Ctrl-C waits for nobody.</summary>
public sealed class UntilDrained : IDisposable
{
    private readonly CancellationTokenSource _hurry = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration _interrupted;
    private readonly CancellationTokenRegistration _told;

    public UntilDrained(Draining draining, TimeSpan time, CancellationToken told)
    {
        _interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            _hurry.Cancel();
            _stop.Cancel();
        });
        _told = told.Register(() =>
        {
            draining.Begin();
            _hurry.Token.Register(_stop.Cancel);
            _stop.CancelAfter(time);
        });
    }

    /// <summary>Cancelled when it is time to stop listening.</summary>
    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        _interrupted.Dispose();
        _told.Dispose();
        _hurry.Dispose();
        _stop.Dispose();
    }
}

/// <summary>The command line listens to signals; the host must not end before the drain.</summary>
public sealed class NoSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
