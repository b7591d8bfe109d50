namespace LegalStatusApi.Domain;

/// <summary>How a place classifies a substance or form on a day: headline, layers, conflicts.</summary>
/// <param name="IsFuture">The day lies after today, so that the law may still change before it.</param>
public sealed record StatusAnswer(
    Stack Stack,
    Form? Form,
    DateOnly On,
    bool IsFuture,
    Headline Headline,
    IReadOnlyList<Layer> Layers,
    IReadOnlyList<Conflict> Conflicts,
    IReadOnlyList<PendingLaw> Pending)
{
    public Place Place => Layers[0].Place;

    /// <summary>The answer of a stack for a day.</summary>
    /// <param name="stack">What one revision says.</param>
    /// <param name="form">The form asked for, or null for the substance itself.</param>
    /// <param name="on">The law day.</param>
    /// <param name="isFuture">The day lies after today, so that the law may still change before it.</param>
    public static StatusAnswer Of(Stack stack, Form? form, DateOnly on, bool isFuture)
    {
        var law = new LawOnDay(stack, on);
        var layers = law.LayersOf(form);
        var pending = stack.Pending.Where(each => each.Form is null || form is null || each.Form == form.Slug).ToList();
        var headline = Headline.Of(layers) with { Strictest = Strictest(layers) };
        var answer = new StatusAnswer(stack, form, on, isFuture, headline, layers, Conflict.Between(headline, layers), pending);
        return answer with
        {
            Headline = headline with
            {
                Certainty = CertaintyOf(headline, layers, pending, on, isFuture),
                DifferingForms = form is null ? DifferingForms(law, stack.Substance, headline) : [],
            },
        };
    }

    private static string CertaintyOf(
        Headline headline, IReadOnlyList<Layer> layers, List<PendingLaw> pending, DateOnly on, bool isFuture)
    {
        if (headline.Certainty != CertaintyTerm.Certain)
        {
            return headline.Certainty;
        }

        if (isFuture)
        {
            return CertaintyTerm.Projected;
        }

        // A change was due and no outcome is on record: what the record says may be out of date.
        var binding = layers.Where(layer => layer.Applies).Select(layer => layer.Place.Code).ToHashSet(StringComparer.Ordinal);
        return pending.Exists(law => binding.Contains(law.Jurisdiction) && law.ExpectedOn?.Last < on)
            ? CertaintyTerm.Unsettled
            : CertaintyTerm.Certain;
    }

    // Where a level that makes its own law is not on record, a free level is not the strictest: nobody knows which is.
    private static Layer? Strictest(IReadOnlyList<Layer> layers)
    {
        var strictest = layers
            .Where(layer => layer.Applies && layer.Said is { MayBeRelied: true } record && Strictness.RankOfStatus(record.Status) is not null)
            // What bars businesses alone must not hide what a level above prohibits altogether by the same word.
            .MinBy(layer => (Strictness.RankOfStatus(layer.Said!.Status), layer.Said.BarsBusinessesAlone));
        return strictest is not null && Strictness.IsFreerThanPrescriptionOnly(strictest.Said!.Status)
            && layers.Any(layer => layer is { Applies: true, MakesItsOwnLaw: true, Said: null })
                ? null
                : strictest;
    }

    // A form differs when some level speaks of that form and the answer for it is another than the answer for the substance.
    private static List<Form> DifferingForms(LawOnDay law, Substance substance, Headline headline) =>
        [.. substance.Forms.Where(form => law.HasRecordsOf(form)).Where(form =>
        {
            var ofForm = Headline.Of(law.LayersOf(form));
            return ofForm.Layer is { FromSubstance: false, Finding.Speaks: true }
                && (ofForm.Status != headline.Status || ofForm.Record?.Schedule != headline.Record?.Schedule);
        })];
}
