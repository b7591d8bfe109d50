using System.Diagnostics;
using LegalStatusApi.Dataset;
using Npgsql;

namespace LegalStatusApi.Commands;

/// <summary><c>import</c>: validates everything first; a text with a mistake imports nothing.</summary>
public static class Import
{
    public static Task<int> RunAsync(
        string[] args, DirectoryInfo? folder, PublicationNote note, bool withdrawMissing, CancellationToken cancellation) =>
        Session.RunAsync(args, async (workplace, settings, loggers) =>
        {
            if (note.Author.Length == 0 || note.Reason.Length == 0 || note.Reviewer == "" || note.Reviewer == note.Author)
            {
                throw new CommandException("Author and reason must not be empty, and the reviewer must be somebody else than the author.");
            }

            await PublishAsync(workplace.Writer, folder?.FullName ?? settings.SeedDirectory, note, withdrawMissing,
                loggers.CreateLogger(typeof(Import)), cancellation);
            return 0;
        }, cancellation);

    public static async Task<Publication.Outcome> PublishAsync(
        NpgsqlDataSource database, string folder, PublicationNote note, bool withdrawMissing, ILogger logger, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var progress = new TerminalProgress("import");
        progress.Report("reading the text");
        var text = SeedReader.Read(folder);
        if (text.Mistakes.Count > 0)
        {
            progress.Done();
            throw new CommandException(CheckText.Describe(text.Mistakes) + "\nNothing was imported.");
        }

        Publication.Outcome outcome;
        try
        {
            outcome = await Publication.PublishAsync(database, text.Rows, note, withdrawMissing, progress, cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            throw new CommandException($"The database refused the text ({refused.ConstraintName}): {refused.MessageText}\nNothing was imported.");
        }
        finally
        {
            progress.Done();
        }

        if (outcome.Refusals.Count > 0)
        {
            throw new CommandException(string.Join('\n', outcome.Refusals) + $"\n{outcome.Refusals.Count} refused. Nothing was imported.");
        }

        if (outcome.Changed)
        {
            logger.LogInformation("Published revision {Revision}: {Added} rows added, {Closed} closed, by {Author}, reviewed by {Reviewer}, in {Seconds:0.0} s",
                outcome.Revision, outcome.Added, outcome.Closed, note.Author, note.Reviewer ?? "nobody", clock.Elapsed.TotalSeconds);
        }
        else
        {
            logger.LogInformation("Nothing changed: the text says what revision {Revision} says", outcome.Revision);
        }

        return outcome;
    }
}
