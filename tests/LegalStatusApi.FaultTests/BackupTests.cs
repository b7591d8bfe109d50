using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Tests.Database.Embedded;
using LegalStatusApi.Tests.Support;
using Npgsql;

namespace LegalStatusApi.FaultTests;

/// <summary>`backup` in the middle of publishing, and what `restore` makes of it.</summary>
[Collection(FaultyService.Collection)]
public sealed class BackupTests(FaultyService service) : IAsyncLifetime
{
    private readonly DatabaseFolder _folder = new();
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"legal-status-{Guid.NewGuid():N}.backup");

    private string Given => $"--ConnectionStrings:Postgres={service.Database.ConnectionString}";

    private string Private => $"--Database:DataDirectory={_folder.Path}";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        File.Delete(_file);
        await _folder.DisposeAsync();
    }

    [Fact, Fault(14)]
    public async Task A_backup_made_in_the_middle_of_publishing_is_restored_as_one_whole_revision()
    {
        var publisher = await Publisher.OfAsync(service.Client, service.Database.Owner);
        var before = await service.Database.Owner.AskAsync<long>("select max(number) from revision");
        using var stopping = new CancellationTokenSource();
        var publishing = Task.Run(async () =>
        {
            for (var i = 0; !stopping.IsCancellationRequested; i++)
            {
                await publisher.PublishAsync($"Backup {i}");
            }
        }, TestContext.Current.CancellationToken);
        while (publisher.Published < 2)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        var backup = await LegalStatus.RunAsync(["backup", _file, Given]);
        await stopping.CancelAsync();
        await publishing;
        var last = await service.Database.Owner.AskAsync<long>("select max(number) from revision");
        var restored = await LegalStatus.RunAsync(["restore", _file, Private]);

        Assert.True(backup.ExitCode == 0, backup.ToString());
        Assert.True(restored.ExitCode == 0, restored.ToString());
        await using var server = await _folder.StartAsync();
        await using var owner = NpgsqlDataSource.Create(server.ConnectionString);
        var there = await owner.AskAsync<long>("select max(number) from revision");
        var sets = await owner.AskAsync<long>("select count(*) from changeset where state = 'published'");
        Figures.Saw($"revisions {before} to {last} while it was made; restored: revision {there}; {restored.Said.Trim().Split(".backup. ")[^1]}");
        Assert.InRange(there, before + 1, last);
        // Of a change set either all is there, its revision and its state, or nothing; the first revision came from none.
        Assert.Equal(there - 1, sets);
        Assert.Equal(await HashOfAsync(service.Database.Owner, there), await HashOfAsync(owner, there));
    }

    [Fact, Fault(14)]
    public async Task A_backup_overwrites_no_file_and_a_restore_no_database()
    {
        await File.WriteAllTextAsync(_file, "mine", TestContext.Current.CancellationToken);

        var backup = await LegalStatus.RunAsync(["backup", _file, Given]);
        var restore = await LegalStatus.RunAsync(["restore", _file, Given]);
        var missing = await LegalStatus.RunAsync(["restore", $"{_file}.none", Private]);
        var broken = await LegalStatus.RunAsync(["restore", _file, Private]);

        Assert.Equal((1, 1, 1, 1), (backup.ExitCode, restore.ExitCode, missing.ExitCode, broken.ExitCode));
        Assert.Contains("overwrites nothing", backup.Errors, StringComparison.Ordinal);
        Assert.Contains("overwrites nothing", restore.Errors, StringComparison.Ordinal);
        Assert.Contains("is not there", missing.Errors, StringComparison.Ordinal);
        Assert.Contains("pg_restore ended with", broken.Errors, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(_file, TestContext.Current.CancellationToken));
    }

    private static Task<string?> HashOfAsync(NpgsqlDataSource database, long revision) =>
        database.AskAsync<string>("select encode(hash, 'hex') from revision where number = @revision", new { revision });
}
