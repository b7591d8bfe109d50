namespace LegalStatusApi.Dataset.Writing;

/// <summary>The citations of a classification, a lead or a pending law.</summary>
internal static class CitationsText
{
    public static void Write(YamlPage page, IEnumerable<CitationRow> citations) =>
        page.Each("citations", citations, citation =>
    {
        page.Text("source", citation.Source);
        page.Value("version", citation.Version);
        page.Text("role", citation.Role);
        page.Text("pinpoint", citation.Pinpoint);
        page.Text("class", citation.Class);
        page.Value("frozenOn", citation.FrozenOn);
    });
}
