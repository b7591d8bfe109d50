using System.Text.Json;
using System.Text.Json.Nodes;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Mcp;

/// <summary>What a tool can be given: the one table of its schema and of what is refused.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is, for whoever fills it in.</param>
/// <param name="IsNeeded">There is no answer without it.</param>
/// <param name="Format">Of a text: its format in JSON Schema.</param>
/// <param name="Known">The words that it may be.</param>
/// <param name="IsNumber">A whole number.</param>
/// <param name="MostItems">A list of up to so many texts.</param>
public sealed record ToolArgument(
    string Name, string Description, bool IsNeeded = false, string? Format = null, TermList? Known = null, bool IsNumber = false, int? MostItems = null)
{
    private const int Longest = 1000;

    public JsonObject Schema
    {
        get
        {
            var schema = new JsonObject
            {
                ["type"] = IsNumber ? "integer" : MostItems is null ? "string" : "array",
                ["description"] = Description,
            };
            if (MostItems is { } most)
            {
                schema["items"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 };
                schema["minItems"] = 1;
                schema["maxItems"] = most;
            }

            if (Format is not null)
            {
                schema["format"] = Format;
            }

            if (Known is not null)
            {
                schema["enum"] = new JsonArray([.. Known.Terms.Select(term => (JsonNode)term.Value)]);
            }

            return schema;
        }
    }

    /// <summary>The arguments by name, as text; every mistake of form is kept by the check.</summary>
    public static IReadOnlyDictionary<string, string> Read(
        Check check, IReadOnlyList<ToolArgument> known, IDictionary<string, JsonElement>? sent)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in sent ?? new Dictionary<string, JsonElement>())
        {
            if (known.FirstOrDefault(each => each.Name == name) is not { } argument)
            {
                var names = known.Select(each => each.Name).ToList();
                check.Refuse(Check.Shown(name), $"Unknown argument.{Nearest.DidYouMean(name, names)} Known here: {string.Join(", ", names)}.");
            }
            else if (value.ValueKind != JsonValueKind.Null && argument.TextOf(check, value) is { } text)
            {
                read[name] = text;
            }
        }

        foreach (var argument in known.Where(each => each.IsNeeded && !read.ContainsKey(each.Name)))
        {
            check.Refuse(argument.Name, "Missing.");
        }

        return read;
    }

    private string? TextOf(Check check, JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number when IsNumber => value.GetRawText(),
            JsonValueKind.Array when MostItems is not null && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
                string.Join(',', value.EnumerateArray().Select(item => item.GetString())),
            _ => null,
        };
        var wrong = text switch
        {
            null => IsNumber ? "Give a whole number." : MostItems is null ? "Give a text." : "Give a list of texts.",
            "" => "Empty: give a value or leave it out.",
            _ when text.Any(char.IsControl) => "It holds control characters.",
            _ when text.Length > Longest => $"Give at most {Longest} characters.",
            _ => null,
        };
        if (wrong is not null)
        {
            check.Refuse(Name, wrong);
        }

        return wrong is null ? text : null;
    }
}
