using System.Text.Json;
using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Dataset;
using LegalStatusApi.Features.Maintenance;
using Npgsql;

namespace LegalStatusApi.Commands;

/// <summary>What an operator's import must not do: take back what others published meanwhile, or speak in a maintainer's name.</summary>
public static class ImportGate
{
    private const int Shown = 20;
    private const string Advice =
        "Nothing was imported. `export` the record again and make the change there, or propose it with `changesets import`.";

    private sealed record Found(long? Current, bool IsKnown, bool IsReviewed);

    private sealed record Changed(string Record, long Total);

    /// <summary>Refuses, in the turn of the publication, so that nothing is published between this and that.</summary>
    public static async Task RequireAsync(NpgsqlConnection connection, ExportedFrom? from, PublicationNote note, CancellationToken cancellation)
    {
        await RequireNobodysNameAsync(connection, "--author", note.Author, cancellation);
        await RequireNobodysNameAsync(connection, "--reviewer", note.Reviewer, cancellation);
        var found = await connection.QuerySingleAsync<Found>(Statement("FindOthersWork", new { from?.Revision, from?.Hash }, cancellation));
        if (found.Current is not { } current || (from is not null && found.IsKnown && from.Revision == current))
        {
            return;
        }

        if (from is not null)
        {
            throw new CommandException(found.IsKnown
                ? $"The text was made from revision {from.Revision}, but revision {current} is current. Changed since: {await ChangedSinceAsync(connection, from.Revision, cancellation)}. {Advice}"
                : $"The text was made from a revision {from.Revision} that is not on record here (its hash is another): it belongs to another installation. Revision {current} is current. {Advice}");
        }

        if (found.IsReviewed)
        {
            throw new CommandException(
                $"The text has no {ExportedFrom.FileName}, so nobody knows which revision it was made from, and change sets were published into this record: revision {current} is current. {Advice}");
        }
    }

    /// <summary>Notes the import, within its transaction; without maintainer and key, since it was done on the command line.</summary>
    public static Task NoteAsync(NpgsqlConnection connection, PublicationNote note, Publication.Outcome outcome, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(SqlFile.Beside(typeof(Writes), "RecordAudit"), new
        {
            Maintainer = (string?)null,
            Key = (string?)null,
            Action = "import",
            Subject = $"revision {outcome.Revision}",
            Before = (string?)null,
            After = JsonSerializer.Serialize(new { note.Author, note.Reviewer, note.Reason, outcome.Added, outcome.Closed }, JsonSerializerOptions.Web),
        }, cancellationToken: cancellation));

    private static async Task RequireNobodysNameAsync(NpgsqlConnection connection, string option, string? name, CancellationToken cancellation)
    {
        if (await connection.ExecuteScalarAsync<string?>(Statement("FindNamesake", new { Name = name }, cancellation)) is { } maintainer)
        {
            throw new CommandException(
                $"{option}: '{maintainer}' is a maintainer with a key. Maintainers propose and review under their keys (`changesets`). Nothing was imported.");
        }
    }

    private static async Task<string> ChangedSinceAsync(NpgsqlConnection connection, long revision, CancellationToken cancellation)
    {
        var changed = (await connection.QueryAsync<Changed>(Statement("FindChangedSince", new { Revision = revision, Take = Shown }, cancellation))).ToList();
        var more = changed.Count == 0 ? 0 : changed[0].Total - changed.Count;
        return string.Join(", ", changed.Select(each => each.Record)) + (more > 0 ? $" and {more} more" : "");
    }

    private static CommandDefinition Statement(string name, object parameters, CancellationToken cancellation) =>
        new(SqlFile.Beside(typeof(ImportGate), name), parameters, cancellationToken: cancellation);
}
