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
            note = new PublicationNote(note.Author.Trim(), note.Reviewer?.Trim(), note.Reason.Trim());
            if (note.Author.Length == 0 || note.Reason.Length == 0 || note.Reviewer == "" || string.Equals(note.Reviewer, note.Author, StringComparison.OrdinalIgnoreCase))
            {
                throw new CommandException("Author and reason must not be empty, and the reviewer must be somebody else than the author.");
            }

            await PublishAsync(workplace.Writer, folder?.FullName ?? settings.SeedDirectory, note, withdrawMissing,
                loggers.CreateLogger(typeof(Import)), cancellation, isByHand: true);
            return 0;
        }, cancellation);

    /// <param name="isByHand">An operator's import, which must not take back others' work and is noted in the audit; not the first start's own.</param>
    public static async Task<Publication.Outcome> PublishAsync(
        NpgsqlDataSource database, string folder, PublicationNote note, bool withdrawMissing, ILogger logger, CancellationToken cancellation, bool isByHand = false)
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

        var from = ExportedFrom.Read(folder);
        Publication.Outcome outcome;
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await Publication.TakeTurnAsync(connection, cancellation);
            if (isByHand)
            {
                await ImportGate.RequireAsync(connection, from, note, cancellation);
            }

            outcome = await Publication.PublishAsync(connection, text.Rows, note, withdrawMissing, progress, cancellation);
            if (isByHand && outcome.Changed)
            {
                await ImportGate.NoteAsync(connection, note, outcome, cancellation);
            }

            await transaction.CommitAsync(cancellation);
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
            logger.LogInformation("Published revision {Revision}: {Added} {Rows} added, {Closed} closed, by {Author}, reviewed by {Reviewer}, in {Seconds:0.0} s",
                outcome.Revision, outcome.Added, outcome.Added == 1 ? "row" : "rows", outcome.Closed, note.Author, note.Reviewer ?? "nobody", clock.Elapsed.TotalSeconds);
        }
        else
        {
            logger.LogInformation("Nothing changed: the text says what revision {Revision} says", outcome.Revision);
        }

        return outcome;
    }
}
