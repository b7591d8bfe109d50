using System.Net;
using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Http;

/// <summary>What is promised of every address of the contract, tried on every one of them.</summary>
public sealed class EveryRouteTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private static readonly string[] Refusals = ["400", "404", "429", "500", "503"];

    [Fact]
    public async Task Every_operation_says_what_it_is_and_what_it_can_answer()
    {
        var contract = await ContractSchema.LoadAsync();

        Assert.NotEmpty(contract.Operations);
        Assert.Distinct(contract.Operations.Select(each => (string?)each.Operation["operationId"]));
        Assert.All(contract.Operations, each =>
        {
            var (path, operation) = each;
            Assert.False(string.IsNullOrEmpty((string?)operation["summary"]), path);
            Assert.False(string.IsNullOrEmpty((string?)operation["description"]), path);
            var good = operation["responses"]!["200"] ?? operation["responses"]!["201"];
            Assert.NotEmpty(good!["content"]!.AsObject());
            Assert.All(good["content"]!.AsObject(), form => Assert.NotNull(form.Value!["schema"]));
            foreach (var status in Refusals.Where(status => (status != "404" || path.Contains('{', StringComparison.Ordinal)) && (status != "429" || !path.StartsWith("/health", StringComparison.Ordinal))))
            {
                Assert.NotNull(contract.Resolve(operation["responses"]![status]!)["content"]!["application/problem+json"]!["schema"]);
            }

            Assert.All(operation["parameters"]?.AsArray() ?? [], parameter =>
            {
                Assert.False(string.IsNullOrEmpty((string?)parameter!["description"]), $"{path} {parameter["name"]}");
                Assert.NotNull(parameter["schema"]!["type"]);
                Assert.NotNull(parameter["example"]);
            });
        });
    }

    [Fact]
    public async Task Every_schema_and_member_is_described()
    {
        var contract = await ContractSchema.LoadAsync();

        Assert.All(contract.Document["components"]!["schemas"]!.AsObject(), schema =>
        {
            Assert.False(string.IsNullOrEmpty((string?)schema.Value!["description"]), schema.Key);
            Assert.All(schema.Value["properties"]!.AsObject(), member =>
                Assert.False(string.IsNullOrEmpty((string?)member.Value!["description"]), $"{schema.Key}.{member.Key}"));
        });
        Assert.DoesNotContain("\"null\"", contract.Document.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_parameter_is_refused_and_named()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        foreach (var address in (await AddressesAsync()).Append("/openapi/v1.json").Append("/openapi/v1.yaml"))
        {
            var with = address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "nonsense=1";

            var problem = await api.GetAsync(with, 400);

            Assert.Equal("/problems/invalid-parameters", (string?)problem["type"]);
            Assert.Contains(problem["errors"]!.AsArray(), error => (string?)error!["parameter"] == "nonsense");
        }
    }

    [Fact]
    public async Task Every_answer_but_health_is_304_to_whoever_has_it()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        foreach (var address in (await AddressesAsync()).Where(address => !address.StartsWith("/health", StringComparison.Ordinal)))
        {
            var first = await api.SendAsync(address);
            var again = await api.SendAsync(address, ("If-None-Match", first.Headers.ETag!.ToString()));

            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task HEAD_gives_the_headers_of_GET_and_no_body()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        foreach (var address in await AddressesAsync())
        {
            var got = await api.SendAsync(address);
            var head = await api.SendAsync(HttpMethod.Head, address);

            Assert.Equal(got.StatusCode, head.StatusCode);
            Assert.Equal(got.Headers.ETag, head.Headers.ETag);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Any_page_may_read_answers_and_refusals()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        foreach (var address in (await AddressesAsync()).Append("/v1/jurisdictions/XX").Append("/v1/nowhere").Append("/v1/sources?limit=0"))
        {
            var answer = await api.SendAsync(address, ("Origin", "https://reader.example"));

            Assert.Equal(["*"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        }
    }

    [Fault(22)]
    [Fact]
    public async Task An_answer_that_names_its_revision_is_immutable_and_one_that_does_not_says_where_it_stays()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        foreach (var address in (await AddressesAsync()).Where(address => address.Contains("revision=1", StringComparison.Ordinal)))
        {
            var pinned = await api.SendAsync(address);
            var current = await api.SendAsync(address.Replace("?revision=1", "", StringComparison.Ordinal).Replace("&revision=1", "", StringComparison.Ordinal));

            Assert.Contains("immutable", pinned.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Null(pinned.Content.Headers.ContentLocation);
            Assert.DoesNotContain("immutable", current.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal(address, current.Content.Headers.ContentLocation!.OriginalString);
            Assert.Equal(await WithoutNextAsync(pinned), await WithoutNextAsync(current));
        }
    }

    // The part that follows is asked for as this one was: with the revision named, or pinned by the cursor alone.
    private static async Task<string> WithoutNextAsync(HttpResponseMessage answer)
    {
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
        body.Remove("next");
        return body.ToJsonString();
    }

    // One good address for each operation that needs no key: the requests of the examples.
    private static async Task<List<string>> AddressesAsync()
    {
        var contract = await ContractSchema.LoadAsync();
        var addresses = new List<string>();
        foreach (var (_, operation) in contract.OpenReads)
        {
            var file = Path.Combine(Checkout.Root, "openapi", "examples", $"{operation["operationId"]}.json");
            addresses.Add((string)JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!["request"]!);
        }

        return addresses;
    }
}
