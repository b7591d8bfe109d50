using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Dataset;

public sealed class CurrentTextTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task What_a_revision_says_is_read_back_as_the_rows_that_were_published()
    {
        IReadOnlyList<Row> another = [.. EveryRelation.Rows.Where(row => row is not LeadRow)];
        var first = await database.PublishAsync(EveryRelation.Rows);
        var second = await database.PublishAsync(another);

        Assert.Equal(Texts(EveryRelation.Rows), Texts(await ReadAsync(first)));
        Assert.Equal(Texts(another), Texts(await ReadAsync(second)));
        Assert.Equal(Texts(another), Texts(await ReadAsync(null)));
        Assert.Empty(await ReadAsync(second + 1));
        Assert.Empty(await ReadAsync(0));
    }

    private Task<IReadOnlyList<Row>> ReadAsync(long? revision) => CurrentText.ReadAsync(database.Reader, revision, TestContext.Current.CancellationToken);

    private static IEnumerable<string> Texts(IEnumerable<Row> rows) =>
        rows.Select(row => $"{row.Relation} {System.Text.Json.JsonSerializer.Serialize(row, row.GetType(), Row.Json)}").Order(StringComparer.Ordinal);
}
