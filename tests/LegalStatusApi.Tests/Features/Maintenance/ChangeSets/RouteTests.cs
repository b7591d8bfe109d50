using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>Every route of change sets for every kind of key (fault 24). A route that is not in the table fails.</summary>
public sealed class RouteTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string AnyKey = "any key";

    private static readonly Dictionary<string, string> Needed = new(StringComparer.Ordinal)
    {
        ["GET /v1/changesets/"] = AnyKey,
        ["POST /v1/changesets/"] = "propose",
        ["GET /v1/changesets/{id}"] = AnyKey,
        ["DELETE /v1/changesets/{id}"] = "propose",
        ["GET /v1/changesets/{id}/diff"] = AnyKey,
        ["POST /v1/changesets/{id}/import"] = "propose",
        ["POST /v1/changesets/{id}/submit"] = "propose",
        ["POST /v1/changesets/{id}/approve"] = "review",
        ["POST /v1/changesets/{id}/reject"] = "review",
        ["POST /v1/changesets/{id}/publish"] = "publish",
        ["GET /v1/changesets/{id}/classifications/{place}/{key}"] = AnyKey,
        ["PUT /v1/changesets/{id}/classifications/{place}/{key}"] = "propose",
        ["DELETE /v1/changesets/{id}/classifications/{place}/{key}"] = "propose",
        ["GET /v1/changesets/{id}/leads/{place}/{key}"] = AnyKey,
        ["PUT /v1/changesets/{id}/leads/{place}/{key}"] = "propose",
        ["DELETE /v1/changesets/{id}/leads/{place}/{key}"] = "propose",
        ["GET /v1/changesets/{id}/pending/{place}/{key}"] = AnyKey,
        ["PUT /v1/changesets/{id}/pending/{place}/{key}"] = "propose",
        ["DELETE /v1/changesets/{id}/pending/{place}/{key}"] = "propose",
        ["GET /v1/changesets/{id}/sources/{place}/{key}"] = AnyKey,
        ["PUT /v1/changesets/{id}/sources/{place}/{key}"] = "propose",
        ["DELETE /v1/changesets/{id}/sources/{place}/{key}"] = "propose",
        ["GET /v1/changesets/{id}/substances/{key}"] = AnyKey,
        ["PUT /v1/changesets/{id}/substances/{key}"] = "propose",
        ["DELETE /v1/changesets/{id}/substances/{key}"] = "propose",
        ["PUT /v1/changesets/{id}/verifications/{classification}"] = "propose",
        ["GET /v1/changesets/{id}/jurisdictions/{key}"] = AnyKey,
        ["PUT /v1/changesets/{id}/jurisdictions/{key}"] = "propose",
        ["DELETE /v1/changesets/{id}/jurisdictions/{key}"] = "propose",
    };

    [Fact]
    public async Task Every_route_takes_only_the_keys_that_the_table_names()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        var routes = api.Routes.Where(route => route.Contains(" /v1/changesets", StringComparison.Ordinal)).ToList();
        Assert.Equal(Needed.Keys.Order(StringComparer.Ordinal), routes.Order(StringComparer.Ordinal));
        var expired = await database.KeyAsync("Eva", "propose", "review", "publish", "admin");
        await database.Owner.TamperAsync("update api_key set created_at = now() - interval '2 days', expires_at = now() - interval '1 day'");
        var keys = new Dictionary<string, string?>(StringComparer.Ordinal) { ["no key"] = null, ["expired"] = expired };
        foreach (var scope in new[] { "propose", "review", "publish", "admin" })
        {
            keys[scope] = await database.KeyAsync($"Only {scope}", scope);
        }

        var wrong = new List<string>();
        foreach (var (route, needed) in Needed)
        {
            foreach (var (role, key) in keys)
            {
                var expected = role is "no key" or "expired" ? 401 : needed == AnyKey || role == needed ? 0 : 403;
                var status = (await SendAsync(api, route, key)).Status;
                if ((status is 401 or 403 ? status : 0) != expected || status >= 500)
                {
                    wrong.Add($"{route} with {role}: {status}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("POST", "/v1/changesets/chs_aaaaaaaaaaaaaaaa/publish/")]
    [InlineData("POST", "/V1/ChangeSets/chs_aaaaaaaaaaaaaaaa/PUBLISH")]
    [InlineData("POST", "//v1/changesets/chs_aaaaaaaaaaaaaaaa/publish")]
    [InlineData("POST", "/v1/changesets/chs_aaaaaaaaaaaaaaaa/%2e/publish")]
    [InlineData("POST", "/v1/changesets/chs_aaaaaaaaaaaaaaaa/submit/../publish")]
    [InlineData("HEAD", "/v1/changesets")]
    [InlineData("HEAD", "/v1/changesets/chs_aaaaaaaaaaaaaaaa")]
    [InlineData("OPTIONS", "/v1/changesets")]
    [InlineData("GET", "/v1/changesets/chs_aaaaaaaaaaaaaaaa/publish")]
    public async Task Another_spelling_or_method_is_no_way_around_the_key(string method, string address)
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);

        var answer = await new MaintainerClient(api, null).SendAsync(new HttpMethod(method), address, null, "application/json", 1,
            ("X-HTTP-Method-Override", "GET"), ("X-Original-URL", "/v1/vocabulary"));

        Assert.True(answer.Status is 401 or 404 or 405, $"{answer.Status}: {answer.Text}");
    }

    private static Task<MaintainerClient.Answer> SendAsync(TestApi api, string route, string? key)
    {
        var (method, pattern) = (route.Split(' ')[0], route.Split(' ')[1]);
        var address = pattern.TrimEnd('/').Replace("{id}", "chs_aaaaaaaaaaaaaaaa", StringComparison.Ordinal)
            .Replace("{place}", "DE", StringComparison.Ordinal).Replace("{key}", "lsd-1", StringComparison.Ordinal)
            .Replace("{classification}", "cls_aaaaaaaaaaaaaaaa", StringComparison.Ordinal);
        return new MaintainerClient(api, key).SendAsync(new HttpMethod(method), address, method == "GET" ? null : "{}", "application/json", 1);
    }
}
