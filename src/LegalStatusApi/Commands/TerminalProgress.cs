namespace LegalStatusApi.Commands;

/// <summary>One line on a terminal that says what is being done; nothing where errors go to a file or a pipe.</summary>
public sealed class TerminalProgress(string work) : IProgress<string>
{
    private readonly bool _shown = !Console.IsErrorRedirected;

    public void Report(string value)
    {
        if (_shown)
        {
            Console.Error.Write($"\r\u001b[K{work}: {value} …");
        }
    }

    public void Done()
    {
        if (_shown)
        {
            Console.Error.Write("\r\u001b[K");
        }
    }
}
