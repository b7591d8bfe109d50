using LegalStatusApi.Dataset.Reading;
using LegalStatusApi.Dataset.Writing;

namespace LegalStatusApi.Dataset;

/// <summary>
/// Writes rows as the one canonical text that <see cref="SeedReader"/> reads back to the same rows: whatever order the
/// rows come in, the same rows give the same bytes.
/// </summary>
public static class SeedWriter
{
    /// <summary>Relative file name to text.</summary>
    /// <exception cref="ArgumentException">A row belongs to nothing that is written, so it would be lost.</exception>
    public static IReadOnlyDictionary<string, string> Write(IEnumerable<Row> rows)
    {
        var written = RowsToWrite.Of(rows);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (written.Substances.Count > 0)
        {
            files[SeedFileName.OfSubstances] = SubstancesText.Of(written);
        }

        foreach (var place in written.Places)
        {
            files[SeedFileName.OfPlace(place.Code)] = WrittenTexts.Of(written.RowsOf(place), () => PlaceText.Of(place, written));
        }

        foreach (var sources in written.SourcesByPlace)
        {
            var code = sources.Key.Length == 0 ? null : sources.Key;
            files[SeedFileName.OfSources(code)] = WrittenTexts.Of(written.RowsOf(sources), () => SourcesText.Of(code, sources, written));
        }

        return files;
    }
}
