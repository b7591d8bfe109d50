using LegalStatusApi.Caching;
using LegalStatusApi.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace LegalStatusApi.Tests.Caching;

/// <summary>A real Redis between instances: what one read, the other need not; and whatever becomes of it, answers stay right.</summary>
public sealed class SharedCacheTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private const string Address = "/v1/status/GB/ketamine?on=2015-01-01";

    [Fact]
    public async Task What_one_instance_read_another_does_not_ask_the_database_for()
    {
        using var statements = new Statements();
        await using var redis = await RedisServer.StartAsync();
        await LeaveAsync(redis, statements);
        await using var other = await StartAsync(redis);
        await other.WarmAsync(statements);

        // The first call of all may take longer than its budget, and then the database answers.
        await Cached.UntilAsync(async () => await other.CostAsync(statements, Address) == 0, "It was never shared.");
        await using var alone = await TestApi.StartAsync(database.Reader, Cached.Off, database.Writer);
        Assert.Equal(await alone.WholeAsync(Address), await other.WholeAsync(Address));
    }

    [Fault(9)]
    [Theory]
    [InlineData("killed")]
    [InlineData("frozen")]
    [InlineData("full")]
    public async Task Whatever_becomes_of_it_every_question_is_answered(string fate)
    {
        using var statements = new Statements();
        await using var redis = await RedisServer.StartAsync();
        await using var api = await StartAsync(redis);
        await using var plain = await TestApi.StartAsync(database.Reader, Cached.Off, database.Writer);
        await api.WarmAsync(statements);
        await (fate switch { "killed" => redis.KillAsync(), "frozen" => redis.FreezeAsync(), _ => redis.AskAsync("config", "set", "maxmemory", "1") });

        foreach (var place in new[] { "FR", "ES", "IT", "PT", "BE", "AT", "CH", "PL", "CZ", "SE" })
        {
            var address = $"/v1/status/{place}/lsd?on=2015-01-01";
            Assert.Equal(await plain.WholeAsync(address), await api.WholeAsync(address));
        }

        if (fate == "frozen")
        {
            await redis.ThawAsync();
        }
    }

    [Fault(9)]
    [Theory]
    [InlineData("{bad")]
    [InlineData("")]
    public async Task A_value_that_is_not_what_was_left_is_never_served(string value)
    {
        using var statements = new Statements();
        await using var redis = await RedisServer.StartAsync();
        var keys = await LeaveAsync(redis, statements);
        foreach (var key in keys)
        {
            // The value of another place, and what is no value at all.
            await (value.Length > 0 ? redis.AskAsync("hset", key, "data", value) : SwapAsync(redis, key, keys.First(other => other != key)));
        }

        await using var other = await StartAsync(redis);
        await other.WarmAsync(statements);
        await using var alone = await TestApi.StartAsync(database.Reader, Cached.Off, database.Writer);

        Assert.Equal(await alone.WholeAsync(Address), await other.WholeAsync(Address));
    }

    // What is left for others, of two places. On a busy machine the shared cache may be let alone for a while, and a service leaves once what it
    // has read: then another reads it.
    private async Task<string[]> LeaveAsync(RedisServer redis, Statements statements)
    {
        string[] keys = [];
        await Cached.UntilAsync(
            async () =>
            {
                await using var one = await StartAsync(redis);
                await one.WarmAsync(statements);
                await one.WholeAsync(Address);
                await one.WholeAsync("/v1/status/FR/ketamine?on=2015-01-01");
                await Task.Delay(2 * SharedCache.Budget, TestContext.Current.CancellationToken);
                keys = (await redis.AskAsync("keys", "*:*:ketamine")).Split('\n');
                return keys.Length >= 2 && Array.Exists(keys, key => key.Contains(":GB:", StringComparison.Ordinal));
            },
            "They were never left.");
        return keys;
    }

    private static Task<string> SwapAsync(RedisServer redis, string key, string other) => redis.AskAsync("copy", other, key, "replace");

    private Task<TestApi> StartAsync(RedisServer redis)
    {
        return TestApi.StartAsync(database.Reader, Share, database.Writer);

        void Share(WebApplicationBuilder builder)
        {
            Cached.StacksAlone(builder);
            builder.Configuration["ConnectionStrings:Redis"] = redis.Address;
        }
    }
}
