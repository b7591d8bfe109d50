using System.Diagnostics;

namespace LegalStatusApi.Tests.Database.Embedded;

public sealed class KilledServiceTests : IAsyncDisposable
{
    private readonly DatabaseFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public async Task The_server_of_a_killed_service_is_taken_over_with_its_data()
    {
        await using (var service = await RunningService.StartAsync(_folder.Path))
            await service.KillAsync();
        var left = _folder.ServerProcess();
        using var leftServer = Process.GetProcessById(left);
        Assert.False(leftServer.HasExited);

        await using var server = await _folder.StartAsync();

        Assert.True(server.TakenOver);
        Assert.NotEqual(left, _folder.ServerProcess());
        Assert.Equal("legal_status", await DatabaseFolder.AskAsync<string>(server, "select current_database()"));
    }

    [Fact]
    public async Task The_server_that_outlives_a_killed_service_does_not_hold_its_lock()
    {
        await using (var service = await RunningService.StartAsync(_folder.Path))
        {
            Assert.Throws<IOException>(OpenLock);
            await service.KillAsync();
        }

        using var leftServer = Process.GetProcessById(_folder.ServerProcess());

        OpenLock();
        Assert.False(leftServer.HasExited);
    }

    [Fact]
    public async Task A_reset_stops_the_server_of_a_killed_service()
    {
        await using (var service = await RunningService.StartAsync(_folder.Path))
            await service.KillAsync();
        using var leftServer = Process.GetProcessById(_folder.ServerProcess());

        await _folder.ResetAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await leftServer.WaitForExitAsync(patience.Token);
        Assert.False(Directory.Exists(_folder.Path));
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_service_that_is_asked_to_end_takes_its_server_along(string signal)
    {
        await using var service = await RunningService.StartAsync(_folder.Path);
        using var server = Process.GetProcessById(_folder.ServerProcess());

        await service.SignalAsync(signal);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await server.WaitForExitAsync(patience.Token);
        Assert.False(File.Exists(_folder.PidFile));
    }

    private void OpenLock() => File.Open(
        Path.Combine(_folder.Path, "service.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
}
