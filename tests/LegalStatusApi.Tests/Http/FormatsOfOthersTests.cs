using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Http;

/// <summary>Answers in formats of others, read by the libraries that others read them with, over the real data set.</summary>
public sealed class FormatsOfOthersTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private const string Denver = "/v1/status/US-CO-denver/psilocybin?form=mushrooms&on=2024-01-01";
    private const string Schema = "https://schema.org/";

    [Fact]
    public async Task A_processor_of_linked_data_reads_every_term_of_it()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        var answer = await api.GetAsync(Denver);

        var read = await FormatReader.ReadAsync("json-ld", await TextAsync(api, $"{Denver}&format=json-ld"));

        Assert.Empty(read["lost"]!.AsArray());
        var statements = read["statements"]!.AsArray().Select(each => ((string)each![0]!, (string)each[1]!, (string)each[2]!)).ToList();
        var denver = $"http://localhost{answer["permalink"]}#US-CO-denver";
        Assert.Contains(("http://localhost/v1/substances/psilocybin#mushrooms", $"{Schema}legalStatus", denver), statements);
        Assert.Contains((denver, $"{Schema}name", "deprioritized"), statements);
        Assert.Contains((denver, $"{Schema}applicableLocation", "http://localhost/v1/jurisdictions/US-CO-denver"), statements);
        Assert.Contains(statements, each => each.Item2.EndsWith("#type", StringComparison.Ordinal)
            && each.Item3 == "http://data.europa.eu/eli/ontology#LegalResource");
        Assert.Contains(statements, each => each.Item2 == $"{Schema}legislationIdentifier");
    }

    [Theory]
    [InlineData("csl-json")]
    [InlineData("bibtex")]
    public async Task A_reference_manager_reads_every_work_with_its_title_date_and_address(string format)
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        var expected = JsonNode.Parse(await TextAsync(api, $"{Denver}&format=csl-json"))!.AsArray();

        var works = (await FormatReader.ReadAsync("works", await TextAsync(api, $"{Denver}&format={format}")))["works"]!.AsArray();

        Assert.Equal(expected.Select(Of), works.Select(Of));
    }

    [Fact]
    public async Task A_reader_of_data_packages_finds_every_table_and_its_rows_as_their_schemas_say()
    {
        await using var api = await WiredApi.StartAsync(database);
        using var client = new HttpClient { BaseAddress = api.Address };

        var read = await FormatReader.ReadAsync(
            "data-package", await client.GetStringAsync("/v1/datapackage.json", TestContext.Current.CancellationToken));

        Assert.Empty(read["errors"]!.AsArray());
        foreach (var (table, rows) in read["tables"]!.AsObject())
        {
            var relation = table.Replace('-', '_');
            Assert.Equal(
                await database.Reader.AskAsync<long>($"select count(*) from {relation}"), (long)rows!);
        }

        Assert.Equal(12, read["tables"]!.AsObject().Count);
    }

    private static (string?, string?, string?) Of(JsonNode? work) =>
        ((string?)work!["title"], work["issued"]?["date-parts"]?.ToJsonString(), (string?)work["URL"]);

    private static Task<string> TextAsync(TestApi api, string address) =>
        api.Client.GetStringAsync(address, TestContext.Current.CancellationToken);
}
