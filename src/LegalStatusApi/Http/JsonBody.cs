using System.Text.Json;
using System.Text.Json.Nodes;

namespace LegalStatusApi.Http;

/// <summary>Reads a body that is a JSON object, so that every mistake in it can be named.</summary>
public static class JsonBody
{
    private const int Deepest = 16;
    private const int LongestEcho = 500;

    /// <summary>What is said of JSON of another kind, a list among them.</summary>
    public const string NoObject = "The body must be a JSON object.";

    /// <summary>The body as a JSON object; refused where it is larger, of another kind, or none.</summary>
    public static async Task<JsonObject> ReadAsync(HttpContext http, int largest)
    {
        using var body = new MemoryStream();
        var part = new byte[8 * 1024];
        try
        {
            while (body.Length <= largest && await http.Request.Body.ReadAsync(part, http.RequestAborted) is > 0 and var count)
            {
                body.Write(part, 0, count);
            }
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            // The web server has a limit of its own, which it finds out while the body is read.
            throw TooLarge(largest);
        }

        return body.Length <= largest ? Of(MediaTypeOf(http.Request), body.ToArray()) : throw TooLarge(largest);
    }

    public static JsonObject Of(string mediaType, byte[] body)
    {
        if (mediaType != "application/json")
        {
            throw new RefusedException(Problems.UnsupportedMediaType.With("Send application/json."));
        }

        try
        {
            var json = JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = false }) as JsonObject
                ?? throw new RefusedException(Problems.BadRequest.With(NoObject));
            RefuseWhatIsNoText(json, "");
            return json;
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException)
        {
            throw new RefusedException(Problems.BadRequest.With("The body is not JSON that can be read."));
        }
    }

    public static string MediaTypeOf(HttpRequest request) => request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";

    /// <summary>422 that names the one member that is wrong.</summary>
    public static RefusedException Impossible(string name, string detail) =>
        new(Problems.Impossible.With($"{name}: {detail}", [new ParameterError(name, detail)]));

    /// <summary>Refuses members that the address does not know.</summary>
    public static void OnlyKnown(JsonObject json, params string[] known)
    {
        var unknown = UnknownOf(json, known);
        if (unknown.Count > 0)
        {
            throw new RefusedException(Problems.Impossible.With("The body has unknown members.", unknown));
        }
    }

    /// <summary>The members that are not known, each with what is.</summary>
    public static List<ParameterError> UnknownOf(JsonObject json, params string[] known) =>
        [.. json.Select(member => member.Key).Where(name => !known.Contains(name, StringComparer.Ordinal))
            .Select(name => new ParameterError(Check.Shown(name), $"Unknown member. Known here: {string.Join(", ", known)}."))];

    /// <summary>What was sent, as it may stand in an answer: not without bound, and without control characters.</summary>
    public static string Echo(string text) => new([.. text.Take(LongestEcho).Select(letter => char.IsControl(letter) ? '\uFFFD' : letter)]);

    /// <summary>A list of up to so many, which must be there and not be empty.</summary>
    public static JsonArray List(JsonObject json, string name, int most) => json[name] switch
    {
        JsonArray { Count: > 0 } items when items.Count <= most => items,
        JsonArray { Count: > 0 } items => throw Impossible(name, $"There are {items.Count}; at most {most} at once."),
        _ => throw Impossible(name, $"Give a list of 1 to {most}."),
    };

    private static RefusedException TooLarge(int largest) => new(Problems.TooLarge.With($"The body is at most {largest / 1024} KiB."));

    // JSON can hold half a surrogate pair, which is no text: whoever read it later would fail. Found here, it can be named.
    private static void RefuseWhatIsNoText(JsonNode? node, string path)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, member) in members)
            {
                RefuseWhatIsNoText(member, path.Length == 0 ? name : $"{path}.{name}");
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                RefuseWhatIsNoText(items[i], $"{path}[{i}]");
            }
        }
        else if (node?.GetValueKind() == JsonValueKind.String && !IsText(node))
        {
            throw Impossible(path, "It holds half a surrogate pair, or is not UTF-8.");
        }
    }

    private static bool IsText(JsonNode node)
    {
        try
        {
            return node.GetValue<string>() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
