using System.Diagnostics;
using LegalStatusApi.Tests.Support;
using Npgsql;

namespace LegalStatusApi.Tests.Http;

public sealed class DeadlineTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_request_that_takes_longer_than_the_deadline_is_told_to_try_again()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Rows);
        await using var api = await TestApi.StartAsync(database.Reader);
        await using var locking = await database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await locking.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var locked = new NpgsqlCommand("lock table classification in access exclusive mode", locking);
        await locked.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var clock = Stopwatch.StartNew();
        using var answer = await api.SendAsync("/v1/status/DE/lsd");

        Assert.True(clock.ElapsedMilliseconds < 5_000, $"It took {clock.ElapsedMilliseconds} ms.");
        ProblemTests.AssertUnavailable(answer);

        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        await api.GetAsync("/v1/status/DE/lsd");
    }
}
