using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Records;

/// <summary>Reads of the record as a question asks for it.</summary>
public static class ReadsOfRecord
{
    /// <summary>One round trip where the revision is known, two where it has to be found; null where there is none.</summary>
    public static async Task<ReadAt<T>?> ReadAtAsync<T>(
        this NpgsqlDataSource database, AskedRevision asked, Func<NpgsqlConnection, Revision, Task<T>> read, CancellationToken cancellation) =>
        asked.Known is { } known
            ? await database.ReadAtAsync(known, read, cancellation)
            : await database.ReadAtAsync(asked.Number, asked.AsOf, read, cancellation);
}
