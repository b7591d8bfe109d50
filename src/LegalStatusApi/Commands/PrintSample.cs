using LegalStatusApi.Dataset;
using LegalStatusApi.Dataset.Auditing;
using LegalStatusApi.Http;

namespace LegalStatusApi.Commands;

/// <summary><c>sample</c>: records of the most-asked places, drawn at random for a second reader (docs/data-audit.md).</summary>
internal static class PrintSample
{
    public static int Run(string[] args, DirectoryInfo? folder, string seed, int size)
    {
        var path = folder?.FullName ?? Session.SettingsOf(args).SeedDirectory;
        var (rows, list) = SeedAudit.Of(path, TimeProvider.System.Today()).Measured(path);
        var citations = rows.OfType<CitationRow>().ToLookup(row => row.Record, StringComparer.Ordinal);
        new Table("record", "from", "to", "status", "schedule", "verification", "rests on").Write(Console.Out, AuditSample.Of(rows, list, seed, size).Select(row => new[]
        {
            row.Key, row.From ?? "", row.To ?? "", row.Status, row.Schedule ?? "", row.Verification,
            string.Join("; ", citations[row.Id].OrderBy(citation => citation.Ordinal)
                .Select(citation => $"{citation.Source} v{citation.Version} {citation.Role} {citation.Pinpoint}".TrimEnd())),
        }));
        return 0;
    }
}
