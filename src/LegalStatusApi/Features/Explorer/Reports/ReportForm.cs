using LegalStatusApi.Features.Maintenance.Review;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Explorer.Reports;

/// <summary>What stands in the fields of the form.</summary>
public sealed record ReportForm(string? Jurisdiction, string? Substance, string? Form, string? Kind, string? Text, string? On, string? Revision)
{
    private const int MostAddress = 300;

    /// <summary>As it was sent.</summary>
    public static ReportForm Of(IFormCollection sent) =>
        new(sent["jurisdiction"], sent["substance"], sent["form"], sent["kind"], sent["text"], sent["on"], sent["revision"]);

    /// <summary>
    /// What was typed, with the revision that was looked at, which tells reviewers what the reader saw. A report has no field for it, and a
    /// text that has no room for it is worth more than it.
    /// </summary>
    public string? TextWithRevision(Check check)
    {
        var revision = check.Number("revision", Revision, 1, long.MaxValue);
        var told = $"{Text?.TrimEnd()}\n\n(Seen at revision {revision} of the record.)";
        return revision is null || string.IsNullOrWhiteSpace(Text) || told.ReplaceLineEndings("\n").Length > SendReport.LongestText ? PageQuestion.NullIfEmpty(Text) : told;
    }

    /// <summary>What the address of a page says of place, substance, form and day.</summary>
    public static ReportForm About(string? address, string? shown = null)
    {
        var empty = new ReportForm(null, null, null, null, null, null, shown);
        if (!Uri.TryCreate(new Uri("http://localhost"), address ?? "", out var uri))
        {
            return empty;
        }

        if (uri.Segments is not ["/", "places/", var code, .. var rest])
        {
            // Whoever reads the report should see what was seen.
            return uri.Host == "localhost" && uri.PathAndQuery.Length is > 1 and <= MostAddress ? empty with { Text = $"Seen on {uri.PathAndQuery}\n" } : empty;
        }

        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(uri.Query);
        return empty with
        {
            Jurisdiction = Uri.UnescapeDataString(code.TrimEnd('/')), Substance = rest is [var substance] ? Uri.UnescapeDataString(substance) : null,
            Form = query.GetValueOrDefault("form"), On = query.GetValueOrDefault("on"), Revision = query.GetValueOrDefault("revision") is [{ Length: > 0 } revision] ? revision : shown,
        };
    }
}

/// <param name="Form">What stands in the fields.</param>
/// <param name="Taken">The id of the report that was taken; null where none was.</param>
/// <param name="Problem">Why it was not taken.</param>
public sealed record ReportView(ReportForm Form, string? Taken, Problem? Problem);
