using System.Text.RegularExpressions;
using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>What a version of a source says of itself: addresses, language, digest, and when it was read.</summary>
internal static partial class SourceVersionRules
{
    public static void Check(Draft draft)
    {
        foreach (var (row, at) in draft.Versions)
        {
            CheckAddress(at, "url", row.Url);
            CheckAddress(at, "archiveUrl", row.ArchiveUrl);
            if (row.Language is { } language && !Language().IsMatch(language))
            {
                at.Say("language", $"'{language}' is not a language such as en (ISO 639-1).");
            }

            if (row.Sha256 is { } digest && !Sha256().IsMatch(digest))
            {
                at.Say("sha256", "A SHA-256 is 64 digits of 0-9 and a-f.");
            }

            if (row.Read && row.RetrievedOn is null && at.AreSound("retrievedOn"))
            {
                at.Say("retrievedOn", "A text that was read (read: true) says on which day.");
            }
        }
    }

    private static void CheckAddress(Fields at, string field, string? address)
    {
        if (address is not null && WebAddress.MistakeIn(address) is { } mistake)
        {
            at.Say(field, mistake);
        }
    }

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Za-z]+)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Language();

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Sha256();
}
