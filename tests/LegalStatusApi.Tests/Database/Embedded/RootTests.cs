using System.Diagnostics;
using System.Runtime.Versioning;
using LegalStatusApi.Database.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace LegalStatusApi.Tests.Database.Embedded;

/// <summary>A service started by root, as in many containers.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RootTests : IAsyncDisposable
{
    private readonly DatabaseFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public async Task The_server_runs_without_privileges_when_root_starts_the_service()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root has privileges to give up.");

        await using var server = await _folder.StartAsync();

        Assert.NotEqual("0", await OwnerAsync($"/proc/{_folder.ServerProcess()}"));
        Assert.NotEqual("0", await OwnerAsync(_folder.Cluster));
        Assert.Equal("0", await OwnerAsync(Path.Combine(_folder.Path, "service.lock")));
    }

    [Fact]
    public async Task A_folder_that_the_servers_account_cannot_reach_is_refused_before_anything_is_made()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Any other user runs the server itself.");
        var closed = Directory.CreateTempSubdirectory();
        var options = new EmbeddedPostgresOptions(Path.Combine(closed.FullName, "a", "postgres"), ForTests: true);

        var refused = await Assert.ThrowsAnyAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(
            options, NullLogger.Instance, TestContext.Current.CancellationToken));

        Assert.Contains($"may not enter {closed.FullName}.", refused.Message);
        Assert.Contains("Database:DataDirectory", refused.Message);
        Assert.Empty(closed.EnumerateFileSystemInfos());
        closed.Delete();
    }

    [Fact]
    public async Task Nobody_else_can_reach_the_socket_or_read_the_data()
    {
        await using var server = await _folder.StartAsync();

        const UnixFileMode others = (UnixFileMode)0b000_111_111;
        Assert.All(
            ["cluster", "socket", "service.lock", "marker.json", "server.log"],
            name => Assert.Equal((UnixFileMode)0, others & File.GetUnixFileMode(Path.Combine(_folder.Path, name))));
    }

    private static async Task<string> OwnerAsync(string path)
    {
        using var list = Process.Start(new ProcessStartInfo("ls", ["-nd", path]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var listed = await list.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return listed.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2];
    }
}
