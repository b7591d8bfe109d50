using System.Diagnostics;
using LegalStatusApi.Dataset.Histories;

namespace LegalStatusApi.Commands;

/// <summary><c>import --history</c>: rebuilds an empty installation from what another one exported.</summary>
public static class ImportHistory
{
    public static async Task<int> RunAsync(string[] args, string file, CancellationToken cancellation)
    {
        await using var input = HistoryInput.Open(file);
        return await Session.RunAsync(args, async (workplace, _, loggers) =>
        {
            var clock = Stopwatch.StartNew();
            var progress = new TerminalProgress("import");
            try
            {
                var header = await HistoryImport.RunAsync(workplace.Writer, input, progress, cancellation);
                loggers.CreateLogger(typeof(ImportHistory)).LogInformation(
                    "Rebuilt the record up to revision {Revision}, hash {Hash}, in {Seconds:0.0} s", header.Revision, header.Hash, clock.Elapsed.TotalSeconds);
                return 0;
            }
            catch (HistoryException mistake)
            {
                throw new CommandException($"{file}: {mistake.Message}\nNothing was imported.");
            }
            catch (RecordExistsException refusal)
            {
                throw new CommandException($"{refusal.Message} Name an empty database, or delete this one's data first (`legal-status reset`, for a private server).");
            }
            finally
            {
                progress.Done();
            }
        }, cancellation);
    }
}
