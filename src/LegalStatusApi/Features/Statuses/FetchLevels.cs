using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Npgsql;
using NpgsqlTypes;

namespace LegalStatusApi.Features.Statuses;

/// <summary>The levels of law of many places at once, each fetched once, in one round trip.</summary>
public static class FetchLevels
{
    private static readonly string KeepOnePlan = SqlFile.Beside(typeof(FetchLevels), nameof(KeepOnePlan));

    // Numbered once: the driver would look for names in it at each question.
    private static readonly string Statement = SqlFile.Numbered(
        SqlFile.Beside(typeof(FetchLevels), nameof(FetchLevels)), "Jurisdictions", "Substances", "Revision", "AsOf", "InFull");

    /// <summary>What a list needs that puts levels together for every item: no citation and no participation.</summary>
    public static async Task<LevelsOfLaw> FindAsync(
        NpgsqlConnection connection,
        Revision revision,
        IEnumerable<string> jurisdictions,
        IEnumerable<string> substances,
        CancellationToken cancellation) =>
        (await FetchAsync(connection, new AskedRevision(revision.Number, null), jurisdictions, substances, inFull: false, cancellation))!;

    /// <summary>All that an answer is made of; null where there is no such revision.</summary>
    public static Task<LevelsOfLaw?> FindInFullAsync(
        NpgsqlConnection connection,
        AskedRevision asked,
        IEnumerable<string> jurisdictions,
        IEnumerable<string> substances,
        CancellationToken cancellation) =>
        FetchAsync(connection, asked, jurisdictions, substances, inFull: true, cancellation);

    // What KeepOnePlan says holds until the end of the transaction: without one of the caller's, that is the end of this round trip.
    private static async Task<LevelsOfLaw?> FetchAsync(
        NpgsqlConnection connection,
        AskedRevision asked,
        IEnumerable<string> jurisdictions,
        IEnumerable<string> substances,
        bool inFull,
        CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(KeepOnePlan),
                new NpgsqlBatchCommand(Statement)
                {
                    Parameters =
                    {
                        Given(NpgsqlDbType.Array | NpgsqlDbType.Text, jurisdictions.Distinct(StringComparer.Ordinal).ToArray()),
                        Given(NpgsqlDbType.Array | NpgsqlDbType.Text, substances.Distinct(StringComparer.Ordinal).ToArray()),
                        Given(NpgsqlDbType.Bigint, asked.Number),
                        Given(NpgsqlDbType.TimestampTz, asked.AsOf?.UtcDateTime),
                        Given(NpgsqlDbType.Boolean, inFull),
                    },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return await SaidOfLevels.ReadAsync(reader, cancellation);
    }

    private static NpgsqlParameter Given(NpgsqlDbType type, object? value) => new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };
}
