namespace LegalStatusApi.Domain;

/// <summary>The law of a place changed between a day and today.</summary>
/// <param name="Since">When the answer became another for the first time, as precisely as the record says.</param>
/// <param name="Differences">What today's answer says otherwise.</param>
/// <param name="Record">The record that holds today.</param>
/// <param name="Instruments">What made that first change; none where a period only ended.</param>
public sealed record LawChange(PartialDate Since, IReadOnlyList<FieldChange> Differences, Classification Record, IReadOnlyList<Citation> Instruments)
{
    private sealed record Moment(PartialDate Date, IReadOnlyList<Citation> Instruments);

    /// <summary>Null where both days say the same, where one of them is not known, where today's is only a lead, or where no law began or ended.</summary>
    /// <remarks>That somebody saw a law in force on a day changes no law.</remarks>
    public static LawChange? Between(Stack stack, Form? form, DateOnly on, DateOnly today)
    {
        var then = StatusAnswer.Of(stack, form, on, isFuture: false);
        var now = StatusAnswer.Of(stack, form, today, isFuture: false);
        if (then.Headline.Status == StatusTerm.Unknown || now.Headline.Record is not { IsLead: false } record || Printed.LawBetween(then, now) is not { Count: > 0 } differences)
        {
            return null;
        }

        var levels = then.Layers.Concat(now.Layers).Where(layer => layer.Applies).Select(layer => layer.Place.Code).ToHashSet(StringComparer.Ordinal);
        var first = levels.SelectMany(code => MomentsOf(stack, code, form))
            .Concat(stack.Links.SelectMany(link => new[] { link.From, link.To }).OfType<PartialDate>().Select(date => new Moment(date, [])))
            .Where(moment => moment.Date.Last > on && moment.Date.Last <= today)
            .OrderBy(moment => moment.Date.Last)
            .FirstOrDefault(moment => Printed.LawBetween(then, StatusAnswer.Of(stack, form, moment.Date.Last, isFuture: false)).Count > 0);
        return first is null ? null : new LawChange(first.Date, differences, record, first.Instruments);
    }

    // Beginnings before ends, since the end of one period is told by what began; of a form, also what it shares with the substance.
    private static IEnumerable<Moment> MomentsOf(Stack stack, string code, Form? form)
    {
        var steps = new[] { form, null }.Take(form is { FallsBack: true } ? 2 : 1)
            .SelectMany(each => History.StepsOf(stack, code, each))
            .Where(step => !step.Record.IsLead)
            .ToList();
        var begun = steps.Where(step => step.Record.From is not null && step.Change is not { Fields: [] })
            .Select(step => new Moment(step.Record.From!.Value, step.Change?.Instruments ?? Change.InstrumentsOf(step.Record)));
        return begun.Concat(steps.Select(step => step.Record.To).OfType<PartialDate>().Select(date => new Moment(date, [])));
    }
}
