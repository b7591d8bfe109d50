using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Sources;

/// <summary>Fetches one source with its versions; where there is none, the keys that may have been meant.</summary>
public static class FetchSource
{
    public sealed record Found(SourceResponse? Source, IReadOnlyList<string> Nearest);

    public static Task<ReadAt<Found>?> FindAsync(
        NpgsqlDataSource database, AskedRevision asked, string key, CancellationToken cancellation) =>
        database.ReadAtAsync(asked, async (connection, revision) =>
        {
            var parameters = new { Key = key, Revision = revision.Number };
            var source = await connection.QueryJsonAsync<SourceResponse>(
                SqlFile.Beside(typeof(FetchSource), nameof(FetchSource)), parameters, cancellation);
            var nearest = source.Count > 0 ? [] : await connection.QueryAsync<string>(new CommandDefinition(
                SqlFile.Beside(typeof(FetchSource), "FetchNearestKeys"), parameters, cancellationToken: cancellation));
            return new Found(source.Count > 0 ? source[0] : null, [.. nearest]);
        }, cancellation);

    public static Problem NoSuchSource(string typed, IReadOnlyList<string> nearest) => Problems.UnknownRecord.With(
        $"No source '{Check.Shown(typed)}'.{Domain.Nearest.Ask(nearest)} See /v1/sources.", suggestions: nearest);
}
