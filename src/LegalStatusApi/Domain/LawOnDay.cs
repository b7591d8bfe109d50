namespace LegalStatusApi.Domain;

/// <summary>What a stack says on one day: its levels are found once, and each list of periods is picked from once, for whatever form is asked.</summary>
internal sealed class LawOnDay
{
    private readonly Stack _stack;
    private readonly DateOnly _day;
    private readonly LevelsOnDay _levels;
    private readonly Dictionary<(string Code, string? Form), List<Classification>> _periods = [];
    private readonly Dictionary<(string Code, string? Form), Finding> _findings = [];

    public LawOnDay(Stack stack, DateOnly day)
    {
        (_stack, _day, _levels) = (stack, day, new LevelsOnDay(stack, day));
        foreach (var record in stack.Classifications)
        {
            if (!_periods.TryGetValue((record.Jurisdiction, record.Form), out var periods))
            {
                _periods.Add((record.Jurisdiction, record.Form), periods = []);
            }

            periods.Add(record);
        }
    }

    public IReadOnlyList<Layer> LayersOf(Form? form) => [.. _levels.Select(level => LayerOf(level.Place, level.Applies, form))];

    /// <summary>Whether any level has a record of the form, whatever the date: where none has, its answer is that of the substance.</summary>
    public bool HasRecordsOf(Form form) => _stack.Classifications.Any(record => record.Form == form.Slug);

    private Layer LayerOf(Place place, bool applies, Form? form)
    {
        var (finding, fromSubstance) = FindingOf(place.Code, form);
        var forms = new List<(Form, Finding)>();
        foreach (var each in _stack.Substance.Forms)
        {
            if (_periods.ContainsKey((place.Code, each.Slug)))
            {
                forms.Add((each, Picked(place.Code, each.Slug)));
            }
        }

        var leads = _stack.Leads.Where(lead => lead.Jurisdiction == place.Code && (lead.Form is null || form is null || lead.Form == form.Slug)).ToList();
        var binding = place.Type == "international" && place.Code != _stack.Jurisdiction ? Binding() : null;
        // Nothing is on record, but a question is: that is the honest reason.
        finding = finding.Reason == ReasonTerm.NotResearched && leads.Count > 0 ? Finding.Nothing(ReasonTerm.LeadOnly) : finding;
        return new Layer(place, applies, finding, fromSubstance, forms, leads, binding);
    }

    private (Finding Finding, bool FromSubstance) FindingOf(string code, Form? form)
    {
        var substance = Picked(code, null);
        if (form is null)
        {
            return substance.Reason == ReasonTerm.NotResearched && _stack.Classifications.Any(record => record.Jurisdiction == code)
                ? (Finding.Nothing(ReasonTerm.OnlyFormsRecorded), false)
                : (substance, false);
        }

        var own = Picked(code, form.Slug);
        if (own.Certainty is CertaintyTerm.Certain or CertaintyTerm.Either)
        {
            return (own, false);
        }

        if (!form.FallsBack)
        {
            return own.Speaks || own.Reason == ReasonTerm.NoRecordForDate || !_periods.ContainsKey((code, null))
                ? (own, false)
                : (Finding.Nothing(ReasonTerm.FormNotRecorded), false);
        }

        // A form's candidate with an unknown beginning does not displace what the place certainly says of the substance.
        return substance.Record is not null || (substance.Speaks && !own.Speaks) ? (substance, true)
            : own.Speaks || own.Reason == ReasonTerm.NoRecordForDate ? (own, false)
            : (substance, substance.Reason == ReasonTerm.NoRecordForDate);
    }

    private Finding Picked(string code, string? form)
    {
        if (!_findings.TryGetValue((code, form), out var finding))
        {
            finding = Picking.Pick(_periods.GetValueOrDefault((code, form)) ?? [], _day);
            _findings.Add((code, form), finding);
        }

        return finding;
    }

    // The place's own participation, or that of the nearest place above whose law applies to it.
    private string Binding() => _levels
        .Where(level => level.Applies)
        .Select(level => _stack.Participations.Where(each => each.Jurisdiction == level.Place.Code).Select(each => each.BindingOn(_day)).ToList())
        .FirstOrDefault(found => found.Count > 0) is { } bindings
            ? bindings.Contains("yes", StringComparer.Ordinal) ? "yes" : bindings.Contains("unknown", StringComparer.Ordinal) ? "unknown" : "no"
            : "unknown";
}
