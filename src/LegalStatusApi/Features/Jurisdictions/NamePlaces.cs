using LegalStatusApi.Database;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Jurisdictions;

/// <summary>What places are called, of which no more is needed than to lead to them.</summary>
public static class NamePlaces
{
    /// <param name="Code">Its code.</param>
    /// <param name="Name">English short name.</param>
    public sealed record Named(string Code, string Name);

    /// <returns>Those that are on record, by name.</returns>
    public static async Task<IReadOnlyList<Named>> FindAsync(
        IReadOnlyList<string> codes, AskedRevision asked, NpgsqlDataSource database, CancellationToken cancellation) =>
        codes.Count == 0 ? [] : (await database.ReadAtAsync(asked, (connection, revision) => connection.QueryJsonAsync<Named>(
            SqlFile.Beside(typeof(NamePlaces), nameof(NamePlaces)), new { Codes = codes.ToArray(), Revision = revision.Number }, cancellation), cancellation))?.Said ?? [];
}
