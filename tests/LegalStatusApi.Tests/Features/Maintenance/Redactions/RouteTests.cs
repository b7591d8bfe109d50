using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Redactions;

/// <summary>Every route of redactions for every kind of key. A route that is not in the table fails.</summary>
public sealed class RouteTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly Dictionary<string, string?> Needed = new(StringComparer.Ordinal)
    {
        ["GET /v1/redactions"] = null,
        ["POST /v1/redactions"] = "admin",
        ["POST /v1/redactions/{id}/confirm"] = "admin",
        ["DELETE /v1/redactions/{id}"] = "admin",
    };

    [Fact]
    public async Task Every_route_takes_only_the_keys_that_the_table_names()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        var routes = api.Routes.Where(route => route.Contains(" /v1/redactions", StringComparison.Ordinal)).Select(route => route.TrimEnd('/'));
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
                var expected = needed is null || role == needed ? 0 : role is "no key" or "expired" ? 401 : 403;
                var (method, address) = (route.Split(' ')[0], route.Split(' ')[1].Replace("{id}", "rdc_aaaaaaaaaaaaaaaa", StringComparison.Ordinal));
                var status = (await new MaintainerClient(api, key).SendAsync(new HttpMethod(method), address, method == "POST" ? "{}" : null, "application/json", null)).Status;
                if ((status is 401 or 403 ? status : 0) != expected || status >= 500)
                {
                    wrong.Add($"{route} with {role}: {status}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
