using System.Text.Json;
using LegalStatusApi.Dataset;

namespace LegalStatusApi.Tests.Dataset;

/// <summary>Rows hold lists, so they are compared as the JSON that export and the hash chain make of them.</summary>
internal static class RoundTrip
{
    public static IReadOnlyList<string> Json(IEnumerable<Row> rows) =>
    [
        .. rows.OrderBy(row => row.Relation, StringComparer.Ordinal).ThenBy(row => row.Identity, StringComparer.Ordinal)
            .Select(row => row.Relation + JsonSerializer.Serialize(row, row.GetType(), Row.Json)),
    ];

    public static void Holds(IReadOnlyList<Row> rows)
    {
        var text = SeedWriter.Write(rows);
        var again = SeedReader.Read(text);
        Assert.Empty(again.Mistakes);
        Assert.Equal(Json(rows), Json(again.Rows), StringComparer.Ordinal);
        Assert.Equal(text, SeedWriter.Write(again.Rows));
    }
}
