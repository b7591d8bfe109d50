using System.Globalization;
using System.Text.RegularExpressions;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Dataset.Reading;

// The kinds of values a field may have. A required one that cannot be read becomes "" or 0 and is on the list of
// mistakes.
internal sealed partial class Fields
{
    public string? OptionalText(string name) => Value(name) is { } value ? TextOf(name, value)?.Value : null;

    public string Text(string name)
    {
        var text = OptionalText(name);
        return Required(name, text) ? text! : "";
    }

    public string? Date(string name) => Checked(name, MistakeInDate);

    public string? Day(string name) => Checked(name, text => MistakeInDate(text)
        ?? (text.Length == 10 ? null : $"'{text}' is not a full day such as 2019-05-07."));

    public int? OptionalInteger(string name) =>
        Checked(name, text =>
            text.Length < 9 && text.All(char.IsAsciiDigit) ? null : $"'{text}' is not a whole number.")
            is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public int Integer(string name)
    {
        var number = OptionalInteger(name);
        return Required(name, number) ? number!.Value : 0;
    }

    /// <summary>An amount above nothing. 5.0 and 5 are the same amount and become 5.</summary>
    public decimal Amount(string name)
    {
        var text = Checked(name, text => Decimal().IsMatch(text) && text.Any(digit => digit is >= '1' and <= '9')
            ? null
            : $"'{text}' is not an amount above 0, such as 5 or 0.5.");
        return Required(name, text)
            ? decimal.Parse(text!, CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m : 0;
    }

    public bool Flag(string name)
    {
        var text = Checked(name, text => text is "true" or "false" ? null : $"'{text}' is neither true nor false.");
        return Required(name, text) && text == "true";
    }

    public string? OptionalWord(string name, TermList list) =>
        Value(name) is { } value ? WordOf(name, value, list) : null;

    public string Word(string name, TermList list)
    {
        var word = OptionalWord(name, list);
        return Required(name, word) ? word! : "";
    }

    public IReadOnlyList<string>? Texts(string name) =>
        OnceEach(name, Items(name).Select(item => TextOf(name, item)));

    public IReadOnlyList<string>? Words(string name, TermList list) =>
        OnceEach(name, Items(name).Where(item => WordOf(name, item, list) is not null).OfType<YamlText>());

    private List<string>? OnceEach(string name, IEnumerable<YamlText?> items)
    {
        var texts = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items.OfType<YamlText>())
        {
            if (!seen.Add(item.Value))
            {
                SayAt(name, item, $"'{item.Value}' is in this list twice.");
            }

            texts.Add(item.Value);
        }

        return texts.Count == 0 ? null : texts;
    }

    private YamlText? TextOf(string name, YamlNode node)
    {
        if (node is not YamlText)
        {
            SayAt(name, node, "A single value is expected here.");
        }

        return node as YamlText;
    }

    private string? WordOf(string name, YamlNode node, TermList list)
    {
        if (TextOf(name, node) is not { Value: var word })
        {
            return null;
        }

        if (list.Has(word))
        {
            return word;
        }

        var terms = list.Terms.Select(term => term.Value).ToList();
        var near = NearMiss.Of(word, terms);
        SayAt(name, node,
            $"'{word}' is no word for {name}.{(near.Length > 0 ? near : $" One of: {string.Join(", ", terms)}.")}");
        return null;
    }

    private string? Checked(string name, Func<string, string?> mistakeIn)
    {
        if (OptionalText(name) is not { } text)
        {
            return null;
        }

        if (mistakeIn(text) is not { } mistake)
        {
            return text;
        }

        Say(name, mistake);
        return null;
    }

    private static string? MistakeInDate(string text)
    {
        if (PartialDate.TryParse(text, out _))
        {
            return null;
        }

        return !DateShape().IsMatch(text) ? $"'{text}' is not a date such as 1971, 2019-05 or 2019-05-07."
            : string.CompareOrdinal(text, 0, "1800", 0, 4) < 0 || string.CompareOrdinal(text, 0, "2199", 0, 4) > 0
                ? $"'{text}' is outside the years 1800 to 2199."
                : $"'{text}' is not in the calendar.";
    }

    [GeneratedRegex(@"^[0-9]{4}(-[0-9]{2}){0,2}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex DateShape();

    [GeneratedRegex(@"^[0-9]{1,12}(\.[0-9]{1,12})?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Decimal();
}
