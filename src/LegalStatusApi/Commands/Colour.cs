namespace LegalStatusApi.Commands;

/// <summary>Colours on a terminal, plain text in a pipe.</summary>
public static class Colour
{
    public const string Bold = "1";
    public const string Red = "31";
    public const string Green = "32";

    public static void WriteLine(string colour, string text) =>
        Console.WriteLine(Console.IsOutputRedirected ? text : $"\u001b[{colour}m{text}\u001b[0m");
}
