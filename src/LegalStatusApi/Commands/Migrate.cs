namespace LegalStatusApi.Commands;

/// <summary><c>migrate</c>: opening a workplace migrates it, so there is nothing left to do.</summary>
public static class Migrate
{
    public static Task<int> RunAsync(string[] args, CancellationToken cancellation) =>
        Session.RunAsync(args, (_, _, _) => Task.FromResult(0), cancellation);
}
