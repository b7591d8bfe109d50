namespace LegalStatusApi.Dataset.Rules;

/// <summary>Addresses that anyone can open. They are published and fetched, so none points inside a network.</summary>
internal static class WebAddress
{
    // What RFC 3986 allows nowhere in an address; the contract promises addresses that every client reads.
    private const string NoPart = "\\<>\"{}|^`";
    private static readonly string[] Inside = [".localhost", ".internal", ".local"];

    /// <summary>What is wrong with an address; null where nothing is.</summary>
    public static string? MistakeIn(string address)
    {
        var isWeb = address.StartsWith("https://", StringComparison.Ordinal)
            || address.StartsWith("http://", StringComparison.Ordinal);
        if (!isWeb || address.Any(c => !char.IsAscii(c) || char.IsWhiteSpace(c) || char.IsControl(c) || NoPart.Contains(c))
            || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return $"'{address}' is not a web address (https://… or http://…, without blanks; what is not ASCII as %C2%B0).";
        }

        if (uri.UserInfo.Length > 0 || address.Split('/')[2].Contains('@'))
        {
            return "An address holds no user name or password.";
        }

        var host = uri.IdnHost.TrimEnd('.').ToLowerInvariant();
        return uri.HostNameType == UriHostNameType.Dns && host.Contains('.') && !Array.Exists(Inside, host.EndsWith)
            ? null
            : $"'{uri.Host}' is not a public host: an address names a web site, not a machine inside a network.";
    }
}
