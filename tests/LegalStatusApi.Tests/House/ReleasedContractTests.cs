using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.House;

/// <summary>What was released stays: `make release` keeps the contract of each release in openapi/released.</summary>
public sealed class ReleasedContractTests
{
    private const string Sample = """
        {"paths": {"/v1/things": {"get": {
            "parameters": [{"name": "on", "in": "query", "schema": {"type": "string", "maxLength": 10}}],
            "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}, "text/csv": {"schema": {"type": "string"}}}}}},
          "post": {
            "requestBody": {"content": {"application/json": {"schema": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}, "note": {"type": "string"}}}}}},
            "responses": {"201": {}}}}},
         "components": {"schemas": {"Thing": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}, "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}}}}}
        """;

    [Fact]
    public async Task The_contract_breaks_nothing_that_was_released()
    {
        var now = (await ContractSchema.LoadAsync()).Document;
        var folder = Path.Combine(Checkout.Root, "openapi", "released");
        var released = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];

        Assert.All(released, file => Assert.Empty(ContractComparison.Breaks(JsonNode.Parse(File.ReadAllText(file))!.AsObject(), now)));
        // The contract against itself, so that the comparison is proved on the whole of it before there is a release.
        Assert.Empty(ContractComparison.Breaks(now, now));
    }

    [Theory]
    [InlineData("\"/v1/things\"", "\"/v1/items\"", "GET /v1/things is gone")]
    [InlineData("\"name\": \"on\"", "\"name\": \"day\"", "GET /v1/things no longer takes query on")]
    [InlineData("\"in\": \"query\", \"schema\"", "\"in\": \"query\", \"required\": true, \"schema\"", "GET /v1/things now needs query on")]
    [InlineData("\"maxLength\": 10", "\"maxLength\": 9", "GET /v1/things query on has a smaller maxLength")]
    [InlineData("\"maxLength\": 10", "\"pattern\": \"^x$\"", "GET /v1/things query on has another pattern")]
    [InlineData("\"text/csv\"", "\"text/plain\"", "GET /v1/things 200 no longer comes as text/csv")]
    [InlineData("\"200\"", "\"206\"", "GET /v1/things no longer answers 200")]
    [InlineData("\"201\"", "\"202\"", "POST /v1/things no longer answers 201")]
    [InlineData("\"parts\": {\"type\": \"array\"", "\"parts\": {\"type\": \"object\"", "GET /v1/things 200.parts was \"array\" and is \"object\"")]
    [InlineData("\"parts\"", "\"pieces\"", "GET /v1/things 200.parts is gone")]
    [InlineData("\"Thing\": {\"type\": \"object\", \"required\": [\"name\"]", "\"Thing\": {\"type\": \"object\", \"required\": []", "GET /v1/things 200.name is no longer always there")]
    [InlineData("\"required\": [\"name\"], \"properties\": {\"name\": {\"type\": \"string\"}, \"note\"", "\"required\": [\"name\", \"note\"], \"properties\": {\"name\": {\"type\": \"string\"}, \"note\"", "POST /v1/things body now needs note")]
    [InlineData("\"note\"", "\"remark\"", "POST /v1/things body.note is gone")]
    [InlineData("\"requestBody\": {\"content\": {\"application/json\"", "\"requestBody\": {\"content\": {\"application/yaml\"", "POST /v1/things no longer takes application/json")]
    public void What_would_break_a_client_is_named(string was, string becomes, string words) => Assert.Contains(words, Breaks(was, becomes));

    [Theory]
    [InlineData("\"parts\": {", "\"more\": {\"type\": \"string\"}, \"parts\": {")]
    [InlineData("\"maxLength\": 10", "\"maxLength\": 20")]
    [InlineData("\"note\": {\"type\": \"string\"}", "\"note\": {\"type\": \"string\"}, \"more\": {\"type\": \"string\"}")]
    [InlineData("\"required\": [\"name\"], \"properties\": {\"name\": {\"type\": \"string\"}, \"note\"", "\"required\": [], \"properties\": {\"name\": {\"type\": \"string\"}, \"note\"")]
    [InlineData("{\"paths\": {", "{\"paths\": {\"/v1/more\": {\"get\": {\"responses\": {}}}, ")]
    public void What_only_grows_breaks_nobody(string was, string becomes) => Assert.Empty(Breaks(was, becomes));

    private static IReadOnlyList<string> Breaks(string was, string becomes)
    {
        var changed = Sample.Replace(was, becomes, StringComparison.Ordinal);
        Assert.NotEqual(Sample, changed);
        return ContractComparison.Breaks(JsonNode.Parse(Sample)!.AsObject(), JsonNode.Parse(changed)!.AsObject());
    }
}
