using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Health;

public sealed class HealthTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Without_data_it_lives_but_is_not_ready()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        Assert.Equal("live", (string?)(await api.GetAsync("/health/live"))["status"]);
        var answer = await api.SendAsync("/health/ready");
        Assert.Equal(503, (int)answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);

        await database.PublishAsync(Given.Substances().Place("DE").Rows);
        Assert.Equal(1, (long)(await api.GetAsync("/health/ready"))["revision"]!);
        Assert.True((await api.SendAsync("/health/ready")).Headers.CacheControl!.NoStore);
    }
}
