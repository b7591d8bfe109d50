using System.Globalization;
using System.Text;

namespace LegalStatusApi.Features.Records.Citing;

/// <summary>Works as BibTeX entries. None of its types is a law, so each is a @misc that says what it is.</summary>
public static class BibTex
{
    public static string Of(IEnumerable<Work> works) => string.Join("\n", works.Select(EntryOf));

    private static string EntryOf(Work work)
    {
        var entry = new StringBuilder().Append(CultureInfo.InvariantCulture, $"@misc{{{work.Id},\n");
        // Twice in braces: capitals of a title stay as they are, and a publisher is one name.
        Add(entry, "title", work.Title, isKept: true);
        Add(entry, "author", work.Publisher, isKept: true);
        Add(entry, "year", work.Issued?.Year.ToString("D4", CultureInfo.InvariantCulture));
        Add(entry, "month", work.Issued?.Month?.ToString(CultureInfo.InvariantCulture));
        Add(entry, "day", work.Issued?.Day?.ToString(CultureInfo.InvariantCulture));
        Add(entry, "howpublished", work.Number);
        Add(entry, "url", work.Url ?? work.ArchiveUrl, isAddress: true);
        Add(entry, "urldate", work.Accessed?.ToString());
        Add(entry, "note", work.Note);
        return entry.Append("}\n").ToString();
    }

    private static void Add(StringBuilder entry, string name, string? value, bool isKept = false, bool isAddress = false)
    {
        if (value is not null)
        {
            var text = isAddress ? value.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal) : Escaped(value);
            entry.Append(CultureInfo.InvariantCulture, $"  {name} = {(isKept ? $"{{{{{text}}}}}" : $"{{{text}}}")},\n");
        }
    }

    // What TeX would take for a command.
    private static string Escaped(string text) => string.Concat(text.Select(letter => letter switch
    {
        '\\' => "\\textbackslash{}",
        '{' or '}' or '$' or '&' or '#' or '_' or '%' => $"\\{letter}",
        '~' => "\\textasciitilde{}",
        '^' => "\\textasciicircum{}",
        _ => $"{letter}",
    }));
}
