using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Auditing;

/// <summary>Each listed pair is on record, or is said to have been looked for and not found; and the list names what exists.</summary>
internal static class ListedPairs
{
    public static void Find(Draft draft, CoverageList coverage, List<Mistake> gaps)
    {
        var list = coverage.For(gaps);
        var substances = draft.Substances.Select(each => each.Row.Slug).ToList();
        RefuseUnknownNames(draft, list, substances);
        var recorded = draft.Classifications.Select(each => (each.Row.Jurisdiction, each.Row.Substance)).ToHashSet();
        var absent = list.Absences.SelectMany(each => each.Substances.Select(slug => (each.Place, slug))).ToHashSet();
        foreach (var (place, at) in draft.Places)
        {
            var silent = substances.Where(slug => list.Lists(place, slug)
                && !recorded.Contains((place.Code, slug)) && !absent.Contains((place.Code, slug))).ToList();
            if (silent.Count > 0)
            {
                at.For(gaps).Say("classifications",
                    $"Nothing is on record of {string.Join(", ", silent)}, and {CoverageList.FileName} does not say that it was looked for.");
            }
        }

        foreach (var absence in list.Absences)
        {
            var found = absence.Substances.Where(slug => recorded.Contains((absence.Place, slug))).ToList();
            if (found.Count > 0)
            {
                absence.At.Say("substances", $"{absence.Place} has records of {string.Join(", ", found)}.");
            }
        }
    }

    private static void RefuseUnknownNames(Draft draft, CoverageList list, List<string> substances)
    {
        var places = draft.Places.Select(each => each.Row.Code).ToHashSet(StringComparer.Ordinal);
        Refuse(list.At, "mostAsked", list.MostAsked, places);
        Refuse(list.At, "inherits", list.Inherits, places);
        Refuse(list.At, "unlisted", list.Unlisted, places);
        foreach (var only in list.Exceptions)
        {
            Refuse(only.At, "places", only.Places, places);
            Refuse(only.At, "substance", [only.Substance], substances);
        }

        foreach (var absence in list.Absences)
        {
            Refuse(absence.At, "place", [absence.Place], places);
            Refuse(absence.At, "substances", absence.Substances, substances);
        }

        var heirs = draft.Parents.Where(each => each.Row is { Law: "applies", To: null }).Select(each => each.Row.Jurisdiction)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var code in list.Inherits.Where(code => places.Contains(code) && !heirs.Contains(code)))
        {
            list.At.Say("inherits", $"No parent's law applies in {code}.");
        }
    }

    private static void Refuse(Fields at, string field, IEnumerable<string> named, IReadOnlyCollection<string> known)
    {
        foreach (var name in named.Where(name => !known.Contains(name, StringComparer.Ordinal)))
        {
            at.Say(field, $"There is no '{name}' in the data set.{NearMiss.Of(name, known)}");
        }
    }
}
