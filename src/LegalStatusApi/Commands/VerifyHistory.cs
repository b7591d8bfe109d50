using LegalStatusApi.Dataset.Histories;

namespace LegalStatusApi.Commands;

/// <summary><c>verify FILE</c>: proves the chain from the public export alone.</summary>
public static class VerifyHistory
{
    public static async Task<int> RunAsync(string file, CancellationToken cancellation)
    {
        await using var input = HistoryInput.Open(file);
        try
        {
            var header = await History.VerifyAsync(input, cancellation);
            await Console.Out.WriteLineAsync($"The chain of {header.Revision} revision{(header.Revision == 1 ? "" : "s")} holds.");
            await Console.Out.WriteLineAsync($"Revision {header.Revision} has the hash {header.Hash}.");
            return 0;
        }
        catch (HistoryException mistake)
        {
            throw new CommandException($"{file}: {mistake.Message}");
        }
    }
}
