using System.Globalization;
using LegalStatusApi.Database.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LegalStatusApi.Tests.Database.Embedded;

/// <summary>A folder of its own for one test, reachable by the account that the server runs as.</summary>
public sealed class DatabaseFolder : IAsyncDisposable
{
    public string Path { get; } = System.IO.Path.Combine(
        System.IO.Path.GetTempPath(), $"legal-status-test-{Guid.NewGuid():N}", "postgres");

    public string Cluster => System.IO.Path.Combine(Path, "cluster");
    public string PidFile => System.IO.Path.Combine(Cluster, "postmaster.pid");

    public Task<EmbeddedPostgres> StartAsync(
        string? binaries = null, bool overLoopback = false, Dictionary<string, string>? settings = null) =>
        EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions(Path, binaries, ForTests: true, settings, overLoopback),
            NullLogger.Instance, TestContext.Current.CancellationToken);

    public Task ResetAsync() =>
        EmbeddedPostgres.ResetAsync(Path, null, NullLogger.Instance, TestContext.Current.CancellationToken);

    public async Task<string> RefusalAsync(string? binaries = null) =>
        (await Assert.ThrowsAnyAsync<EmbeddedPostgresException>(() => StartAsync(binaries))).Message;

    /// <summary>The process id of the server that runs on the folder, as the server itself has written it.</summary>
    public int ServerProcess() => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    public void Write(string relativePath, string text)
    {
        var path = System.IO.Path.Combine(Path, relativePath);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Everything in the folder with its size and time of change: equal means untouched.</summary>
    public string[] Listing() =>
    [
        .. new DirectoryInfo(Path).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(entry => $"{entry.FullName} {(entry as FileInfo)?.Length} {entry.LastWriteTimeUtc:O}").Order(),
    ];

    public static async Task<T?> AskAsync<T>(EmbeddedPostgres server, string question)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand(question);
        return (T?)await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>A server that a test has left behind ends too, also when the test has failed.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await EmbeddedPostgres.ResetAsync(Path, null, NullLogger.Instance, CancellationToken.None);
        }
        catch (EmbeddedPostgresException)
        {
            // The test was about a folder that is not the service's.
        }

        var own = System.IO.Path.GetDirectoryName(Path)!;
        if (Directory.Exists(own))
            Directory.Delete(own, recursive: true);
    }
}
