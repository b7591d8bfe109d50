using LegalStatusApi.Domain;

namespace LegalStatusApi.Dataset.Reading;

/// <summary>jurisdictions/CODE.yaml: one place and all that is on record of it.</summary>
internal static class PlaceFile
{
    // The name of the file is what other files know the place by, so its rows carry that code even where the text
    // differs.
    public static void Read(Fields root, string code, Draft draft)
    {
        draft.CodesOfFiles.Add(code);
        var written = root.Text("code");
        if (written.Length > 0 && written != code)
        {
            root.Say("code", $"The file is named {code}.yaml, but the code in it is '{written}'.");
        }

        var place = new JurisdictionRow(code, root.Word("type", Vocabulary.JurisdictionType), root.Text("name"),
            root.Texts("aliases"));
        draft.Places.Add(new(place, root));
        foreach (var parent in root.Each("parents"))
        {
            draft.Parents.Add(new(new ParentRow(code, parent.Text("code"), parent.Word("law", Vocabulary.ParentLaw),
                parent.Date("from"), parent.Date("to")), parent));
            parent.RefuseOthers();
        }

        foreach (var participation in root.Each("participation"))
        {
            ReadParticipation(participation, code, draft);
        }

        RecordsOfPlace.Read(root, code, draft);
        root.RefuseOthers();
    }

    private static void ReadParticipation(Fields at, string code, Draft draft)
    {
        var treaty = at.Text("treaty");
        var party = at.Flag("party");
        var from = at.Date("from");
        var to = at.Date("to");
        var citation = at.Mapping("citation");
        if (citation is null && at.AreSound("citation"))
        {
            at.Say("citation", "A participation needs its source.");
        }

        draft.Participations.Add(new(new ParticipationRow(code, treaty, party, from, to, citation?.Text("source") ?? "",
            citation?.Integer("version") ?? 0, citation?.OptionalText("pinpoint")), at));
        citation?.RefuseOthers();
        at.RefuseOthers();
    }
}
