using LegalStatusApi.Dataset;

namespace LegalStatusApi.Commands;

/// <summary><c>verify</c>: proves that what is stored is what was published.</summary>
public static class Verify
{
    public static Task<int> RunAsync(string[] args, CancellationToken cancellation) =>
        Session.RunAsync(args, async (workplace, _, _) =>
        {
            var report = await ChainCheck.RunAsync(workplace.Reader, cancellation);
            if (report.Breaks.Count > 0)
            {
                throw new CommandException(string.Join('\n', report.Breaks));
            }

            await Console.Out.WriteLineAsync($"The chain of {report.Revisions} revision{(report.Revisions == 1 ? "" : "s")} holds.");
            return 0;
        }, cancellation);
}
