using System.Globalization;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Dataset;

/// <summary>
/// The order of records in the file of a place: by substance, the substance before its forms, oldest first, then by the
/// number in the key.
/// </summary>
internal sealed class RecordOrder
{
    private readonly Dictionary<(string Substance, string? Form), int> _ranks = [];

    public RecordOrder(IEnumerable<SubstanceRow> substances, IEnumerable<FormRow> forms)
    {
        var formsOf = forms.ToLookup(form => form.Substance, StringComparer.Ordinal);
        foreach (var substance in substances.OrderBy(substance => substance.Ordinal))
        {
            _ranks.TryAdd((substance.Slug, null), _ranks.Count);
            foreach (var form in formsOf[substance.Slug].OrderBy(form => form.Ordinal))
            {
                _ranks.TryAdd((substance.Slug, form.Slug), _ranks.Count);
            }
        }
    }

    public Rank Of(string key, string substance, string? form, string? from = null, string? to = null) =>
        new(_ranks.GetValueOrDefault((substance, form), int.MaxValue), DaysOf(from, DateOnly.MinValue),
            DaysOf(to, DateOnly.MaxValue), NumberOf(key), key);

    private static (DateOnly First, DateOnly Last) DaysOf(string? date, DateOnly absent) =>
        PartialDate.TryParse(date, out var parsed) ? (parsed.First, parsed.Last) : (absent, absent);

    private static int NumberOf(string key) =>
        int.TryParse(key[(key.LastIndexOf('-') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : int.MaxValue;
}

/// <summary>Where a record stands among the others of its place.</summary>
internal readonly record struct Rank(
    int Subject, (DateOnly First, DateOnly Last) From, (DateOnly First, DateOnly Last) To, int Number, string Key)
    : IComparable<Rank>
{
    public int CompareTo(Rank other)
    {
        var order = (Subject, From, To, Number).CompareTo((other.Subject, other.From, other.To, other.Number));
        return order != 0 ? order : string.CompareOrdinal(Key, other.Key);
    }

    public static bool operator <(Rank one, Rank other) => one.CompareTo(other) < 0;

    public static bool operator >(Rank one, Rank other) => one.CompareTo(other) > 0;

    public static bool operator <=(Rank one, Rank other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Rank one, Rank other) => one.CompareTo(other) >= 0;
}
