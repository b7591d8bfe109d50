using System.Text.RegularExpressions;

namespace LegalStatusApi.Dataset.Reading;

/// <summary>Units are UCUM codes, so that amounts can be compared by machine.</summary>
internal static partial class UnitOfAmount
{
    private static readonly Dictionary<string, string> Misnomers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["u"] = "ug", ["mcg"] = "ug", ["µg"] = "ug", ["μg"] = "ug",
        ["gm"] = "g", ["gr"] = "g", ["gram"] = "g", ["grams"] = "g",
        ["milligram"] = "mg", ["milligrams"] = "mg", ["microgram"] = "ug", ["micrograms"] = "ug", ["kilo"] = "kg",
        ["oz"] = "[oz_av]", ["ounce"] = "[oz_av]", ["ounces"] = "[oz_av]", ["lb"] = "[lb_av]", ["pound"] = "[lb_av]",
        ["tab"] = "{tab}", ["tabs"] = "{tab}", ["dose"] = "{dose}", ["doses"] = "{dose}",
        ["fruiting_body"] = "{fruiting_body}",
    };

    public static string Read(Fields at, string name)
    {
        var unit = at.Text(name);
        if (Misnomers.TryGetValue(unit, out var meant))
        {
            at.Say(name, $"'{unit}' is not a UCUM unit: write '{meant}'.");
        }
        else if (unit.Length > 0 && !Shape().IsMatch(unit))
        {
            at.Say(name, $"'{unit}' is not a UCUM unit such as g, mg, ug, [oz_av] or {{tab}}.");
        }

        return unit;
    }

    [GeneratedRegex(@"^(\{[a-z_]+\}|\[[a-z_]+\]|[A-Za-z]{1,4})([./](\{[a-z_]+\}|\[[a-z_]+\]|[A-Za-z]{1,4}))*\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
