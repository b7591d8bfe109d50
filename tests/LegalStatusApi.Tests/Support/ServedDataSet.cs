namespace LegalStatusApi.Tests.Support;

/// <summary>The real program over the whole data set, started once for the classes that call it from outside.</summary>
public sealed class ServedDataSet(PostgresServer server) : IAsyncLifetime
{
    public const string Collection = "The served data set";
    private readonly FilledDatabase _database = new(server);
    private ServedApi _served = null!;

    public HttpClient Client => _served.Client;

    public string Address => Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _served = await ServedApi.StartAsync(["serve", "--urls", "http://127.0.0.1:0"], ("ConnectionStrings__Postgres", _database.ConnectionString));
    }

    public async ValueTask DisposeAsync()
    {
        await _served.DisposeAsync();
        await _database.DisposeAsync();
    }
}

[CollectionDefinition(ServedDataSet.Collection)]
public sealed class ServedDataSetGroup : ICollectionFixture<ServedDataSet>;
