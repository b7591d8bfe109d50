using LegalStatusApi.Tests.Features.Maintenance;
using LegalStatusApi.Tests.Features.Maintenance.ChangeSets;
using LegalStatusApi.Tests.Support;
using Npgsql;

namespace LegalStatusApi.FaultTests.Support;

/// <summary>Three maintainers who publish one change after another: one proposes, one approves, one publishes.</summary>
public sealed class Publisher(MaintainerClient author, MaintainerClient reviewer, MaintainerClient publisher)
{
    private int _published;

    public int Published => Volatile.Read(ref _published);

    public static async Task<Publisher> OfAsync(HttpClient client, NpgsqlDataSource owner) => new(
        new MaintainerClient(client, await owner.KeyAsync("Ada", "propose")),
        new MaintainerClient(client, await owner.KeyAsync("Rita", "review")),
        new MaintainerClient(client, await owner.KeyAsync("Paul", "publish")));

    /// <summary>The schedule of DE/lsd-1 is this from now on.</summary>
    public async Task PublishAsync(string schedule)
    {
        var set = await ProposedSet.OpenAsync(author);
        await set.PutAsync("DE/lsd-1", ProposedSet.Record("1967-02-25", schedule: schedule));
        await set.SubmitAsync();
        await set.ApproveAsync(reviewer);
        await set.PublishAsync(publisher);
        Interlocked.Increment(ref _published);
    }
}
