namespace LegalStatusApi.Dataset.Writing;

/// <summary>The text of jurisdictions/CODE.yaml.</summary>
internal static class PlaceText
{
    public static string Of(JurisdictionRow place, RowsToWrite rows) => YamlPage.Of(page =>
    {
        page.Text("code", place.Code);
        page.Text("type", place.Type);
        page.Text("name", place.Name);
        page.Texts("aliases", place.Aliases);
        page.Each("parents", rows.Parents[place.Code], parent =>
        {
            page.Text("code", parent.Parent);
            page.Text("law", parent.Law);
            page.Value("from", parent.From);
            page.Value("to", parent.To);
        });
        page.Each("participation", rows.Participations[place.Code], participation =>
            Participation(page, participation));
        page.Each("classifications", rows.Classifications[place.Code], row =>
            ClassificationText.Write(page, row, rows.Citations));
        page.Each("leads", rows.Leads[place.Code], lead =>
        {
            page.Text("key", LocalKey(lead.Key));
            page.Text("substance", lead.Substance);
            page.Text("form", lead.Form);
            page.Text("summary", lead.Summary);
            page.Text("toCheck", lead.ToCheck);
            CitationsText.Write(page, rows.Citations[lead.Id]);
        });
        page.Each("pending", rows.PendingLaw[place.Code], pending => PendingLaw(page, pending, rows));
    });

    public static string LocalKey(string key) => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static void Participation(YamlPage page, ParticipationRow participation)
    {
        page.Text("treaty", participation.Treaty);
        page.Value("party", participation.Party);
        page.Value("from", participation.From);
        page.Value("to", participation.To);
        // Braces, the three names and their colons and commas take 34 columns beside the values.
        var pinpoint = participation.Pinpoint is { } text ? YamlPage.LengthOf(text) : 0;
        page.Small("citation", 34 + participation.Source.Length + pinpoint, () =>
        {
            page.Text("source", participation.Source);
            page.Value("version", participation.Version);
            page.Text("pinpoint", participation.Pinpoint);
        });
    }

    private static void PendingLaw(YamlPage page, PendingLawRow pending, RowsToWrite rows)
    {
        page.Text("key", LocalKey(pending.Key));
        page.Text("substance", pending.Substance);
        page.Text("form", pending.Form);
        page.Text("kind", pending.Kind);
        page.Text("title", pending.Title);
        page.Value("expectedOn", pending.ExpectedOn);
        page.Text("outcome", pending.Outcome);
        page.Text("summary", pending.Summary);
        CitationsText.Write(page, rows.Citations[pending.Id]);
    }
}
