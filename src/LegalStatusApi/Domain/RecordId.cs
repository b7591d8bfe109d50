using System.Security.Cryptography;
using System.Text;

namespace LegalStatusApi.Domain;

/// <summary>The public id of a record: a prefix and 16 base32 characters of the SHA-256 of what never changes about it.</summary>
public static class RecordId
{
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    public static string OfClassification(string key) => Of("cls", key);

    public static string OfLead(string key) => Of("led", key);

    public static string OfPendingLaw(string key) => Of("pnd", key);

    public static string OfCitation(string record, string source, int version, string role, string? pinpoint) =>
        Of("cit", string.Join('\n', record, source, version, role, pinpoint));

    public static string OfReviewItem(string kind, string subject) => Of("itm", $"{kind}\n{subject}");

    public static string OfMaintainer(string name) => Of("mnt", name);

    /// <param name="identity">What makes it this event and no other.</param>
    public static string OfEvent(string identity) => Of("evt", identity);

    private static string Of(string prefix, string identity)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(prefix + "\n" + identity));
        var id = new StringBuilder(prefix).Append('_');
        for (var bit = 0; bit < 80; bit += 5)
        {
            var value = (hash[bit / 8] << 8) | hash[(bit / 8) + 1];
            id.Append(Base32[(value >> (11 - (bit % 8))) & 31]);
        }

        return id.ToString();
    }
}
