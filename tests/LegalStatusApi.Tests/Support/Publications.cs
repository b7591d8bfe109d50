using LegalStatusApi.Dataset;

namespace LegalStatusApi.Tests.Support;

/// <summary>Publications that say of which kind each change is, as those of change sets do.</summary>
public static class Publications
{
    public static async Task<long> PublishAsync(this TestDatabase database, IEnumerable<Row> wanted, string reason, params RecordChange[] changes)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var connection = await database.Writer.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Publication.TakeTurnAsync(connection, cancellation);
        var differences = Differences.Between(wanted, await Publication.CurrentAsync(connection, null, cancellation), withdrawMissing: true);
        var revision = await Publication.ApplyAsync(
            connection, differences, new PublicationNote("Author", "Reviewer", reason), changes, null, cancellation);
        await transaction.CommitAsync(cancellation);
        TestApi.Forget(database);
        return revision;
    }
}
