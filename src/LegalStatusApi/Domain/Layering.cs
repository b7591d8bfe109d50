namespace LegalStatusApi.Domain;

/// <summary>One level of the stack on one day.</summary>
/// <param name="Place">The level.</param>
/// <param name="Applies">Its law is law in the place asked about.</param>
/// <param name="Finding">What it says of the substance, or of the form asked for.</param>
/// <param name="FromSubstance">A form was asked for, and what the level says of the substance counts for it.</param>
/// <param name="Forms">What it says of each form it speaks of.</param>
/// <param name="Leads">Open questions.</param>
/// <param name="Binding">For the United Nations: whether the treaties bind the place asked about.</param>
public sealed record Layer(
    Place Place,
    bool Applies,
    Finding Finding,
    bool FromSubstance,
    IReadOnlyList<(Form Form, Finding Finding)> Forms,
    IReadOnlyList<Lead> Leads,
    string? Binding);

/// <summary>The law of a place on a day: its own level first, then those above it.</summary>
public static class Layering
{
    public static IReadOnlyList<Layer> LayersOn(this Stack stack, DateOnly day, Form? form)
    {
        var layers = new List<Layer>();
        foreach (var (code, applies) in LevelsOn(stack, day))
        {
            var place = stack.Places.First(place => place.Code == code);
            var (finding, fromSubstance) = FindingOf(stack, code, form, day);
            var forms = stack.Substance.Forms
                .Select(each => (Form: each, Periods: PeriodsOf(stack, code, each.Slug)))
                .Where(each => each.Periods.Count > 0)
                .Select(each => (each.Form, Picking.Pick(each.Periods, day)))
                .ToList();
            var leads = stack.Leads.Where(lead => lead.Jurisdiction == code && (lead.Form is null || form is null || lead.Form == form.Slug)).ToList();
            var binding = place.Type == "international" && code != stack.Jurisdiction ? BindingOn(stack, day) : null;
            layers.Add(new Layer(place, applies, finding, fromSubstance, forms, leads, binding));
        }

        return layers;
    }

    /// <summary>Whether a level's law on the substance is on record at all, whatever the form or the date.</summary>
    public static bool SpeaksOfSubstance(this Stack stack, string code) => PeriodsOf(stack, code, null).Count > 0;

    // Breadth first, so that the most local level comes first and a place reached by two paths comes once, by the shorter;
    // the world comes last, however short the path to it is. Law that applies by any path applies.
    private static List<(string Code, bool Applies)> LevelsOn(Stack stack, DateOnly day)
    {
        var applying = Reach(stack, link => link.HoldsOn(day) && link.Applies && RankOfType(stack, link.Parent) == 0);
        return [.. Reach(stack, link => link.HoldsOn(day))
            .OrderBy(code => RankOfType(stack, code))
            .Select(code => (code, applying.Contains(code, StringComparer.Ordinal)))];
    }

    private static List<string> Reach(Stack stack, Func<ParentLink, bool> isFollowed)
    {
        var codes = new List<string> { stack.Jurisdiction };
        for (var i = 0; i < codes.Count; i++)
        {
            codes.AddRange(stack.Links.Where(link => link.Jurisdiction == codes[i] && isFollowed(link)).Select(link => link.Parent)
                .Distinct(StringComparer.Ordinal).Except(codes, StringComparer.Ordinal).ToList());
        }

        return codes;
    }

    // The world and unions of states are context: they head nobody else's answer, whatever a link says.
    private static int RankOfType(Stack stack, string code) => stack.Places.First(place => place.Code == code).Type switch
    {
        "international" => 2,
        "supranational" => 1,
        _ => 0,
    };

    private static (Finding Finding, bool FromSubstance) FindingOf(Stack stack, string code, Form? form, DateOnly day)
    {
        var substance = Picking.Pick(PeriodsOf(stack, code, null), day);
        if (form is null)
        {
            return (substance, false);
        }

        var own = Picking.Pick(PeriodsOf(stack, code, form.Slug), day);
        if (own.Certainty is CertaintyTerm.Certain or CertaintyTerm.Either)
        {
            return (own, false);
        }

        if (!form.FallsBack)
        {
            return own.Speaks || own.Reason == ReasonTerm.NoRecordForDate || !stack.SpeaksOfSubstance(code)
                ? (own, false)
                : (Finding.Nothing(ReasonTerm.FormNotRecorded), false);
        }

        // A form's candidate with an unknown beginning does not displace what the place certainly says of the substance.
        return substance.Record is not null || (substance.Speaks && !own.Speaks) ? (substance, true)
            : own.Speaks || own.Reason == ReasonTerm.NoRecordForDate ? (own, false)
            : (substance, substance.Reason == ReasonTerm.NoRecordForDate);
    }

    private static List<Classification> PeriodsOf(Stack stack, string code, string? form) =>
        [.. stack.Classifications.Where(record => record.Jurisdiction == code && record.Form == form)];

    // The place's own participation, or that of the nearest place above whose law applies to it.
    private static string BindingOn(Stack stack, DateOnly day) => LevelsOn(stack, day)
        .Where(level => level.Applies)
        .Select(level => stack.Participations.Where(each => each.Jurisdiction == level.Code).Select(each => each.BindingOn(day)).ToList())
        .FirstOrDefault(found => found.Count > 0) is { } bindings
            ? bindings.Contains("yes", StringComparer.Ordinal) ? "yes" : bindings.Contains("unknown", StringComparer.Ordinal) ? "unknown" : "no"
            : "unknown";
}
