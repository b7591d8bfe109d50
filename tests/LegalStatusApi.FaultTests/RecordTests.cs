using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Tests.Features.Maintenance;
using LegalStatusApi.Tests.Features.Maintenance.ChangeSets;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.FaultTests;

/// <summary>What the record promises whatever is written to it.</summary>
[Collection(FaultyService.OfClients)]
public sealed class RecordTests(FaultyService service)
{
    [Fact, Fault(22)]
    public async Task An_answer_that_names_its_revision_is_the_same_byte_for_byte_after_whatever_is_published()
    {
        var publisher = await Publisher.OfAsync(service.Client, service.Database.Owner);
        await publisher.PublishAsync("Frozen 0");
        var revision = await service.Database.Owner.AskAsync<long>("select max(number) from revision");
        var addresses = (from year in Enumerable.Range(1926, Figures.Many(33, 100)) from pair in new[] { "DE/lsd", "US/lsd", "US-CO/psilocybin" }
                         select $"/v1/status/{pair}?on={year}-06-01&revision={revision}").ToList();
        var before = await AnswersAsync(addresses);
        var published = Figures.Many(3, 100);
        for (var i = 1; i <= published; i++)
        {
            await publisher.PublishAsync($"Frozen {i}");
        }

        Assert.Equal(before, await AnswersAsync(addresses));
        Figures.Saw($"{addresses.Count} of {addresses.Count} answers identical after {published} publications");
    }

    [Fact, Fault(25)]
    public async Task A_member_that_is_not_for_the_client_to_say_is_refused_by_name_and_changes_nothing()
    {
        var author = new MaintainerClient(service.Client, await service.Database.Owner.KeyAsync("Mass", "propose"));
        var set = await ProposedSet.OpenAsync(author);
        string[] members = ["id", "version", "state", "approvedBy", "publishedAt", "recordedIn", "supersededIn", "scopes", "author", "salt", "hash", "revision", "__proto__", "constructor"];
        foreach (var member in members)
        {
            var opened = await author.PostAsync("/v1/changesets", new JsonObject { ["title"] = "A", ["reason"] = "B.", [member] = "published" });
            var record = ProposedSet.Record("1967-02-25");
            (record["change"], record[member]) = (ProposedSet.Change("corrected"), "published");
            var put = await author.PutAsync($"{set.Address}/classifications/DE/lsd-1", record, set.Version);
            Assert.True(opened.Status is 400 or 422 && opened.Text.Contains(member, StringComparison.Ordinal), $"{member}: {opened.Status} {opened.Text}");
            Assert.True(put.Status is 400 or 422 && put.Text.Contains(member, StringComparison.Ordinal), $"{member}: {put.Status} {put.Text}");
        }

        Figures.Saw($"{members.Length} members on two addresses: all refused by name");
        Assert.Equal("draft", await set.StateAsync());
        Assert.Equal(set.Version, (await author.GetAsync(set.Address)).Version);
    }

    [Fact, Fault(33)]
    public async Task An_address_within_the_network_is_refused_and_no_address_is_ever_fetched()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var author = new MaintainerClient(service.Client, await service.Database.Owner.KeyAsync("Fetching", "propose"));
        var set = await ProposedSet.OpenAsync(author);
        string[] inside = [$"http://127.0.0.1:{port}/", $"http://localhost:{port}/", $"http://[::1]:{port}/", $"http://[::ffff:127.0.0.1]:{port}/", $"http://0x7f.1:{port}/", $"http://2130706433:{port}/",
            "http://169.254.169.254/latest/meta-data", "http://metadata.google.internal/", $"http://a@127.0.0.1:{port}/", "file:///etc/passwd", "gopher://127.0.0.1/", "javascript:alert(1)"];
        foreach (var address in inside)
        {
            var source = new JsonObject
            {
                ["type"] = "statute", ["title"] = "A law",
                ["versions"] = new JsonArray(new JsonObject { ["version"] = "1", ["url"] = address, ["language"] = "de", ["retrievedOn"] = "2026-11-01", ["read"] = "true" }),
            };
            var put = await author.PutAsync($"{set.Address}/sources/DE/de-inside", source, set.Version);
            Assert.True(put.Status == 422, $"{address}: {put.Status} {put.Text}");
            var embedded = await Reply.GetAsync(service.Client, $"/v1/oembed?url={Uri.EscapeDataString(address)}");
            Assert.True(embedded.Status is 400 or 404, $"{address}: {embedded.Status} {embedded.Text}");
        }

        Figures.Saw($"{inside.Length} addresses refused; connections made: {(listener.Pending() ? "some" : "none")}");
        Assert.False(listener.Pending());
    }

    private async Task<List<string>> AnswersAsync(IEnumerable<string> addresses)
    {
        var answers = new List<string>();
        foreach (var address in addresses)
        {
            var reply = await Reply.GetAsync(service.Client, address);
            Assert.Equal(200, reply.Status);
            answers.Add(reply.Text);
        }

        return answers;
    }
}
