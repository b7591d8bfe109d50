using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Audit;

/// <summary>The audit log: for admins alone, newest first, and never changed.</summary>
public sealed class AuditTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Given.Substances().Place("DE").Rows);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_log_tells_newest_first_who_did_what_and_what_was_refused()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        var ann = await database.KeyAsync("Ann", "propose");
        var id = (string)(await SendAsync(api, "POST", "/v1/changesets/", ann, """{"title":"One","reason":"So."}""", 201))["id"]!;
        await SendAsync(api, "POST", "/v1/changesets/", await database.KeyAsync("Bob", "propose"), """{"title":"Two"}""", 422);
        var admin = await database.KeyAsync("Ada", "admin");

        var items = (await SendAsync(api, "GET", "/v1/audit", admin))["items"]!.AsArray();

        Assert.Equal(("refused: 422", "Bob", "POST /v1/changesets/"), ((string?)items[0]!["action"], (string?)items[0]!["name"], (string?)items[0]!["subject"]));
        Assert.Equal(("open", "Ann", id, "One"),
            ((string?)items[1]!["action"], (string?)items[1]!["name"], (string?)items[1]!["subject"], (string?)items[1]!["after"]!["title"]));
        Assert.Single((await SendAsync(api, "GET", $"/v1/audit?subject={id}", admin))["items"]!.AsArray());
        Assert.All((await SendAsync(api, "GET", "/v1/audit?maintainer=Bob", admin))["items"]!.AsArray(), item => Assert.Equal("Bob", (string?)item!["name"]));
        Assert.NotEmpty((await SendAsync(api, "GET", $"/v1/audit?maintainer={items[1]!["maintainer"]}", admin))["items"]!.AsArray());
    }

    [Fact]
    public async Task The_log_is_read_in_parts_from_the_newest_to_the_oldest()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        var admin = await database.KeyAsync("Ada", "admin");
        await database.Writer.RunAsync("insert into audit (action, subject) select 'test', 'part ' || number from generate_series(1, 5) as number");
        var numbers = new List<long>();
        string? next = "/v1/audit?limit=2";
        while (next is not null)
        {
            var part = await SendAsync(api, "GET", next, admin);
            numbers.AddRange(part["items"]!.AsArray().Select(item => (long)item!["number"]!));
            next = (string?)part["next"];
        }

        Assert.Equal(numbers.OrderDescending().Distinct(), numbers);
        Assert.True(numbers.Count >= 5);
    }

    [Fact]
    public async Task Only_an_admin_reads_the_log_and_nobody_keeps_it()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        await SendAsync(api, "GET", "/v1/audit", null, status: 401);
        await SendAsync(api, "GET", "/v1/audit", await database.KeyAsync("Pia", "propose", "review", "publish"), status: 403);
        await SendAsync(api, "GET", "/v1/audit?who=Ann", await database.KeyAsync("Ada", "admin"), status: 400);
        await SendAsync(api, "GET", "/v1/audit?cursor=x", await database.KeyAsync("Ada", "admin"), status: 400);
        using var answer = await api.SendAsync("/v1/audit", ("Authorization", $"Bearer {await database.KeyAsync("Ada", "admin")}"));
        Assert.True(answer.Headers.CacheControl is { NoStore: true, Private: true });
    }

    [Theory]
    [InlineData("update audit set action = 'another'")]
    [InlineData("delete from audit")]
    [InlineData("truncate audit")]
    [InlineData("update key_use set route = 'another'")]
    [InlineData("delete from key_use")]
    [InlineData("truncate key_use")]
    public async Task Even_the_owner_of_the_tables_changes_nothing_in_the_log(string statement)
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        await SendAsync(api, "POST", "/v1/changesets/", await database.KeyAsync("Ann", "propose"), "{}", 422);

        Assert.Equal("history_is_append_only", (await database.Owner.RefusalAsync(statement)).ConstraintName);
        Assert.Equal("42501", (await database.Writer.RefusalAsync(statement)).SqlState);
    }

    private static async Task<JsonObject> SendAsync(TestApi api, string method, string address, string? key, string? json = null, int status = 200)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        request.Content = json is null ? null : new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == status, $"{address} gave {(int)answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }
}
