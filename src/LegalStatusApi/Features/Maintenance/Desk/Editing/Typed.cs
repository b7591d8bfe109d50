using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.Desk.Editing;

/// <summary>What stands in the fields of a form, and what is wrong with it, by the names that mistakes have: <c>citations[0].version</c>.</summary>
public sealed partial record Typed(JsonObject Record, Problem? Problem)
{
    public string Value(string field) => Find(field) switch
    {
        null => "",
        JsonValue value => value.ToString(),
        var other => other.ToJsonString(),
    };

    public bool Has(string field, string value) => Find(field) is JsonArray list && list.Any(item => item?.ToString() == value);

    /// <summary>How many items of a list were filled in.</summary>
    public int Count(string list) => (Record[list] as JsonArray)?.Count ?? 0;

    /// <summary>What is wrong with a field; null where nothing is.</summary>
    public string? Mistake(string field) =>
        Problem?.Errors?.Where(error => error.Parameter == field).Select(error => error.Detail).ToList() is { Count: > 0 } details ? string.Join(" ", details) : null;

    private JsonNode? Find(string field)
    {
        JsonNode? at = Record;
        foreach (Match part in Part().Matches(field))
        {
            at = part.Groups["index"] is { Success: true } index
                ? at is JsonArray list && int.Parse(index.Value, CultureInfo.InvariantCulture) is var i && i < list.Count ? list[i] : null
                : (at as JsonObject)?[part.Value];
        }

        return at;
    }

    [GeneratedRegex(@"\[(?<index>\d{1,3})\]|[A-Za-z0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Part();
}
