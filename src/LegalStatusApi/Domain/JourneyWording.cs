using System.Globalization;

namespace LegalStatusApi.Domain;

/// <summary>What is safe to print of a journey: templates over both answers.</summary>
public static class JourneyWording
{
    private static readonly string[] OnTheWay = ["importExport", "possession"];

    public static IReadOnlyList<string> Of(Journey journey)
    {
        var (from, to) = (Name(journey.From), Name(journey.To));
        List<string> sentences =
        [
            $"{journey.From.Place.Name}: {Wording.Of(journey.From).Say}",
            $"{journey.To.Place.Name}: {Wording.Of(journey.To).Say}",
            $"A prescription, a licence, an exemption or a status does not travel: what counts in {from} does not count in {to} unless a source says so, and nothing here says so.",
        ];
        sentences.AddRange(new[] { journey.From, journey.To }.SelectMany(end => OnTheWay.Select(activity => IsUnknown(end, activity) ? Unknown(end, activity) : Known(end, activity))));
        sentences.AddRange(journey.Shared.Select(layer =>
            $"The law of {Wording.InSentence(layer.Place.Name)} applies at both ends, and on the way between them as far as that lies within it: {Said(layer)}."));
        if (journey.Shared.Any(layer => layer.Place.Type == "country"))
        {
            sentences.Add("Import and export are about the border of the country, which such a journey need not cross.");
        }

        sentences.Add("Places passed through on the way are not considered: the law of each applies there.");
        return sentences;
    }

    private static bool IsUnknown(StatusAnswer end, string activity) => Journey.Strictest(Journey.Of(end, activity), activity) == StatusTerm.Unknown;

    private static string Known(StatusAnswer end, string activity)
    {
        var said = Journey.Of(end, activity).Where(each => each.Record.MayBeRelied).ToList();
        return $"On record of {Wording.Words(activity)} in {Name(end)} on {Day(end)}: {string.Join("; ", said.Select(each => Said(each.Layer, each.Record.Activities[activity])))}."
            + (said.Count > 1 ? " Each of them applies there." : "");
    }

    private static string Unknown(StatusAnswer end, string activity) =>
        $"What the law of {Name(end)} says of {Wording.Words(activity)} on {Day(end)} is not known here"
        + (Journey.Of(end, activity).Count > 0 ? " but for leads that were not checked in the law itself" : "")
        + ". This does not mean that it is lawful.";

    private static string Said(Layer layer, string word) =>
        $"{Wording.Plain(word)} by the law of {Wording.InSentence(layer.Place.Name)}{(layer.Said!.IsLead ? ", not checked in the law itself" : "")}";

    private static string Day(StatusAnswer end) => end.On.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Said(Layer layer) => layer.Said is not { } record ? "what it says is not on record"
        : $"{Wording.Plain(record.Status)}{(record.Schedule is null ? "" : $" ({record.Schedule})")}{(record.IsLead ? ", not checked in the law itself" : "")}";

    private static string Name(StatusAnswer end) => Wording.InSentence(end.Place.Name);
}
