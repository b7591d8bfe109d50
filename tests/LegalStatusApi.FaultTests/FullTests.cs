using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.FaultTests;

/// <summary>The database takes no writes: its disk is full, or it is read-only, as a primary that was failed over is.</summary>
[Collection(FaultyService.Collection)]
public sealed class FullTests(FaultyService service)
{
    [Fact, Fault(6)]
    public async Task A_read_only_database_is_read_and_refuses_writes_until_it_is_writable_again()
    {
        var ledger = new Ledger(await service.Database.Owner.KeyAsync("Read-only", "propose"));
        await service.Database.Owner.RunAsync("alter database legal_status set default_transaction_read_only = on");
        Reply read, write, ready;
        try
        {
            await service.Database.EndSessionsAsync();
            read = await Reply.GetAsync(service.Client, "/v1/status/DE/lsd?on=2020-01-01");
            write = await ledger.WriteAsync(service.Client);
            ready = await Reply.GetAsync(service.Client, "/health/ready");
        }
        finally
        {
            // A session begins as the database says, unless it says otherwise itself.
            await using var writable = Npgsql.NpgsqlDataSource.Create($"{service.Database.ConnectionTo("legal_status")};Options=-c default_transaction_read_only=off");
            await writable.RunAsync("alter database legal_status reset default_transaction_read_only");
            await service.Database.EndSessionsAsync();
        }

        Figures.Saw($"read {read.Status}, write {write.Status}, ready {ready.Text}");
        Assert.Equal((200, 503, 200), (read.Status, write.Status, ready.Status));
        Assert.Null(write.Mistake);
        Assert.Contains("\"writable\":false", ready.Text, StringComparison.Ordinal);
        Assert.Contains("\"writable\":true", (await Reply.GetAsync(service.Client, "/health/ready")).Text, StringComparison.Ordinal);
        await service.AnswersAgainAsync();
        await ledger.CheckAsync(service.Client, service.Database.Owner);
    }

    [Fact, Fault(6)]
    public async Task A_full_disk_stops_writes_alone_and_they_go_on_when_there_is_room()
    {
        await using var database = await FaultyDatabase.StartAsync(
            new() { ["synchronous_commit"] = "on", ["full_page_writes"] = "on", ["max_wal_size"] = "32MB", ["autovacuum"] = "off" }, MountAsync);
        await using var served = await FaultyService.StartAsync(database);
        var ledger = new Ledger(await database.Owner.KeyAsync("Full", "propose"));
        await ledger.WriteAsync(served.Client);
        var filler = Path.Combine(database.Folder, "filler");
        FillUp(filler);
        await using var readers = new Readers(served.Client.BaseAddress!, clients: 4);
        while (ledger.Replies.Count < 3000 && !ledger.Replies.Any(reply => reply.Status == 503))
        {
            await ledger.WriteAsync(served.Client);
        }

        await readers.AnsweredAsync(50);
        await readers.StopAsync();
        File.Delete(filler);
        var after = await ledger.WriteAsync(served.Client);

        Figures.Saw($"writes {ledger.Statuses}; reads meanwhile {readers.Statuses}; after freeing {after.Status}");
        Assert.Contains(ledger.Replies, reply => reply.Status == 503);
        Assert.All(ledger.Replies.Concat(readers.Replies), reply => Assert.Null(reply.Mistake));
        Assert.All(readers.Replies, reply => Assert.Equal(200, reply.Status));
        Assert.Equal(201, after.Status);
        await ledger.CheckAsync(served.Client, database.Owner);
    }

    private static async Task<Func<Task>> MountAsync(string folder)
    {
        try
        {
            await Tool.RunAsync("/", "mount", "-t", "tmpfs", "-o", "size=160m,mode=755", "tmpfs", folder);
            return () => Tool.RunAsync("/", "umount", folder);
        }
        catch (Exception refused) when (refused is Xunit.Sdk.TrueException or System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"A disk of its own cannot be made here: {refused.Message.ReplaceLineEndings(" ")}");
            throw;
        }
    }

    private static void FillUp(string path)
    {
        var block = new byte[64 * 1024];
        using var file = File.Create(path, 1);
        try
        {
            while (true)
            {
                file.Write(block);
                block = block.Length > 512 && new DriveInfo(path).AvailableFreeSpace < block.Length ? new byte[512] : block;
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }
}
