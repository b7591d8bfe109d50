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
    public static Headline Of(Stack stack, IReadOnlyList<Layer> layers, Form? form)
    {
        var binding = layers.Where(layer => layer.Applies).ToList();
        foreach (var layer in binding)
        {
            if (layer.Finding.Speaks || layer.Finding.Reason == ReasonTerm.FormNotRecorded)
            {
                return From(layer, inherited: layer != layers[0]);
            }
        }

        // Nobody speaks: the most local level that knows more than "not researched" says why.
        var silent = binding.Find(layer => layer.Finding.Reason != ReasonTerm.NotResearched) ?? binding[0];
        var reason = silent.Finding.Reason == ReasonTerm.NotResearched && binding.Exists(layer => layer.Leads.Count > 0)
            ? ReasonTerm.LeadOnly
            : silent.Finding.Reason;
        return new Headline(StatusTerm.Unknown, CertaintyTerm.Unknown, silent, null, reason, silent != layers[0]);
    }

    private static Headline From(Layer layer, bool inherited)
    {
        var finding = layer.Finding;
        if (finding.Record is not { } record)
        {
            // Where both candidates say the same word, the word is known though the day of change is not.
            var statuses = finding.Candidates.Select(candidate => candidate.Status).Distinct(StringComparer.Ordinal).ToList();
            var agreed = finding is { Certainty: CertaintyTerm.Either, Candidates.Count: > 1 } && statuses.Count == 1
                && finding.Candidates.All(candidate => candidate.MayBeRelied);
            return new Headline(agreed ? statuses[0] : StatusTerm.Unknown, finding.Certainty, layer, null, finding.Reason, inherited);
        }

        return record.MayBeRelied
            ? new Headline(record.Status, CertaintyTerm.Certain, layer, record, null, inherited)
            : new Headline(StatusTerm.Unknown, CertaintyTerm.Unknown, layer, null, ReasonTerm.LeadOnly, inherited);
    }
}
