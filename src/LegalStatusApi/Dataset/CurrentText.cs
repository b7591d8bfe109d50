using System.Text.Json;
using Dapper;
using LegalStatusApi.Database;
using Npgsql;

namespace LegalStatusApi.Dataset;

/// <summary>Reads what a revision says back into the rows that a text is written from.</summary>
public static class CurrentText
{
    public static async Task<IReadOnlyList<Row>> ReadAsync(NpgsqlDataSource database, long? revision, CancellationToken cancellation)
    {
        var command = new CommandDefinition(
            SqlFile.Beside(typeof(CurrentText), "FetchCurrentRows"), new { Revision = revision }, commandTimeout: Databases.PatientTimeout, cancellationToken: cancellation);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return [.. (await connection.QueryAsync<Differences.CurrentRow>(command)).Select(row => Parse(row.Relation, row.Content))];
    }

    /// <summary>Which revision that is; null where there is no such.</summary>
    public static async Task<ExportedFrom?> FindAsync(NpgsqlDataSource database, long? revision, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<ExportedFrom>(new CommandDefinition(
            SqlFile.Beside(typeof(CurrentText), "FindExportedFrom"), new { Revision = revision }, cancellationToken: cancellation));
    }

    /// <summary>The row that a row of a revision is.</summary>
    public static Row Of(Differences.CurrentRow row) => RowMemory.RowOf(row);

    public static Row Parse(string relation, string content) => relation switch
    {
        "jurisdiction" => As<JurisdictionRow>(content),
        "jurisdiction_parent" => As<ParentRow>(content),
        "participation" => As<ParticipationRow>(content),
        "substance" => As<SubstanceRow>(content),
        "form" => As<FormRow>(content),
        "source" => As<SourceRow>(content),
        "source_version" => As<SourceVersionRow>(content),
        "classification" => As<ClassificationRow>(content),
        "citation" => As<CitationRow>(content),
        "lead" => As<LeadRow>(content),
        "pending_law" => As<PendingLawRow>(content),
        _ => throw new NotSupportedException($"No row of the data set is recorded in '{relation}'."),
    };

    private static T As<T>(string content)
        where T : Row => JsonSerializer.Deserialize<T>(content, Row.Json)!;
}
