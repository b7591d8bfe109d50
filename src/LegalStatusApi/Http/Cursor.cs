using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace LegalStatusApi.Http;

/// <summary>Where in which list a part ended. Opaque to callers: base64url of JSON.</summary>
/// <param name="List">Digest of the list's address and filters.</param>
/// <param name="Revision">The revision that the list is read at.</param>
/// <param name="Key">The key of the last item shown.</param>
public sealed record Cursor(string List, long Revision, string[] Key)
{
    public const int Longest = 1000;

    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this, ApiJson.Options));

    public static bool TryRead(string text, [NotNullWhen(true)] out Cursor? cursor)
    {
        cursor = null;
        if (text.Length > Longest || !Base64Url.IsValid(text))
        {
            return false;
        }

        try
        {
            cursor = JsonSerializer.Deserialize<Cursor>(Base64Url.DecodeFromChars(text), ApiJson.Options);
        }
        catch (Exception mistake) when (mistake is JsonException or FormatException)
        {
            return false;
        }

        return cursor is { Revision: > 0 } && Array.TrueForAll(cursor.Key, part => part is not null && !part.Any(char.IsControl));
    }
}
