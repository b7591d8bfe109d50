using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>Taking a record out, and saying why.</summary>
public sealed class RemovalTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;
    private MaintainerClient _author = null!;

    public async ValueTask InitializeAsync()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Place("FR").Record("lsd-1", "DE", "lsd", from: "2000-01-01").Rows);
        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        _author = new MaintainerClient(_api, await database.KeyAsync("Ada", "propose"));
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Theory]
    [InlineData("", "Withdrawn.")]
    [InlineData("?reason=It%20was%20never%20in%20force%3A%20%C2%A7%202.", "It was never in force: § 2.")]
    public async Task What_is_taken_out_is_withdrawn_for_the_reason_that_is_given(string query, string reason)
    {
        var set = await ProposedSet.OpenAsync(_author);

        await set.DoAsync(HttpMethod.Delete, "/classifications/DE/lsd-1" + query, null, 200, null);

        var change = Assert.Single((await _author.GetAsync(set.Address)).Json["changes"]!.AsArray())!;
        Assert.Equal(("DE/lsd-1", "withdrawn", reason), ((string?)change["record"], (string?)change["kind"], (string?)change["reason"]));
    }

    [Fact]
    public async Task A_place_is_taken_out_with_a_reason_too()
    {
        var set = await ProposedSet.OpenAsync(_author);

        await set.DoAsync(HttpMethod.Delete, "/jurisdictions/FR?reason=Twice", null, 200, null);

        Assert.Equal("Twice", (string?)Assert.Single((await _author.GetAsync(set.Address)).Json["changes"]!.AsArray())!["reason"]);
    }

    [Fact]
    public async Task A_reason_has_up_to_500_characters_and_no_body_takes_its_place()
    {
        var set = await ProposedSet.OpenAsync(_author);
        var address = $"{set.Address}/classifications/DE/lsd-1";
        string Reason(int length) => $"{address}?reason={Uri.EscapeDataString(string.Concat(Enumerable.Repeat("😀", length)))}";

        Assert.Equal(["reason"], (await _author.DeleteAsync(Reason(501), 1)).Expect(422).Errors.Select(error => error.Parameter));
        Assert.Equal(["reason"], (await _author.DeleteAsync($"{address}?reason=%E2%80%AEdlo", 1)).Expect(422).Errors.Select(error => error.Parameter));
        Assert.Equal(["because"], (await _author.DeleteAsync($"{address}?because=so", 1)).Expect(400).Errors.Select(error => error.Parameter));
        Assert.Contains("parameter reason", (await _author.SendAsync(HttpMethod.Delete, address,
            new JsonObject { ["change"] = new JsonObject { ["kind"] = "withdrawn", ["reason"] = "So." } }, 1)).Expect(400).Detail);
        Assert.Equal(1, (await _author.GetAsync(set.Address)).Version);
        (await _author.DeleteAsync(Reason(500), 1)).Expect(200);
    }
}
