using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace LegalStatusApi.Features.Maintenance.Keys;

/// <summary>A maintainer's key: <c>lsk_</c>, an id by which it is found, and 160 random bits that prove it.</summary>
/// <param name="Id">12 base32 characters: may be shown.</param>
/// <param name="Secret">32 base32 characters: shown once, kept only as a hash.</param>
public sealed partial record KeyToken(string Id, string Secret)
{
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    public static KeyToken New() => new(RandomNumberGenerator.GetString(Base32, 12), RandomNumberGenerator.GetString(Base32, 32));

    /// <summary>SHA-256 of the secret. A slow hash would add nothing: the secret is random, not a password.</summary>
    public byte[] Hash => SHA256.HashData(Encoding.ASCII.GetBytes(Secret));

    public static bool TryParse(string? text, [NotNullWhen(true)] out KeyToken? token)
    {
        var match = Shape().Match(text ?? "");
        token = match.Success ? new KeyToken(match.Groups["id"].Value, match.Groups["secret"].Value) : null;
        return match.Success;
    }

    public override string ToString() => $"lsk_{Id}_{Secret}";

    [GeneratedRegex(@"\Alsk_(?<id>[a-z2-7]{12})_(?<secret>[a-z2-7]{32})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
