using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LegalStatusApi.Features.Explorer.Parts;

/// <summary>A member of a record as a page shows it: terms as words, lists and parts one after another.</summary>
public static partial class ShownValue
{
    // What only the database needs to know.
    private static readonly HashSet<string> Internal = new(StringComparer.Ordinal) { "id", "record", "ordinal", "relation" };

    public static bool IsShown(string field) => !Internal.Contains(field);

    public static string Of(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join("; ", list.Select(Of)),
        JsonObject parts => string.Join(", ", parts.Where(part => part.Value is not null).Select(part => $"{FieldNames.Of(part.Key)}: {Of(part.Value)}")),
        _ when value.GetValueKind() is JsonValueKind.True => "yes",
        _ when value.GetValueKind() is JsonValueKind.False => "no",
        _ => value.ToString() is var text && Term().IsMatch(text) ? Words.Plain(text) : value.ToString(),
    };

    [GeneratedRegex(@"\A[a-z]+(_[a-z]+)+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Term();
}
