using System.Globalization;
using LegalStatusApi.Commands;
using LegalStatusApi.Database;
using LegalStatusApi.Database.Embedded;
using LegalStatusApi.Dataset;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LegalStatusApi.Benchmarks.Load;

/// <summary>What a bench stands on: a folder of its own, a PostgreSQL server with the data set, and the service as it is shipped.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly EmbeddedPostgres _postgres;

    private Bench(string folder, EmbeddedPostgres postgres, string connection) => (Folder, _postgres, Connection) = (folder, postgres, connection);

    public string Folder { get; }

    /// <summary>For the owner of the database.</summary>
    public string Connection { get; }

    /// <summary>Where the server is, as programs in other languages want it: host, user, database.</summary>
    public string[] Whereabouts
    {
        get
        {
            var connection = new NpgsqlConnectionStringBuilder(Connection);
            return [connection.Host!, connection.Username!, connection.Database!];
        }
    }

    public static string Root { get; } = FindRoot();

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "legal-status.dll");

    /// <param name="filled">With the data set of this checkout.</param>
    public static async Task<Bench> StartAsync(bool filled)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"legal-status-bench-{Guid.NewGuid():N}")).FullName;
        // Each server that is measured keeps its connections until the end.
        var settings = new Dictionary<string, string> { ["max_connections"] = "300" };
        var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(Path.Combine(folder, "postgres"), ForTests: true, ServerSettings: settings), NullLogger.Instance, CancellationToken.None);
        var connection = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Database = "bench" }.ConnectionString;
        await using (var server = NpgsqlDataSource.Create(postgres.ConnectionString))
        {
            await using var create = server.CreateCommand("create database bench");
            await create.ExecuteNonQueryAsync();
        }

        await Migrator.MigrateAsync(connection, null, NullLogger.Instance, CancellationToken.None);
        if (filled)
        {
            await using var writer = Databases.Open(connection, Databases.Writer);
            await Import.PublishAsync(writer, Path.Combine(Root, "sql", "seed"), new PublicationNote("Bench", null, "The data set."), false, NullLogger.Instance, CancellationToken.None);
        }

        return new Bench(folder, postgres, connection);
    }

    /// <summary>The service on this database, its limit on and so high that nobody meets it.</summary>
    public Task<Server> ServeAsync(params (string Name, string Value)[] settings) => Server.StartAsync(
        ["dotnet", Program, "serve", "--urls", "{url}", "--RateLimits:PerMinute=1000000000", "--RateLimits:Burst=1000000000", .. settings.Select(setting => $"--{setting.Name}={setting.Value}")],
        "/health/ready", ("ConnectionStrings__Postgres", Connection));

    /// <summary>Revisions that change nothing, up to this number: each has every stack anew, as after a publication.</summary>
    public async Task AddRevisionsAsync(int number)
    {
        await using var database = NpgsqlDataSource.Create(Connection);
        await using var command = database.CreateCommand(await File.ReadAllTextAsync(Path.Combine(Root, "tests", "LegalStatusApi.Benchmarks", "Load", "AddRevisions.sql")));
        command.Parameters.AddWithValue("Number", number);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Processor time that the database's processes have used.</summary>
    public TimeSpan DatabaseUsed()
    {
        var postmaster = int.Parse(File.ReadLines(Path.Combine(Folder, "postgres", "cluster", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            try
            {
                // After the name in brackets: state, parent, … and as the 12th to 15th the time in user and in system mode, its own and that of its children that ended.
                var parts = File.ReadAllText(Path.Combine(folder, "stat")).Split(')')[^1].Trim().Split(' ');
                var isItself = Path.GetFileName(folder) == postmaster.ToString(CultureInfo.InvariantCulture);
                if (isItself || int.Parse(parts[1], CultureInfo.InvariantCulture) == postmaster)
                {
                    ticks += parts[11..(isItself ? 15 : 13)].Sum(part => long.Parse(part, CultureInfo.InvariantCulture));
                }
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }

        return TimeSpan.FromMilliseconds(ticks * 10);
    }

    /// <summary>Memory and processors that the figures were taken on.</summary>
    public static string Machine()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024 * 1024);
        return $"{Environment.ProcessorCount} cores ({model}), {memory} GiB, {Environment.OSVersion.VersionString}, .NET {Environment.Version}; load generator, servers and PostgreSQL share the cores";
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _postgres.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "LegalStatusApi.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("This is no checkout.");
        }

        return folder;
    }
}
