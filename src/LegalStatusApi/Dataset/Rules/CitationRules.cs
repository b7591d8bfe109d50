using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>What a citation may say, by the record it is of and by whether its source was read.</summary>
internal static class CitationRules
{
    public static void Check(Draft draft)
    {
        var sources = SourceIndex.Of(draft);
        foreach (var record in draft.Records)
        {
            if (record is { Row: ClassificationRow, Citations.Count: 0 } && record.At.AreSound("citations"))
            {
                record.At.Say("citations", "A classification rests on at least one citation.");
            }

            RefuseTwins(record);
            foreach (var (row, at) in record.Citations)
            {
                CheckRole(record.Row, row, at, sources);
            }
        }
    }

    private static void CheckRole(Row record, CitationRow row, Fields at, SourceIndex sources)
    {
        if (row.FrozenOn is not null && row.Role is not ("incorporates" or ""))
        {
            at.Say("frozenOn", "It belongs only to the role 'incorporates'.");
        }

        if (row.Role is "named" or "")
        {
            return;
        }

        if (record is LeadRow && row.Role != "reports")
        {
            at.Say("role", $"A lead cites with the role named or reports, not {row.Role}.");
        }
        else if (sources.Version(row.Source, row.Version) is { Read: false })
        {
            at.Say("role",
                $"'{row.Source}' version {row.Version} was not read (read: false): its role is named, not {row.Role}.");
        }
    }

    private static void RefuseTwins(WrittenRecord record)
    {
        var first = new Dictionary<string, Fields>(StringComparer.Ordinal);
        var sound = record.Citations.Where(each => each.At.AreSound("source", "version", "role", "pinpoint"));
        foreach (var (row, at) in sound)
        {
            if (!first.TryAdd(row.Id, at))
            {
                at.Say("", "This citation is there already, with the same source, version, role and pinpoint: "
                    + $"line {first[row.Id].Line}.");
            }
        }
    }
}
