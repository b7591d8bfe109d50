using LegalStatusApi.Dataset;
using LegalStatusApi.Dataset.Auditing;

namespace LegalStatusApi.Commands;

/// <summary>What <c>coverage</c> and <c>sample</c> need: a text that can be read, and the list that it is measured against.</summary>
internal static class MeasuredText
{
    public static (IReadOnlyList<Row> Rows, CoverageList List) Measured(this SeedAudit audit, string path)
    {
        if (audit.Text.Mistakes.Count > 0)
        {
            throw new CommandException(CheckText.Describe(audit.Text.Mistakes));
        }

        return audit.List is { } list
            ? (audit.Text.Rows, list)
            : throw new CommandException($"There is no {CoverageList.FileName} in {path}: it lists the pairs that are expected.");
    }
}
