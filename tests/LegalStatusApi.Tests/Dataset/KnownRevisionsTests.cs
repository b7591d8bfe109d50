using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Dataset;

/// <summary>What is kept of a revision is what the database says of it now.</summary>
public sealed class KnownRevisionsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Rows_of_a_revision_are_kept_until_a_text_of_them_is_redacted()
    {
        Assert.Empty(await RowsAsync(null));
        var given = Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "2000-01-01", summary: "A private person.");
        var first = await database.PublishAsync(given.Rows);
        var rows = await RowsAsync(first);
        Assert.Equal(rows, await RowsAsync(null));
        var record = Assert.Single(rows, row => row.Relation == "classification");

        Assert.Equal(1, await database.RedactAsync("classification", record.Id, first, "summary"));

        var redacted = await RowsAsync(first);
        Assert.DoesNotContain(redacted, row => row.Content.Contains("A private person.", StringComparison.Ordinal));
        Assert.Contains(redacted, row => row.Content.Contains(Redactions.Marker, StringComparison.Ordinal));
        Assert.Equal(Redactions.Marker, ((ClassificationRow)CurrentText.Of(redacted.Single(row => row.Id == record.Id && row.Relation == "classification"))).Summary);
        Assert.Equal(redacted, await RowsAsync(first));

        var second = await database.PublishAsync(given.With("lsd-1", row => row with { Summary = "Another." }));
        Assert.Equal(redacted, await RowsAsync(first));
        Assert.Contains(await RowsAsync(null), row => row.Content.Contains("Another.", StringComparison.Ordinal));
        Assert.Equal(await RowsAsync(second), await RowsAsync(null));
        Assert.Empty(await RowsAsync(second + 1));
    }

    private async Task<IReadOnlyList<Differences.CurrentRow>> RowsAsync(long? revision)
    {
        await using var connection = await database.Writer.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return await KnownRevisions.RowsAsync(connection, revision, TestContext.Current.CancellationToken);
    }
}
