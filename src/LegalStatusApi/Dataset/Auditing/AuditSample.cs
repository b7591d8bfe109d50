using System.Security.Cryptography;
using System.Text;

namespace LegalStatusApi.Dataset.Auditing;

/// <summary>
/// Records drawn at random for a second reader, so that nobody chooses them and everybody can draw the same again: those whose
/// SHA-256 of <c>seed/key</c> comes first.
/// </summary>
internal static class AuditSample
{
    public static IReadOnlyList<ClassificationRow> Of(IReadOnlyList<Row> rows, CoverageList list, string seed, int size) =>
        [.. rows.OfType<ClassificationRow>()
            .Where(row => list.MostAsked.Contains(row.Jurisdiction, StringComparer.Ordinal))
            .OrderBy(row => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{row.Key}"))), StringComparer.Ordinal)
            .Take(size)];
}
