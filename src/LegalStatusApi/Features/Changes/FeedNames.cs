using System.Security.Cryptography;
using System.Text;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Changes;

/// <summary>What both feeds call things.</summary>
public static class FeedNames
{
    public const string Author = "Legal Status API";
    public const string License = "https://creativecommons.org/licenses/by/4.0/";
    public const string Rights = "Data: CC BY 4.0. Name the source and the revision. Information, not legal or medical advice.";

    /// <summary>
    /// An id that depends on what the thing is and on nothing else, so that it is the same on every host, in every form and for ever:
    /// a UUID of version 8 (RFC 9562) made of the SHA-256 of the identity.
    /// </summary>
    public static string Urn(string identity)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("legal-status\n" + identity))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }

    public static string IdentityOf(ChangesFilter filter) => $"feed|{string.Join('|', filter.Named.Select(each => $"{each.Name}={each.Value}"))}";

    public static string TitleOf(ChangesFilter filter) => filter.Kind switch
    {
        ChangeTerms.Law => "Changes of law",
        ChangeTerms.Record => "Changes of the record",
        _ => "Changes of law and of the record",
    } + string.Concat(filter.Named.Where(each => each.Name != "kind").Select(each => $", {each.Value}"));

    /// <summary>Of which kind and what it is, where, and of which substance: the list, its word, and its name.</summary>
    public static IEnumerable<(string Scheme, string Term, string Label)> CategoriesOf(Happening happening)
    {
        yield return ($"/v1/vocabulary/{ChangeTerms.Kinds.Name}", happening.Kind, happening.Kind == ChangeTerms.Law ? "Change of law" : "Change of the record");
        yield return ($"/v1/vocabulary/{ChangeTerms.Changes.Name}", happening.Change, happening.Change.Replace('_', ' '));
        if (happening.Place is { } place)
        {
            yield return ("/v1/jurisdictions", place.Code, place.Name);
        }

        if (happening is { Substance: { } substance, Subject: { } subject })
        {
            yield return ("/v1/substances", substance, subject);
        }
    }

    /// <summary>All that a reader without the service's own form needs, as plain text.</summary>
    public static string TextOf(Happening happening)
    {
        var lines = new List<string> { happening.Say };
        if (happening is { IsLaw: true, Record: { } record } && !happening.IsRetraction)
        {
            lines.AddRange(record.Citations.Select(citation =>
                $"{citation.Role}: {citation.Title}{(citation.OfficialCitation is null ? "" : $" ({citation.OfficialCitation})")}{(citation.Pinpoint is null ? "" : $", {citation.Pinpoint}")}"));
        }
        else
        {
            lines.Add($"Why: {happening.Reason}");
        }

        lines.Add("Information, not legal or medical advice.");
        return string.Join('\n', lines);
    }
}
