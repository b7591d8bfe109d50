using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LegalStatusApi.Dataset;

/// <summary>What is made of a row once and is asked for often. It is remembered for as long as the row itself is.</summary>
internal static class RowMemory
{
    private static readonly ConditionalWeakTable<Row, string> OfRows = new();
    private static readonly ConditionalWeakTable<Differences.CurrentRow, string> OfCurrent = new();
    private static readonly ConditionalWeakTable<Differences.CurrentRow, Row> Parsed = new();

    /// <summary>Its canonical JSON.</summary>
    public static string Canonical(Row row) =>
        OfRows.GetValue(row, static each => CanonicalJson.Text(JsonSerializer.SerializeToNode(each, each.GetType(), Row.Json)));

    /// <summary>Its canonical JSON.</summary>
    public static string Canonical(Differences.CurrentRow row) =>
        OfCurrent.GetValue(row, static each => CanonicalJson.Text(JsonNode.Parse(each.Content)));

    /// <summary>The row that it is.</summary>
    public static Row RowOf(Differences.CurrentRow row) =>
        Parsed.GetValue(row, static each => CurrentText.Parse(each.Relation, each.Content));
}
