using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>A record is read in the form in which it is put, so that a maintainer changes one member and puts it back.</summary>
public sealed class ShowRecordTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;
    private MaintainerClient _author = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Owner.AskAsync<long?>("select max(number) from revision") is null)
        {
            await database.PublishAsync(Given.Substances().Place("DE").Place("DE-BE", "DE").Record("lsd-1", "DE", "lsd", from: "1967-01-01").Rows);
        }

        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        _author = new MaintainerClient(_api, await database.KeyAsync("Ada", "propose"));
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Theory]
    [InlineData("classifications/DE/lsd-1", "substance", "lsd")]
    [InlineData("sources/general/law", "title", "A law")]
    [InlineData("substances/lsd", "name", "LSD")]
    [InlineData("jurisdictions/DE-BE", "name", "Place DE-BE")]
    public async Task What_is_read_and_put_back_changes_nothing(string record, string member, string value)
    {
        var set = await ProposedSet.OpenAsync(_author);

        var shown = (await _author.GetAsync($"{set.Address}/{record}")).Expect(200);
        Assert.Equal(value, (string?)shown.Json[member]);
        Assert.Equal(1, shown.Version);
        var put = await set.DoAsync(HttpMethod.Put, $"/{record}", shown.Json, 200, null);

        Assert.Equal((0, 0), ((int)put.Json["puts"]!, (int)put.Json["closes"]!));
    }

    [Fact]
    public async Task A_record_is_shown_as_the_set_has_it()
    {
        var set = await ProposedSet.OpenAsync(_author);
        var record = (await _author.GetAsync($"{set.Address}/classifications/DE/lsd-1")).Expect(200).Json;
        record["from"] = "1967-02";
        await set.PutAsync("DE/lsd-1", record);
        await set.DoAsync(HttpMethod.Put, "/pending/DE/lsd-pending-1", new JsonObject
        {
            ["substance"] = "lsd", ["kind"] = "bill", ["title"] = "A bill", ["summary"] = "A summary.",
            ["citations"] = new JsonArray(new JsonObject { ["source"] = "law", ["version"] = 1, ["role"] = "establishes" }),
        }, 200, null);

        Assert.Equal("1967-02", (string?)(await _author.GetAsync($"{set.Address}/classifications/DE/lsd-1")).Expect(200).Json["from"]);
        Assert.Equal("A bill", (string?)(await _author.GetAsync($"{set.Address}/pending/DE/lsd-pending-1")).Expect(200).Json["title"]);
    }

    [Theory]
    [InlineData("classifications/DE/lsd-9")]
    [InlineData("classifications/FR/lsd-1")]
    [InlineData("leads/DE/lsd-1")]
    [InlineData("sources/DE/law")]
    [InlineData("substances/dmt")]
    [InlineData("jurisdictions/FR")]
    public async Task What_is_not_there_is_404(string record)
    {
        var set = await ProposedSet.OpenAsync(_author);

        Assert.Contains("There is no '", (await _author.GetAsync($"{set.Address}/{record}")).Expect(404).Detail);
    }
}
