using System.Text.Json.Nodes;

namespace LegalStatusApi.Tests.House;

/// <summary>
/// What a client of an older contract would stumble over in a newer one. Unknown parameters and members are refused by the service, so to
/// take one away breaks whoever sends it; members of answers may be added, and vocabularies are open.
/// </summary>
public sealed class ContractComparison
{
    private readonly List<string> _breaks = [];
    private readonly HashSet<string> _compared = new(StringComparer.Ordinal);
    private readonly JsonObject _before;
    private readonly JsonObject _after;

    private ContractComparison(JsonObject before, JsonObject after) => (_before, _after) = (before, after);

    /// <summary>Every break, in words; none where the newer contract only grows.</summary>
    public static IReadOnlyList<string> Breaks(JsonObject before, JsonObject after)
    {
        var comparison = new ContractComparison(before, after);
        foreach (var (path, item) in before["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject().Where(each => each.Key is "get" or "post" or "put" or "delete"))
            {
                comparison.CompareOperation($"{method.ToUpperInvariant()} {path}", operation!, after["paths"]![path]?[method]);
            }
        }

        return comparison._breaks;
    }

    private void CompareOperation(string at, JsonNode before, JsonNode? after)
    {
        if (after is null)
        {
            _breaks.Add($"{at} is gone");
            return;
        }

        CompareParameters(at, before, after);
        var (sent, sendable) = (before["requestBody"]?["content"]?.AsObject(), Resolve(_after, after["requestBody"])?["content"]?.AsObject());
        foreach (var (type, media) in sent ?? [])
        {
            CompareSchemas($"{at} body", media!["schema"], sendable?[type]?["schema"], isSent: true, $"{at} no longer takes {type}");
        }

        foreach (var (status, answer) in before["responses"]!.AsObject().Where(each => each.Key.StartsWith('2')))
        {
            var (told, tells) = (Resolve(_before, answer)!["content"]?.AsObject(), Resolve(_after, after["responses"]![status])?["content"]?.AsObject());
            if (after["responses"]![status] is null)
            {
                _breaks.Add($"{at} no longer answers {status}");
            }

            foreach (var (type, media) in told ?? [])
            {
                CompareSchemas($"{at} {status}", media!["schema"], tells?[type]?["schema"], isSent: false, $"{at} {status} no longer comes as {type}");
            }
        }
    }

    private void CompareParameters(string at, JsonNode before, JsonNode after)
    {
        var (old, now) = (Parameters(_before, before), Parameters(_after, after));
        foreach (var (name, parameter) in old)
        {
            CompareSchemas($"{at} {name}", parameter["schema"], now.GetValueOrDefault(name)?["schema"], isSent: true, $"{at} no longer takes {name}");
        }

        foreach (var (name, parameter) in now.Where(each => IsTrue(each.Value["required"]) && !IsTrue(old.GetValueOrDefault(each.Key)?["required"])))
        {
            _breaks.Add($"{at} now needs {name}");
        }
    }

    private static Dictionary<string, JsonNode> Parameters(JsonObject document, JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).Select(each => Resolve(document, each)!).ToDictionary(each => $"{each["in"]} {each["name"]}", StringComparer.Ordinal);

    private void CompareSchemas(string at, JsonNode? before, JsonNode? after, bool isSent, string gone)
    {
        if (before is null || !_compared.Add($"{isSent} {before["$ref"]?.ToString() ?? at}"))
        {
            return;
        }

        var (old, now) = (Resolve(_before, before)!, Resolve(_after, after));
        if (now is null)
        {
            _breaks.Add(gone);
            return;
        }

        if ($"{old["type"]?.ToJsonString()}" != $"{now["type"]?.ToJsonString()}")
        {
            _breaks.Add($"{at} was {old["type"]?.ToJsonString() ?? "anything"} and is {now["type"]?.ToJsonString() ?? "anything"}");
        }

        if (isSent)
        {
            CompareLimits(at, old, now);
        }

        CompareMembers(at, old, now, isSent);
        CompareSchemas($"{at}[]", old["items"], now["items"], isSent, $"{at} no longer has items");
    }

    private void CompareMembers(string at, JsonNode old, JsonNode now, bool isSent)
    {
        foreach (var (name, member) in old["properties"]?.AsObject() ?? [])
        {
            CompareSchemas($"{at}.{name}", member, now["properties"]?[name], isSent, $"{at}.{name} is gone");
        }

        // What is always sent back must go on being so; what a client need not send must stay so.
        var (first, second) = isSent ? (now, old) : (old, now);
        foreach (var name in Required(first).Except(Required(second), StringComparer.Ordinal).Where(name => now["properties"]?[name] is not null))
        {
            _breaks.Add(isSent ? $"{at} now needs {name}" : $"{at}.{name} is no longer always there");
        }
    }

    private void CompareLimits(string at, JsonNode old, JsonNode now)
    {
        foreach (var limit in new[] { "maxLength", "maxItems", "maximum" }.Where(limit => now[limit] is not null && (old[limit] is null || (double)now[limit]! < (double)old[limit]!)))
        {
            _breaks.Add($"{at} has a smaller {limit}");
        }

        if (old["pattern"]?.ToString() != now["pattern"]?.ToString() && now["pattern"] is not null)
        {
            _breaks.Add($"{at} has another pattern");
        }
    }

    private static IEnumerable<string> Required(JsonNode schema) => schema["required"]?.AsArray().Select(name => (string)name!) ?? [];

    private static bool IsTrue(JsonNode? flag) => flag is not null && (bool)flag;

    private static JsonNode? Resolve(JsonObject document, JsonNode? node) => (string?)(node as JsonObject)?["$ref"] is { } reference
        ? reference[2..].Split('/').Aggregate((JsonNode?)document, (at, part) => at?[part.Replace("~1", "/", StringComparison.Ordinal)])
        : node;
}
