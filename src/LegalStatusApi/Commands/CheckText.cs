using LegalStatusApi.Dataset;
using LegalStatusApi.Dataset.Auditing;
using LegalStatusApi.Http;

namespace LegalStatusApi.Commands;

/// <summary><c>check</c> and <c>format</c>: the text alone, without a database.</summary>
public static class CheckText
{
    public static int Run(string[] args, DirectoryInfo? folder)
    {
        var path = folder?.FullName ?? Session.SettingsOf(args).SeedDirectory;
        var audit = SeedAudit.Of(path, TimeProvider.System.Today());
        // What lacks a source or a pair can be published all the same; what has mistakes cannot even be read.
        var text = audit.Text;
        if (text.Mistakes.Concat(audit.Gaps).ToList() is { Count: > 0 } mistakes)
        {
            throw new CommandException(Describe(mistakes));
        }

        Console.WriteLine($"No mistakes: {text.Rows.OfType<ClassificationRow>().Count()} classifications in " +
            $"{text.Rows.OfType<JurisdictionRow>().Count()} places, {text.Rows.OfType<SourceRow>().Count()} sources, " +
            $"{text.Rows.OfType<LeadRow>().Count()} leads.");
        foreach (var reminder in audit.Reminders)
        {
            Console.WriteLine($"Note: {reminder}");
        }

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
