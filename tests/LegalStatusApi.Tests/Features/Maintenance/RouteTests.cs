using LegalStatusApi.Features.Maintenance.Keys;
using LegalStatusApi.Tests.Features.Maintenance.Desk;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance;

/// <summary>Every route for every kind of key (fault 24). A route that is in neither table fails.</summary>
[Fault(24)]
public sealed class RouteTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string AnyKey = "any key";
    private const string ProposeOrReview = "propose or review";

    private static readonly Dictionary<string, string> Needed = new(StringComparer.Ordinal)
    {
        ["GET /v1/changesets/"] = AnyKey,
        ["POST /v1/changesets/"] = "propose",
        ["GET /v1/changesets/{id}"] = AnyKey,
        ["DELETE /v1/changesets/{id}"] = "propose",
        ["GET /v1/changesets/{id}/diff"] = AnyKey,
        ["POST /v1/changesets/{id}/import"] = "propose",
        ["POST /v1/changesets/{id}/revert"] = "propose",
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
        ["POST /v1/review-queue/{id}/claim"] = ProposeOrReview,
        ["POST /v1/review-queue/{id}/settle"] = ProposeOrReview,
        ["PUT /v1/review-queue/dead-sources/{source}/{version:int}"] = ProposeOrReview,
        ["DELETE /v1/review-queue/dead-sources/{source}/{version:int}"] = ProposeOrReview,
        ["GET /v1/reports/{id}"] = "review",
        ["GET /v1/audit"] = "admin",
        ["POST /v1/redactions/"] = "admin",
        ["POST /v1/redactions/{id}/confirm"] = "admin",
        ["DELETE /v1/redactions/{id}"] = "admin",
    };

    // Whoever has no key reads, and reports.
    private static readonly HashSet<string> ForEverybody = new(StringComparer.Ordinal)
    {
        "GET /embed/{substance}",
        "GET /",
        "GET /about",
        "GET /api",
        "GET /changes",
        "GET /compare",
        "GET /coverage",
        "GET /health/live",
        "GET /health/ready",
        "GET /openapi/v1.json",
        "GET /openapi/v1.yaml",
        "GET /pending",
        "GET /privacy",
        "GET /places",
        "GET /places/{code}",
        "GET /places/{code}/{substance}",
        "GET /problems",
        "GET /problems/{slug}",
        "GET /report",
        "GET /revisions/{number}/diff",
        "GET /search",
        "GET /sources",
        "GET /sources/{key}",
        "GET /substances/{substance}",
        "GET /v1",
        "GET /v1/access",
        "GET /v1/boundary-cases",
        "GET /v1/changes",
        "GET /v1/changes.atom",
        "GET /v1/changes.json",
        "GET /v1/claims/check",
        "GET /v1/classifications",
        "GET /v1/classifications/{id}",
        "GET /v1/classifications/{id}/versions",
        "GET /v1/coverage",
        "GET /v1/coverage/summary",
        "GET /v1/datapackage.json",
        "GET /v1/export.csv",
        "GET /v1/export.json",
        "GET /v1/export.ndjson",
        "GET /v1/history/{jurisdiction}/{substance}",
        "GET /v1/journey",
        "GET /v1/jurisdictions",
        "GET /v1/jurisdictions/{code}",
        "GET /v1/maps/{substance}.geojson",
        "GET /v1/maps/{substance}.png",
        "GET /v1/maps/{substance}.svg",
        "GET /v1/oembed",
        "GET /v1/pending",
        "GET /v1/pending.ics",
        "GET /v1/redactions/",
        "GET /v1/review-queue/",
        "GET /v1/revisions",
        "GET /v1/revisions/{number}",
        "GET /v1/revisions/{number}/diff",
        "GET /v1/search",
        "GET /v1/sources",
        "GET /v1/sources/{key}",
        "GET /v1/sources/{key}/answers",
        "GET /v1/sources/{key}/versions/{version}",
        "GET /v1/status",
        "GET /v1/status/{jurisdiction}/{substance}",
        "GET /v1/substances",
        "GET /v1/substances/{slug}",
        "GET /v1/thresholds",
        "GET /v1/vocabulary",
        "GET /v1/vocabulary/{list}",
        "GET /vocabulary",
        "POST /mcp",
        "POST /report",
        "POST /v1/claims/check",
        "POST /v1/permalinks/check",
        "POST /v1/reports/",
    };

    [Fact]
    public async Task Every_route_takes_only_the_keys_that_the_table_names()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        // Style and script stand at addresses that name their content.
        var routes = api.Routes.Where(route => !route.StartsWith("GET /assets/", StringComparison.Ordinal));
        Assert.Equal(Needed.Keys.Concat(ForEverybody).Concat(DeskRoutes.Needed.Keys).Order(StringComparer.Ordinal), routes.Order(StringComparer.Ordinal));
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
                var expected = role is "no key" or "expired" ? 401 : needed == AnyKey || needed.Split(' ').Contains(role) ? 0 : 403;
                var status = (await SendAsync(api, route, key)).Status;
                if ((status is 401 or 403 ? status : 0) != expected || status >= 500)
                {
                    wrong.Add($"{route} with {role}: {status}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_other_route_is_for_everybody_even_with_a_key_that_is_no_longer_valid()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        await database.PublishAsync(Given.Substances().Rows);
        var wrong = new List<string>();
        foreach (var route in ForEverybody)
        {
            foreach (var headers in new (string, string)[][] { [], [("Authorization", $"Bearer {KeyToken.New()}")] })
            {
                using var answer = await api.SendAsync(new HttpMethod(route.Split(' ')[0]), AddressOf(route), headers);
                var status = (int)answer.StatusCode;
                if (status is 401 or 403 or 405 or >= 500)
                {
                    wrong.Add($"{route}: {status}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static Task<MaintainerClient.Answer> SendAsync(TestApi api, string route, string? key)
    {
        var method = route.Split(' ')[0];
        return new MaintainerClient(api, key).SendAsync(new HttpMethod(method), AddressOf(route), method == "GET" ? null : "{}", "application/json", 1);
    }

    private static string AddressOf(string route) => route.Split(' ')[1].TrimEnd('/')
        .Replace("{id}", "chs_aaaaaaaaaaaaaaaa", StringComparison.Ordinal).Replace("{place}", "DE", StringComparison.Ordinal)
        .Replace("{key}", "lsd-1", StringComparison.Ordinal).Replace("{classification}", "cls_aaaaaaaaaaaaaaaa", StringComparison.Ordinal)
        .Replace("{source}", "law", StringComparison.Ordinal).Replace("{version:int}", "1", StringComparison.Ordinal);
}
