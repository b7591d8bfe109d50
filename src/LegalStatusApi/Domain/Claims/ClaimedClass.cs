namespace LegalStatusApi.Domain.Claims;

/// <summary>A class or list by its name, such as <c>Class B</c> or <c>Schedule I</c>: compared with what the law's own list is called.</summary>
public sealed class ClaimedClass : IClaimed
{
    private const int MostParts = 8;
    private readonly string[] _parts;

    // Words by which laws call their lists; what follows them, or stands before them, is the number.
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "schedule", "class", "category", "group", "list", "table", "part", "appendix", "annex", "annexe", "anexo", "anhang", "anlage", "bilaga",
        "lijst", "liste", "lista", "listado", "liite", "tabela", "tabella", "tabelul", "tableau", "grupa", "grupo", "gruppo", "skupina",
        "skupiny", "seznam", "spisak", "popis", "verzeichnis", "clasificación", "golongan", "nimekiri", "saraksts", "sąrašas", "jegyzék",
        "список", "списък", "таблиця", "πίνακας", "mục",
    };

    private static readonly HashSet<string> Trailing = new(StringComparer.Ordinal) { "drug", "drugs", "substance", "narcotic", "controlled" };
    private static readonly string[] Romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    private ClaimedClass(string text) => (Text, _parts) = (text, PartsOf(text));

    public string Name => "class";

    /// <summary>The class as it was claimed.</summary>
    public string Text { get; }

    public bool OfEveryLevel => false;

    /// <summary>A class where the text is called as classes are, or as one that is on record there.</summary>
    /// <param name="text">What is claimed.</param>
    /// <param name="recorded">Every class on record in the place, whatever the date.</param>
    public static ClaimedClass? Find(string text, IEnumerable<string> recorded)
    {
        var claimed = new ClaimedClass(text.Trim());
        return claimed._parts.Length is > 1 and <= MostParts && claimed._parts.Any(Kinds.Contains)
            || recorded.SelectMany(LabelsOf).Any(label => claimed._parts.SequenceEqual(PartsOf(label))) ? claimed : null;
    }

    /// <inheritdoc/>
    /// <remarks>"Schedule 4" is true of "Schedule 4 Part I"; whether "Schedule 4 Part I" is true of "Schedule 4" is not on record.</remarks>
    public string? Judge(Classification record, string? activity)
    {
        if (record.Schedule is null)
        {
            return record.Status is StatusTerm.PrescriptionOnly or StatusTerm.Uncontrolled ? VerdictTerm.Contradicted : null;
        }

        var labels = LabelsOf(record.Schedule).Select(PartsOf).ToList();
        return labels.Exists(label => label.Take(_parts.Length).SequenceEqual(_parts)) ? VerdictTerm.Supported
            : labels.Exists(label => _parts.Take(label.Length).SequenceEqual(label)) ? VerdictTerm.CannotSay
            : VerdictTerm.Contradicted;
    }

    private static string[] LabelsOf(string schedule) => schedule.Split("; ");

    // Without regard to case, punctuation and whether a number is Roman: the press writes "Schedule 1" of Schedule I.
    private static string[] PartsOf(string label)
    {
        var parts = new string([.. label.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => Array.IndexOf(Romans, part) is >= 0 and var index ? $"{index + 1}" : part)
            .ToList();
        while (parts.Count > 2 && Trailing.Contains(parts[^1]))
        {
            parts.RemoveAt(parts.Count - 1);
        }

        return [.. parts];
    }
}
