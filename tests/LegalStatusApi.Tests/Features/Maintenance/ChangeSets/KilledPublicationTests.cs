using System.Collections.Concurrent;
using LegalStatusApi.Database;
using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;
using Npgsql;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>A publication of 50 edits whose session is ended after each of its statements (fault 15).</summary>
[Fault(15)]
public sealed class KilledPublicationTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Records = 50;
    private const int Readers = 2;

    [Fact]
    public async Task Killed_after_any_statement_it_leaves_nothing_and_repeated_it_publishes_once()
    {
        await database.PublishAsync(Rows());
        using var killer = new Killer(database.Owner);
        await using var dying = new NpgsqlDataSourceBuilder(database.Writer.ConnectionString).UseLoggerFactory(killer.Loggers).Build();
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, dying);
        var author = new MaintainerClient(api, await database.KeyAsync("Ada", "propose"));
        var publisher = new MaintainerClient(api, await database.KeyAsync("Paul", "publish"));
        var set = await ApprovedAsync(api, author);
        using var done = new CancellationTokenSource();
        var seen = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadAsync(api, seen, done.Token))).ToList();

        var killed = 0;
        // The first looks up the key: a read, which is made again on another connection.
        for (var statement = 2; ; statement++)
        {
            killer.KillAfter(statement);
            var answer = await publisher.PostAsync($"{set.Address}/publish", version: set.Version);
            if (!killer.Rest())
            {
                answer.Expect(200);
                break;
            }

            killed++;
            Assert.True(answer.Status == 503, $"after statement {statement}, {killer.Killed}: {answer.Status} {answer.Text}");
            Assert.Equal(("approved", 1L), await database.Owner.AskAsync<string>("select state || ' ' || (select max(number) from revision) from changeset where id = @Id",
                new { set.Id }) is { } text ? (text.Split(' ')[0], long.Parse(text.Split(' ')[1])) : default);
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.True(killed > 25, $"Only {killed} statements were seen.");
        await publisher.PostAsync($"{set.Address}/publish", version: set.Version);
        Assert.Equal(2, await database.Owner.AskAsync<long>("select max(number) from revision"));
        Assert.Empty((await ChainCheck.RunAsync(database.Reader, TestContext.Current.CancellationToken)).Breaks);
        Assert.Subset(new HashSet<string>(["1 Old", "2 New"], StringComparer.Ordinal), seen.Keys.ToHashSet(StringComparer.Ordinal));
        Assert.Contains("1 Old", seen.Keys);
    }

    private static IReadOnlyList<Row> Rows()
    {
        var given = Given.Substances().Place("DE");
        for (var number = 1; number <= Records; number++)
        {
            given.Record($"lsd-{number}", "DE", "lsd", from: $"{1900 + number}-01-01", to: $"{1901 + number}-01-01", schedule: "Old");
        }

        return given.Rows;
    }

    private async Task<ProposedSet> ApprovedAsync(TestApi api, MaintainerClient author)
    {
        var set = await ProposedSet.OpenAsync(author);
        var records = Enumerable.Range(1, Records).Select(number =>
        {
            var record = ProposedSet.Record($"{1900 + number}-01-01", $"{1901 + number}-01-01", "New");
            (record["jurisdiction"], record["key"], record["change"]) = ("DE", $"lsd-{number}", ProposedSet.Change("law_changed"));
            return record;
        });
        await set.DoAsync(HttpMethod.Post, "/import", new() { ["classifications"] = new System.Text.Json.Nodes.JsonArray([.. records]) }, 200, null);
        await set.SubmitAsync();
        await set.ApproveAsync(new MaintainerClient(api, await database.KeyAsync("Rita", "review")));
        return set;
    }

    // One answer is of one revision, and all its records say what that revision says.
    private static async Task ReadAsync(TestApi api, ConcurrentDictionary<string, long> seen, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var history = await api.GetAsync("/v1/history/DE/lsd");
            var schedules = history["histories"]![0]!["periods"]!.AsArray().Select(period => (string?)period!["schedule"]).Distinct();
            seen.AddOrUpdate($"{history["revision"]} {string.Join(',', schedules)}", 1, (_, count) => count + 1);
        }
    }
}
