using System.Collections.Concurrent;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>Many at one set (fault 16): nobody overwrites what he has not seen.</summary>
[Fault(16)]
public sealed class LostUpdateTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Writers = 16;
    private const int Attempts = 10_000;

    [Fact]
    public async Task Of_many_conflicting_writes_one_succeeds_for_each_version_and_none_is_lost()
    {
        await using var api = await StartAsync();
        var set = await ProposedSet.OpenAsync(await AuthorAsync(api));
        var statuses = new ConcurrentDictionary<int, int>();
        var left = Attempts;

        await Task.WhenAll(Enumerable.Range(1, Writers).Select(number => Task.Run(async () =>
        {
            var writer = new MaintainerClient(api, await database.KeyAsync($"Writer {number}", "propose"));
            int? version = set.Version;
            while (Interlocked.Decrement(ref left) is var turn and >= 0)
            {
                version ??= (await writer.GetAsync(set.Address)).Version;
                var answer = await writer.PutAsync($"{set.Address}/classifications/DE/lsd-1", ProposedSet.Record("2000-01-01", schedule: $"{number} {turn}"), version);
                statuses.AddOrUpdate(answer.Status, 1, (_, count) => count + 1);
                version = answer.Version;
            }
        })));

        var last = (await (await AuthorAsync(api)).GetAsync(set.Address)).Version!.Value;
        Assert.Equal([200, 412], statuses.Keys.Order());
        Assert.Equal(last - 1, statuses[200]);
        Assert.Equal(Attempts - statuses[200], statuses[412]);
        Assert.True(statuses[200] > Writers, $"Only {statuses[200]} of {Attempts} succeeded.");
        Assert.Equal(statuses[200], await database.Owner.AskAsync<int>("select count(*) from audit where action = 'put classifications'"));
    }

    [Fact]
    public async Task A_write_without_its_version_or_with_another_is_refused()
    {
        await using var api = await StartAsync();
        var author = await AuthorAsync(api);
        var set = await ProposedSet.OpenAsync(author);
        var record = ProposedSet.Record("2000-01-01", schedule: "Other");
        async Task RefusedAsync(int status, Func<int?, Task<MaintainerClient.Answer>> write, int? version) => (await write(version)).Expect(status);

        foreach (var write in new Func<int?, Task<MaintainerClient.Answer>>[]
        {
            version => author.PutAsync($"{set.Address}/classifications/DE/lsd-1", record, version),
            version => author.DeleteAsync($"{set.Address}/classifications/DE/lsd-1", version),
            version => author.SendAsync(HttpMethod.Post, $"{set.Address}/import", "jurisdiction,key\n", "text/csv", version),
            version => author.PostAsync($"{set.Address}/submit", version: version),
            version => author.DeleteAsync(set.Address, version),
        })
        {
            await RefusedAsync(428, write, null);
            await RefusedAsync(412, write, 7);
        }

        (await author.SendAsync(HttpMethod.Put, $"{set.Address}/classifications/DE/lsd-1", record, null, ("If-Match", "*"))).Expect(412);
        Assert.Equal(1, (await author.GetAsync(set.Address)).Version);
    }

    private async Task<TestApi> StartAsync()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "2000-01-01").Rows);
        return await TestApi.StartAsync(database.Reader, writer: database.Writer);
    }

    private async Task<MaintainerClient> AuthorAsync(TestApi api) => new(api, await database.KeyAsync("Ada", "propose"));
}
