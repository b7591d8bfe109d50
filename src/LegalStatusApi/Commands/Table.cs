namespace LegalStatusApi.Commands;

/// <summary>Rows under headings: aligned and with bold headings on a terminal, separated by tabs in a pipe. No rows, no headings.</summary>
public sealed class Table(params string[] headings)
{
    public void Write(TextWriter output, IEnumerable<string[]> rows)
    {
        var lines = rows.Prepend(headings).ToList();
        if (lines.Count == 1)
        {
            return;
        }

        if (Console.IsOutputRedirected)
        {
            lines.ForEach(line => output.WriteLine(string.Join('\t', line)));
            return;
        }

        var widths = Enumerable.Range(0, headings.Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = string.Join("  ", lines[i].Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();
            output.WriteLine(i == 0 ? $"\u001b[1m{line}\u001b[0m" : line);
        }
    }
}
