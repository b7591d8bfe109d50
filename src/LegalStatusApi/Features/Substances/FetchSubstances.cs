using LegalStatusApi.Database;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Substances;

/// <summary>Fetches what a revision says of one substance, or of all along their slugs.</summary>
public static class FetchSubstances
{
    public static Task<ReadAt<IReadOnlyList<SubstanceResponse>>?> FindAsync(
        NpgsqlDataSource database, AskedRevision asked, string? slug, string? after, int take, CancellationToken cancellation) =>
        database.ReadAtAsync(asked, (connection, revision) => connection.QueryJsonAsync<SubstanceResponse>(
            SqlFile.Beside(typeof(FetchSubstances), nameof(FetchSubstances)),
            new { Slug = slug, Revision = revision.Number, After = after, Take = take }, cancellation), cancellation);
}
