namespace LegalStatusApi.Domain;

/// <summary>The one-line answer: the most local level whose law applies and that speaks.</summary>
/// <param name="Status">A term of the vocabulary; unknown with a <paramref name="Reason"/>.</param>
/// <param name="Certainty">How sure the date is.</param>
/// <param name="Layer">The level it comes from; null where none speaks.</param>
/// <param name="Record">The record that answers; null where the status is unknown.</param>
/// <param name="Reason">Why the status is unknown.</param>
/// <param name="Inherited">It comes from a level above the place asked about.</param>
/// <param name="Strictest">The strictest level that binds people there.</param>
/// <param name="DifferingForms">Forms whose answer is another.</param>
public sealed record Headline(
    string Status,
    string Certainty,
    Layer? Layer,
    Classification? Record,
    string? Reason,
    bool Inherited,
    Layer? Strictest = null,
    IReadOnlyList<Form>? DifferingForms = null)
{
    /// <summary>How well what it says was checked: its record, or the least checked of those that agree.</summary>
    public string? Verification => Said?.Verification;

    /// <summary>The record that heads the answer, or one that stands for several that agree; null where the status is unknown.</summary>
    public Classification? Said => Record ?? (Status == StatusTerm.Unknown ? null : Layer?.Finding.Agreed);

    public static Headline Of(IReadOnlyList<Layer> layers)
    {
        var binding = layers.Where(layer => layer.Applies).ToList();
        var speaking = binding.Find(layer => layer.Finding.Speaks || layer.Finding.Reason == ReasonTerm.FormNotRecorded);
        if (speaking is not null && !IsFreerThanWhatMayStandBelow(speaking, binding))
        {
            return From(speaking, inherited: speaking != layers[0]);
        }

        // Nobody speaks: the most local level that knows more than "not researched" says why.
        var silent = binding.Find(layer => !layer.Finding.Speaks && layer.Finding.Reason != ReasonTerm.NotResearched) ?? binding[0];
        return new Headline(StatusTerm.Unknown, CertaintyTerm.Unknown, silent, null, silent.Finding.Reason, silent != layers[0]);
    }

    // A state whose own law was not researched may well be stricter than a free federal law: nobody should act on that.
    private static bool IsFreerThanWhatMayStandBelow(Layer speaking, List<Layer> binding) =>
        speaking.Finding.Record is { } record && Strictness.IsFreerThanPrescriptionOnly(record.Status)
            && binding.TakeWhile(layer => layer != speaking).Any(layer => layer.MakesItsOwnLaw);

    private static Headline From(Layer layer, bool inherited)
    {
        var finding = layer.Finding;
        if (finding.Record is not { } record)
        {
            return new Headline(finding.Agreed?.Status ?? StatusTerm.Unknown, finding.Certainty, layer, null, finding.Reason, inherited);
        }

        return record.MayBeRelied
            ? new Headline(record.Status, CertaintyTerm.Certain, layer, record, null, inherited)
            : new Headline(StatusTerm.Unknown, CertaintyTerm.Unknown, layer, null, ReasonTerm.LeadOnly, inherited);
    }
}
