using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Revisions;

public sealed class ShowRevisionTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_revision_says_which_kind_of_change_each_record_underwent_and_why()
    {
        await database.PublishAsync(EveryRelation.Rows);
        await PublishAsync(new RecordChange("US/lsd-2", "corrected", "The day was wrong.", 1), new RecordChange("US/lsd-1", "reverified", "Read again.", null));
        await using var api = await TestApi.StartAsync(database.Reader);

        var first = await api.GetAsync("/v1/revisions/1");
        var second = await api.GetAsync("/v1/revisions/2");

        Assert.Empty(first["changes"]!.AsArray());
        Assert.Equal(
            """[{"record":"US/lsd-2","kind":"corrected","reason":"The day was wrong.","corrects":1},{"record":"US/lsd-1","kind":"reverified","reason":"Read again."}]""",
            second["changes"]!.ToJsonString());
        Assert.Equal((string?)first["hash"], (string?)second["previousHash"]);
        Assert.Equal(64, ((string)second["contentHash"]!).Length);
        Assert.Null((await api.GetAsync("/v1/revisions"))["items"]?[0]?["changes"]);
        Assert.Empty((await ChainCheck.RunAsync(database.Reader, TestContext.Current.CancellationToken)).Breaks);
    }

    private async Task PublishAsync(params RecordChange[] changes)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var wanted = EveryRelation.Rows.Select(row => row is ClassificationRow { Key: "US/lsd-2" } record ? record with { From = "2020-01-02" } : row);
        await using var connection = await database.Writer.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Publication.TakeTurnAsync(connection, cancellation);
        var differences = Differences.Between(wanted, await Publication.CurrentAsync(connection, null, cancellation), false);
        await Publication.ApplyAsync(connection, differences, new PublicationNote("Author", "Reviewer", "A test."), changes, null, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
