using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Statuses;

/// <summary>An answer as reference managers and linked data know it, over the real data set.</summary>
public sealed class CitedAnswerTests(FilledDatabase database) : IClassFixture<FilledDatabase>, IAsyncLifetime
{
    private const string Denver = "/v1/status/US-CO-denver/psilocybin?form=mushrooms&on=2024-01-01";
    private TestApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await TestApi.StartAsync(database.Reader);

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Theory]
    [InlineData("application/vnd.citationstyles.csl+json")]
    [InlineData("application/x-bibtex")]
    [InlineData("text/x-bibliography")]
    public async Task Any_answer_can_be_cited(string type)
    {
        var classification = (string)(await _api.GetAsync("/v1/classifications?limit=1"))["items"]![0]!["classification"]!;
        foreach (var address in new[] { Denver, "/v1/status?jurisdiction=DE,FR&substance=lsd", "/v1/history/DE/lsd", $"/v1/classifications/{classification}" })
        {
            using var answer = await _api.SendAsync(address, ("Accept", type));
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains("revision", text, StringComparison.Ordinal);
            Assert.Contains("http://localhost/v1/", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_answer_itself_comes_first_then_each_source_version_once()
    {
        var answer = await _api.GetAsync(Denver);
        var sources = answer["layers"]!.AsArray().SelectMany(layer => layer!["citations"]?.AsArray() ?? [])
            .Select(citation => $"{citation!["source"]}-{citation["version"]}").Distinct(StringComparer.Ordinal);

        var works = JsonNode.Parse(await _api.Client.GetStringAsync($"{Denver}&format=csl-json", TestContext.Current.CancellationToken))!.AsArray();

        Assert.Equal(["legal-status-status-US-CO-denver-psilocybin-form-mushrooms-on-2024-01-01-revision-1", .. sources], works.Select(work => (string)work!["id"]!));
        Assert.Equal($"http://localhost{answer["permalink"]}", (string?)works[0]!["URL"]);
        Assert.Equal("dataset", (string?)works[0]!["type"]);
        Assert.Contains(works, work => (string?)work!["type"] == "legislation");
    }

    [Fact]
    public async Task BibTeX_has_an_entry_for_each_and_no_character_that_TeX_would_run()
    {
        var text = await _api.Client.GetStringAsync($"{Denver}&format=bibtex", TestContext.Current.CancellationToken);
        var entries = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.All(entries, entry => Assert.Matches("^@misc\\{[A-Za-z0-9-]+,\n(  [a-z]+ = \\{.*\\},\n)+\\}\n?$", entry));
        Assert.All(text.Split('\n').Where(line => !line.StartsWith("  url =", StringComparison.Ordinal)),
            line => Assert.DoesNotMatch(@"(?<!\\)[&%$#_]", line));
    }

    [Fact]
    public async Task Linked_data_names_drug_statuses_places_and_laws()
    {
        using var answer = await _api.SendAsync(Denver, ("Accept", "application/ld+json"));
        var graph = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["@graph"]!.AsArray();

        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType!.MediaType);
        var statuses = graph.Where(node => (string?)(node!["@type"] as JsonValue) == "DrugLegalStatus").ToList();
        Assert.Equal(["US-CO-denver", "US-CO", "US", "UN"], statuses.Select(node => (string?)node!["applicableLocation"]!["identifier"]));
        Assert.Equal(statuses.Select(node => (string?)node!["@id"]), graph[0]!["legalStatus"]!.AsArray().Select(node => (string?)node!["@id"]));
        var laws = graph.Where(node => node!["@type"] is JsonArray).Select(node => (string)node!["@id"]!).ToList();
        Assert.NotEmpty(laws);
        var ids = graph.Select(node => (string)node!["@id"]!).ToList();
        Assert.All(statuses.SelectMany(node => node!["subjectOf"]!.AsArray()), source => Assert.Contains((string)source!["@id"]!, ids));
    }

    [Fact]
    public async Task The_sentence_alone_can_be_had_as_text()
    {
        var said = await _api.GetAsync(Denver);

        var text = await _api.Client.GetStringAsync($"{Denver}&format=text", TestContext.Current.CancellationToken);

        Assert.Equal($"{said["wording"]!["say"]}\n{said["notice"]} {said["permalink"]}\n", text);
    }
}
