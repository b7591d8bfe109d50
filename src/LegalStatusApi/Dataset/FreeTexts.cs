using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LegalStatusApi.Dataset;

/// <summary>What is kept where texts of a row were redacted.</summary>
/// <param name="Salts">The salt of each text that is still there, in hexadecimal: the row's own salt is forgotten.</param>
/// <param name="Texts">Each text that is gone.</param>
public sealed record Redacted(IReadOnlyDictionary<string, string> Salts, IReadOnlyDictionary<string, RedactedText> Texts)
{
    public static Redacted Parse(string json) => JsonSerializer.Deserialize<Redacted>(json, Row.Json)!;
}

/// <summary>A text that two maintainers redacted.</summary>
/// <param name="Digest">As it was published, in hexadecimal.</param>
/// <param name="Redaction">Id of the redaction, which may be of several texts.</param>
/// <param name="RedactedAt">When.</param>
/// <param name="AskedBy">Name of the maintainer who asked for it.</param>
/// <param name="ConfirmedBy">Name of the other, who confirmed it.</param>
/// <param name="Reason">Why.</param>
public sealed record RedactedText(string Digest, string Redaction, string RedactedAt, string AskedBy, string ConfirmedBy, string Reason);

/// <summary>
/// How the free texts of one row enter the hash chain: each as the SHA-256 of its own salt and its canonical JSON. Its salt is
/// the SHA-256 of the row's salt and its name, so that the salts of the others can stay public when one of them is redacted.
/// </summary>
/// <param name="salt">The row's own; empty where a text is redacted.</param>
/// <param name="redacted">JSON of a <see cref="Redacted"/>; null where nothing is.</param>
internal sealed class FreeTexts(byte[] salt, string? redacted)
{
    /// <summary>What a redacted text says.</summary>
    public const string Marker = "[redacted]";

    private readonly Redacted? _redacted = redacted is null ? null : Redacted.Parse(redacted);

    public JsonObject Digests(JsonObject texts) => new(
        texts.Select(text => text.Key).Union(_redacted?.Texts.Keys ?? [], StringComparer.Ordinal)
            .Select(name => KeyValuePair.Create(name, (JsonNode?)Digest(name, texts[name]))));

    /// <summary>The digest of a text; of one that is redacted the digest that was kept, but only if it says no more than that.</summary>
    public JsonValue Digest(string name, JsonNode? text) =>
        _redacted?.Texts.TryGetValue(name, out var gone) == true && SaysThatItIsGone(name, text)
            ? JsonValue.Create(gone.Digest)
            : JsonValue.Create(Convert.ToHexStringLower(SHA256.HashData([.. SaltOf(name), .. CanonicalJson.Utf8(text)])));

    // A text that has neither a salt nor a kept digest was not published like this: without salt its digest fits nothing.
    private byte[] SaltOf(string name) =>
        _redacted is null ? SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(name)])
        : _redacted.Salts.TryGetValue(name, out var own) ? Convert.FromHexString(own)
        : [];

    // As the function redacted_text in the database has it: what is no text but a list or an object is simply not there.
    private static bool SaysThatItIsGone(string name, JsonNode? text) => name is "thresholds" or "conditions"
        ? text is null
        : text?.GetValueKind() == JsonValueKind.String && text.GetValue<string>() == Marker;
}
