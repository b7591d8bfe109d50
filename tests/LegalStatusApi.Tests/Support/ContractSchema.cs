using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LegalStatusApi.Commands;

namespace LegalStatusApi.Tests.Support;

/// <summary>The contract as the running code writes it, and what an answer does that it does not allow.</summary>
public sealed class ContractSchema
{
    private ContractSchema(JsonObject document) => Document = document;

    public JsonObject Document { get; }

    public IEnumerable<(string Path, JsonObject Operation)> Operations =>
        Document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(each => (path.Key, each.Value!.AsObject())));

    /// <summary>What anybody may ask without a key, and is answered in JSON.</summary>
    public IEnumerable<(string Path, JsonObject Operation)> OpenReads =>
        Document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Where(each => each.Key == "get").Select(each => (path.Key, each.Value!.AsObject())))
            .Where(each => each.Item2["security"] is null && each.Item2["responses"]!["200"]?["content"]?["application/json"] is not null);

    public static async Task<ContractSchema> LoadAsync()
    {
        var texts = await WriteContract.TextsAsync(CancellationToken.None);
        return new ContractSchema(JsonNode.Parse(texts[0].Text)!.AsObject());
    }

    public JsonObject OperationOf(string id) => Operations.Single(each => (string?)each.Operation["operationId"] == id).Operation;

    public JsonObject SchemaOfAnswer(string operation) =>
        OperationOf(operation)["responses"]!["200"]!["content"]!["application/json"]!["schema"]!.AsObject();

    public JsonNode Resolve(JsonNode node) => (string?)node["$ref"] is { } reference
        ? reference[2..].Split('/').Aggregate((JsonNode)Document, (at, part) => at[part.Replace("~1", "/", StringComparison.Ordinal)]!)
        : node;

    /// <summary>Everything in a value that its schema does not allow, members that it does not name included.</summary>
    public IEnumerable<string> Faults(JsonNode schema, JsonNode? value, string at = "$")
    {
        schema = Resolve(schema);
        return (string?)schema["type"] switch
        {
            "object" => value is JsonObject members ? ObjectFaults(schema, members, at) : [$"{at} is no object"],
            "array" => value is JsonArray items
                ? items.SelectMany((item, i) => Faults(schema["items"]!, item, $"{at}[{i}]"))
                : [$"{at} is no array"],
            "string" => value?.GetValueKind() == JsonValueKind.String ? TextFaults(schema, (string)value!, at) : [$"{at} is no string"],
            "integer" => value?.GetValueKind() == JsonValueKind.Number && long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out _) ? [] : [$"{at} is no integer"],
            "number" => value?.GetValueKind() == JsonValueKind.Number ? [] : [$"{at} is no number"],
            "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? [] : [$"{at} is no boolean"],
            // What a field of a record says may be any JSON.
            null when at.EndsWith(".before", StringComparison.Ordinal) || at.EndsWith(".after", StringComparison.Ordinal)
                || at.StartsWith("$.tables.", StringComparison.Ordinal) => [],
            var other => [$"{at} has no type ({other})"],
        };
    }

    private IEnumerable<string> ObjectFaults(JsonNode schema, JsonObject members, string at)
    {
        foreach (var name in schema["required"]?.AsArray().Select(name => (string)name!).Where(name => !members.ContainsKey(name)) ?? [])
        {
            yield return $"{at}.{name} is missing";
        }

        foreach (var (name, value) in members)
        {
            var said = schema["properties"]?[name] ?? schema["additionalProperties"];
            foreach (var fault in said is JsonObject ? Faults(said, value, $"{at}.{name}") : [$"{at}.{name} is not in the contract"])
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> TextFaults(JsonNode schema, string text, string at)
    {
        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            yield return $"{at} '{text}' does not match {pattern}";
        }

        if ((int?)schema["maxLength"] < text.Length)
        {
            yield return $"{at} is longer than {schema["maxLength"]}";
        }

        var isWellFormed = (string?)schema["format"] switch
        {
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            _ => true,
        };
        if (!isWellFormed)
        {
            yield return $"{at} '{text}' is no {schema["format"]}";
        }
    }
}
