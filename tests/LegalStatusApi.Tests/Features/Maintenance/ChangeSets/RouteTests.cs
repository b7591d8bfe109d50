using LegalStatusApi.Features.Maintenance.Keys;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>Every route for every kind of key (fault 24). A route that is not in the table, or among those for everybody, fails.</summary>
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
        ["POST /v1/changesets/{id}/submit"] = "propose",
        ["POST /v1/changesets/{id}/approve"] = "review",
        ["POST /v1/changesets/{id}/reject"] = "review",
        ["POST /v1/changesets/{id}/publish"] = "publish",
        ["PUT /v1/changesets/{id}/classifications/{place}/{key}"] = "propose",
        ["DELETE /v1/changesets/{id}/classifications/{place}/{key}"] = "propose",
        ["PUT /v1/changesets/{id}/leads/{place}/{key}"] = "propose",
        ["DELETE /v1/changesets/{id}/leads/{place}/{key}"] = "propose",
        ["PUT /v1/changesets/{id}/pending/{place}/{key}"] = "propose",
        ["DELETE /v1/changesets/{id}/pending/{place}/{key}"] = "propose",
        ["PUT /v1/changesets/{id}/sources/{place}/{key}"] = "propose",
        ["DELETE /v1/changesets/{id}/sources/{place}/{key}"] = "propose",
        ["PUT /v1/changesets/{id}/substances/{key}"] = "propose",
        ["DELETE /v1/changesets/{id}/substances/{key}"] = "propose",
        ["PUT /v1/changesets/{id}/verifications/{classification}"] = "propose",
        ["PUT /v1/changesets/{id}/jurisdictions/{key}"] = "propose",
        ["DELETE /v1/changesets/{id}/jurisdictions/{key}"] = "propose",
        ["POST /v1/review-queue/{id}/claim"] = ProposeOrReview,
        ["POST /v1/review-queue/{id}/settle"] = ProposeOrReview,
        ["PUT /v1/review-queue/dead-sources/{source}/{version:int}"] = ProposeOrReview,
        ["DELETE /v1/review-queue/dead-sources/{source}/{version:int}"] = ProposeOrReview,
        ["GET /v1/reports/{id}"] = "review",
        ["GET /v1/audit"] = "admin",
    };

    // Whoever has no key reads, and reports.
    private static bool IsForEverybody(string route) => !Needed.ContainsKey(route) && (route.StartsWith("GET ", StringComparison.Ordinal) || route == "POST /v1/reports/");

    [Fact]
    public async Task Every_route_takes_only_the_keys_that_the_table_names()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        Assert.Equal(Needed.Keys.Order(StringComparer.Ordinal), api.Routes.Where(route => !IsForEverybody(route)).Order(StringComparer.Ordinal));
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
        foreach (var route in api.Routes.Where(IsForEverybody))
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
