using System.Text.Json.Nodes;

namespace LegalStatusApi.Dataset;

/// <summary>What would have to be added and closed so that the current revision says what a text says.</summary>
public sealed record Differences(IReadOnlyList<Row> Added, IReadOnlyList<Differences.CurrentRow> Closed, IReadOnlyList<string> Refusals)
{
    /// <summary>A row of the current revision, fields and texts together.</summary>
    public sealed record CurrentRow(string Relation, string Id, string Content);

    public bool Any => Added.Count > 0 || Closed.Count > 0;

    /// <param name="wanted">What the text says.</param>
    /// <param name="current">What the current revision says.</param>
    /// <param name="withdrawMissing">A record that the text no longer has is withdrawn; otherwise it is a refusal.</param>
    public static Differences Between(IEnumerable<Row> wanted, IEnumerable<CurrentRow> current, bool withdrawMissing)
    {
        var open = current.ToDictionary(row => (row.Relation, row.Id));
        var added = new List<Row>();
        var closed = new List<CurrentRow>();
        var refusals = new List<string>();
        foreach (var row in wanted)
        {
            if (!open.Remove((row.Relation, row.Identity), out var known))
            {
                added.Add(row);
            }
            else if (RowMemory.Canonical(row) != RowMemory.Canonical(known))
            {
                if (row is SourceVersionRow)
                {
                    refusals.Add($"source version {row.Identity} is published and never changes: add the next version instead");
                }

                closed.Add(known);
                added.Add(row);
            }
        }

        // A link or citation that is gone is an edit of its place or record; a record that is gone must be withdrawn on purpose.
        refusals.AddRange(open.Values
            .Where(row => !withdrawMissing && row.Relation is not ("citation" or "jurisdiction_parent" or "participation"))
            .Select(row => $"{row.Relation} {NameOf(row)} is no longer in the text: withdraw it on purpose (--withdraw-missing) or put it back"));
        closed.AddRange(open.Values);
        return new Differences(added, closed, refusals);
    }

    private static string NameOf(CurrentRow row) => JsonNode.Parse(row.Content)?["key"]?.GetValue<string>() ?? row.Id;
}
