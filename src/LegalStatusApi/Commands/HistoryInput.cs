namespace LegalStatusApi.Commands;

/// <summary>Where a command reads a history from: a file, or standard input.</summary>
internal static class HistoryInput
{
    /// <summary>The name of standard input.</summary>
    public const string Standard = "-";

    public static Stream Open(string file)
    {
        if (file == Standard)
        {
            return Console.OpenStandardInput();
        }

        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, useAsync: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file} cannot be read: {fault.Message}");
        }
    }
}
