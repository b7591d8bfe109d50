using System.Text.RegularExpressions;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Explorer.Parts;

/// <summary>What the members of records are called where people read them.</summary>
public static partial class FieldNames
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["from"] = "In force from", ["to"] = "No longer in force from", ["attestedFrom"] = "Shown in force by", ["schedule"] = "Class or list, as the law names it",
        ["medicalAccess"] = "Medical route", ["verifiedOn"] = "Checked on", ["reviewDue"] = "To be checked again by", ["disputed"] = "Where sources disagree",
        ["toCheck"] = "What remains to be checked", ["frozenOn"] = "List frozen on", ["class"] = "Class that this source gives", ["pinpoint"] = "Place in the source",
        ["archiveUrl"] = "Archived at", ["url"] = "Address", ["publishedOn"] = "Published on", ["retrievedOn"] = "Retrieved on", ["sha256"] = "SHA-256 of the file",
        ["read"] = "It was read", ["minimumAge"] = "Minimum age", ["change.kind"] = "Kind of change", ["change.reason"] = "Why", ["inn"] = "International name",
        ["source_version"] = "Version of a source", ["pending_law"] = "Pending law", ["jurisdiction_parent"] = "Place above", ["isParty"] = "Party",
        ["below"] = "Below the amount", ["above"] = "Above the amount", ["how"] = "What settled it", ["hash"] = "What you saw",
    };

    /// <summary><c>citations[0].pinpoint</c> is "Citation 1: place in the source".</summary>
    public static string Of(string field)
    {
        if (Known.TryGetValue(field, out var name))
        {
            return name;
        }

        if (Item().Match(field) is { Success: true } item)
        {
            var list = Words(item.Groups["list"].Value).TrimEnd('s');
            var own = item.Groups["own"].Value is { Length: > 0 } member ? $": {Wording.Lower(Of(member))}" : "";
            return $"{list} {int.Parse(item.Groups["index"].Value) + 1}{own}";
        }

        return field.Split('.', 2) is [var group, var inner] ? $"{Words(group)}: {Wording.Lower(Of(inner))}" : Words(field);
    }

    private static string Words(string field) =>
        Hump().Replace(Wording.Plain(Wording.Words(field)), hump => $" {hump.Value.ToLowerInvariant()}") is { Length: > 0 } words
            ? char.ToUpperInvariant(words[0]) + words[1..]
            : field;

    [GeneratedRegex("(?<=[a-z])[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Hump();

    [GeneratedRegex(@"\A(?<list>[A-Za-z]+)\[(?<index>\d{1,3})\](\.(?<own>.+))?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Item();
}

/// <summary>The id of a field on a page.</summary>
public static class FieldId
{
    public static string Of(string field) => "f-" + string.Concat(field.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
}
