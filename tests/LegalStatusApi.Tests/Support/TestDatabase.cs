using LegalStatusApi.Database;
using LegalStatusApi.Dataset;
using Npgsql;

namespace LegalStatusApi.Tests.Support;

/// <summary>A migrated, empty database of the test class's own.</summary>
public class TestDatabase(PostgresServer server) : IAsyncLifetime
{
    private NpgsqlDataSource? _owner;
    private NpgsqlDataSource? _reader;
    private NpgsqlDataSource? _writer;

    /// <summary>For the login that owns the tables.</summary>
    public string ConnectionString { get; private set; } = "";

    public NpgsqlDataSource Owner => _owner!;

    public NpgsqlDataSource Reader => _reader!;

    public NpgsqlDataSource Writer => _writer!;

    protected virtual bool Filled => false;

    public async ValueTask InitializeAsync()
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(await server.NewDatabaseAsync(Filled)) { Pooling = true }.ConnectionString;
        _owner = NpgsqlDataSource.Create(ConnectionString);
        _reader = Databases.Open(ConnectionString, Databases.Reader, TimeSpan.FromMinutes(1));
        _writer = Databases.Open(ConnectionString, Databases.Writer);
    }

    /// <summary>Publishes rows as the whole of what the record says from now on; services of these tests read it at once.</summary>
    public async Task<long> PublishAsync(IEnumerable<Row> rows, string reason = "A test.")
    {
        var revision = await PublishElsewhereAsync(rows, reason);
        TestApi.Forget(this);
        return revision;
    }

    /// <summary>The same as another instance would do it: the services of these tests have to find out.</summary>
    public async Task<long> PublishElsewhereAsync(IEnumerable<Row> rows, string reason = "A test.")
    {
        var outcome = await Publication.PublishAsync(
            Writer, [.. rows], new PublicationNote("Author", "Reviewer", reason), withdrawMissing: true, new Silence(), CancellationToken.None);
        Assert.Empty(outcome.Refusals);
        return outcome.Revision;
    }

    public async ValueTask DisposeAsync()
    {
        await TestApi.EndAsync(_reader!);
        await TestApi.EndAsync(_writer!);
        await _reader!.DisposeAsync();
        await _writer!.DisposeAsync();
        await _owner!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private sealed class Silence : IProgress<string>
    {
        public void Report(string value)
        {
        }
    }
}

/// <summary>A database of the test class's own that holds the whole data set.</summary>
public sealed class FilledDatabase(PostgresServer server) : TestDatabase(server)
{
    protected override bool Filled => true;
}
