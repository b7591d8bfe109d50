namespace LegalStatusApi.Dataset.Histories;

/// <summary>The first line of a history: what the file is, and where its chain must end.</summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="Version">Of the format.</param>
/// <param name="Revision">The last revision in the file.</param>
/// <param name="Hash">The hash of that revision, in hexadecimal: with it the whole file stands or falls.</param>
/// <param name="License">Under which the data may be used.</param>
/// <param name="LicenseUrl">Where its text stands.</param>
/// <param name="Notice">What every reuse must say.</param>
/// <param name="Redactions">How many texts in the file are redacted; null: none.</param>
public sealed record HistoryHeader(
    string Format, int Version, long Revision, string Hash, string License, string LicenseUrl, string Notice, long? Redactions = null)
{
    public const string FormatName = "legal-status-history";
    public const int FormatVersion = 1;

    public static HistoryHeader Of(long revision, byte[] hash, long redactions = 0) => new(
        FormatName, FormatVersion, revision, Convert.ToHexStringLower(hash), "CC BY 4.0",
        "https://creativecommons.org/licenses/by/4.0/", "Information, not legal or medical advice",
        redactions == 0 ? null : redactions);
}

/// <summary>A history cannot be taken: it cannot be read, or a line of it is not what was published.</summary>
public sealed class HistoryException(long line, string said) : Exception($"line {line}: {said}")
{
    public long Line => line;
}
