using LegalStatusApi.Dataset;

namespace LegalStatusApi.Commands;

/// <summary><c>check</c> and <c>format</c>: the text alone, without a database.</summary>
public static class CheckText
{
    public static int Run(string[] args, DirectoryInfo? folder)
    {
        var path = folder?.FullName ?? Session.SettingsOf(args).SeedDirectory;
        var text = SeedReader.Read(path);
        if (text.Mistakes.Count > 0)
        {
            throw new CommandException(Describe(text.Mistakes));
        }

        Console.WriteLine($"No mistakes: {text.Rows.OfType<ClassificationRow>().Count()} classifications in " +
            $"{text.Rows.OfType<JurisdictionRow>().Count()} places, {text.Rows.OfType<SourceRow>().Count()} sources, " +
            $"{text.Rows.OfType<LeadRow>().Count()} leads.");
        return 0;
    }

    public static int Format(string[] args, DirectoryInfo? folder)
    {
        var path = folder?.FullName ?? Session.SettingsOf(args).SeedDirectory;
        if (SeedReader.Read(path) is { Mistakes: { Count: > 0 } mistakes })
        {
            throw new CommandException(Describe(mistakes));
        }

        Dataset.Format.Rewrite(path);
        return 0;
    }

    /// <summary>One line for each mistake, as compilers write them, and their number.</summary>
    public static string Describe(IReadOnlyList<Mistake> mistakes) =>
        string.Join('\n', mistakes.Select(mistake => $"{mistake.File}:{mistake.Line}: {mistake.Field}: {mistake.Message}")) +
        $"\n{mistakes.Count} mistake{(mistakes.Count == 1 ? "" : "s")}.";
}
