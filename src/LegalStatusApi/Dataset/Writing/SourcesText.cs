namespace LegalStatusApi.Dataset.Writing;

/// <summary>The text of sources/CODE.yaml or sources/general.yaml.</summary>
internal static class SourcesText
{
    public static string Of(string? code, IEnumerable<SourceRow> sources, RowsToWrite rows) => YamlPage.Of(page =>
    {
        page.Text("jurisdiction", code);
        page.Each("sources", sources, source =>
        {
            page.Text("key", source.Key);
            page.Text("type", source.Type);
            page.Text("title", source.Title);
            page.Text("citation", source.Citation);
            page.Each("versions", rows.Versions[source.Key], version => Version(page, version));
        });
    });

    private static void Version(YamlPage page, SourceVersionRow version)
    {
        page.Value("version", version.Version);
        page.Text("url", version.Url);
        page.Text("archiveUrl", version.ArchiveUrl);
        page.Text("language", version.Language);
        page.Text("publisher", version.Publisher);
        page.Value("publishedOn", version.PublishedOn);
        page.Value("retrievedOn", version.RetrievedOn);
        page.Text("sha256", version.Sha256);
        page.Value("read", version.Read);
    }
}
