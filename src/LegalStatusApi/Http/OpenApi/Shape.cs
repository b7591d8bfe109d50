using System.Text.Json.Nodes;
using LegalStatusApi.Domain;
using Microsoft.OpenApi;

namespace LegalStatusApi.Http.OpenApi;

/// <summary>The few shapes that values of the API have.</summary>
public static class Shape
{
    public const string PartialDatePattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

    // Wide enough for every text there is, so that a reader can set a bound.
    private const int LongestText = 20_000;

    public static OpenApiSchema Text(string pattern, int longest) =>
        new() { Type = JsonSchemaType.String, Pattern = pattern, MinLength = 1, MaxLength = longest };

    public const string LinesPattern = "^[^\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]*$";

    /// <summary>Free text of several lines.</summary>
    public static OpenApiSchema Lines() => new() { Type = JsonSchemaType.String, Pattern = LinesPattern, MaxLength = LongestText };

    /// <summary>A whole file: any text with something in it.</summary>
    public static OpenApiSchema File(int longest) =>
        new() { Type = JsonSchemaType.String, Pattern = "\\S", MinLength = 1, MaxLength = longest };

    /// <summary>A file that is no text.</summary>
    public static OpenApiSchema Bytes() => new() { Type = JsonSchemaType.String, Format = "binary", MinLength = 1, MaxLength = int.MaxValue };

    /// <summary>Free text, without control characters.</summary>
    public static OpenApiSchema Prose() => new() { Type = JsonSchemaType.String, Pattern = "^[^\\x00-\\x1F\\x7F]*$", MaxLength = LongestText };

    public static OpenApiSchema Day() => new() { Type = JsonSchemaType.String, Format = "date", MinLength = 10, MaxLength = 10 };

    /// <summary>A date as precisely as it is known: no format fits it.</summary>
    public static OpenApiSchema PartialDay() => Text(PartialDatePattern, 10);

    public static OpenApiSchema Instant() => new() { Type = JsonSchemaType.String, Format = "date-time", MaxLength = 40 };

    public static OpenApiSchema Address() => new() { Type = JsonSchemaType.String, Format = "uri", MaxLength = LongestText };

    public static OpenApiSchema LocalAddress() => new() { Type = JsonSchemaType.String, Format = "uri-reference", MaxLength = LongestText };

    public static OpenApiSchema Flag() => new() { Type = JsonSchemaType.Boolean };

    /// <summary>A number that counts from 1: a revision.</summary>
    public static OpenApiSchema Ordinal() =>
        new() { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "1", Maximum = "9223372036854775807" };

    public static OpenApiSchema Whole(int least, int most, int? ordinary = null) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = $"{least}",
        Maximum = $"{most}",
        Default = ordinary is { } value ? JsonValue.Create(value) : null,
    };

    public static OpenApiSchema List(OpenApiSchema items, int most) =>
        new() { Type = JsonSchemaType.Array, Items = items, MinItems = 1, MaxItems = most };

    /// <summary>A word of the vocabulary: an open string, so that a client written today survives a word of tomorrow.</summary>
    public static OpenApiSchema Word(TermList list) => new()
    {
        Type = JsonSchemaType.String,
        Pattern = "^[A-Za-z_]+$",
        MaxLength = 60,
        Examples = [.. list.Terms.Select(term => (JsonNode)JsonValue.Create(term.Value))],
        Description = KnownValues(list),
    };

    /// <summary>A word that no answer about the law has, so that it is told here alone.</summary>
    public static OpenApiSchema OwnWord(TermList list)
    {
        var word = Word(list);
        word.Description = $"Known values: {string.Join(", ", list.Terms.Select(term => $"`{term.Value}`"))}; there may be more.";
        return word;
    }

    public static string KnownValues(TermList list) =>
        $"Known values: {string.Join(", ", list.Terms.Select(term => $"`{term.Value}`"))}; there may be more. What they mean: /v1/vocabulary/{list.Name}.";
}
