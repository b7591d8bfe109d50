using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.FaultTests.Support;

/// <summary>
/// One service as a process, over one database that can fail, for all classes that break and mend it: that it answers the next test as if
/// nothing had been is part of what is tested. There are two, so that what waits for slow clients does so beside what waits for a database.
/// </summary>
public sealed class FaultyService : IAsyncLifetime
{
    public const string Collection = "The service whose database fails";
    public const string OfClients = "The service whose clients fail";

    public FaultyDatabase Database { get; private set; } = null!;

    public ServedApi Served { get; private set; } = null!;

    public HttpClient Client => Served.Client;

    public Uri Address => Client.BaseAddress!;

    /// <summary>Connections that the service may have, of each of its two kinds.</summary>
    public const int Pool = 8;

    public async ValueTask InitializeAsync()
    {
        Database = await FaultyDatabase.StartAsync();
        Served = await StartAsync(Database);
    }

    /// <summary>Another process over the same database. It keeps nothing in memory: what becomes of the database is to be seen.</summary>
    public static Task<ServedApi> StartAsync(FaultyDatabase database, params (string Name, string Value)[] environment) => ServedApi.StartAsync(
        ["serve", "--urls", "http://127.0.0.1:0"],
        [("ConnectionStrings__Postgres", $"{database.ConnectionString};Maximum Pool Size={Pool}"), ("Deadlines__Answer", "2.5"), ("Logging__Requests", "true"), ("Caching__AnswerMegabytes", "0"), ("Caching__StackMegabytes", "0"), .. environment]);

    public async ValueTask DisposeAsync()
    {
        await Served.DisposeAsync();
        // Whatever was sent to it in this run, by whichever test.
        Assert.DoesNotContain("lsk_", Served.Log, StringComparison.Ordinal);
        await Database.DisposeAsync();
    }

    /// <summary>Returns when the service answers again by itself; fails after five seconds.</summary>
    public Task<double> AnswersAgainAsync() => AnswersAgainAsync(Client);

    public static async Task<double> AnswersAgainAsync(HttpClient client)
    {
        var start = System.Diagnostics.Stopwatch.StartNew();
        Reply last;
        do
        {
            last = await Reply.GetAsync(client, "/v1/status/DE/lsd?on=2020-01-01");
            Assert.Null(last.Mistake);
        }
        while (last.Status != 200 && start.Elapsed < TimeSpan.FromSeconds(20));

        Assert.True(last.Status == 200, $"After {start.Elapsed} still {last.Status}: {last.Text}");
        return start.Elapsed.TotalSeconds;
    }
}

[CollectionDefinition(FaultyService.Collection)]
public sealed class FaultyServiceGroup : ICollectionFixture<FaultyService>;

[CollectionDefinition(FaultyService.OfClients)]
public sealed class FaultyClientsGroup : ICollectionFixture<FaultyService>;
