using System.Text.Json.Nodes;
using LegalStatusApi.Database;
using LegalStatusApi.Features.Maintenance.ChangeSets;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Desk.Editing;

/// <summary>The records and sources of a place as a set would have them, each to be edited; and what can be added.</summary>
public static class ShowPlaceRecords
{
    /// <summary>The sources that speak of many places.</summary>
    public const string General = "general";

    public static async Task<IResult> Handle(
        [FromRoute] string id, [FromRoute] string place, HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer)
    {
        var (text, problem) = await DraftText.ReadAsync(http, writer, id, place);
        return text is null
            ? await DeskPage.OfProblem(http, problem!)
            : await DeskPage.Of<PlaceRecordsPage>(http, visit => new PlaceRecordsView(visit, text));
    }
}

/// <param name="Text">What the set would have the place say.</param>
public sealed record PlaceRecordsView(DeskVisit Visit, DraftText Text)
{
    public bool IsEditable => Visit.May(SetStep.Edit.Scope) && SetStep.Edit.RefusalIn(Text.Set.State) is null;

    /// <summary>For each substance and form the key that a new record of it has.</summary>
    public IEnumerable<(string Subject, string Key, string Query)> New(string shelf) =>
        from substance in Text.Substances
        let slug = substance["slug"]!.ToString()
        from form in (substance["forms"] as JsonArray ?? []).Select(form => form!["slug"]!.ToString()).Prepend(null)
        let stem = (form is null ? slug : $"{slug}-{form}") + Within(shelf)
        let last = Text.Records[shelf].Select(record => record["key"]?.ToString() ?? "")
            .Where(key => key.StartsWith(stem + "-", StringComparison.Ordinal)).Select(key => int.TryParse(key[(stem.Length + 1)..], out var number) ? number : 0)
            .DefaultIfEmpty(0).Max()
        select (form is null ? slug : $"{slug}, {form}", $"{stem}-{last + 1}", form is null ? $"?substance={slug}" : $"?substance={slug}&form={form}");

    // What stands in a key between its subject and its number.
    private static string Within(string shelf) => shelf switch
    {
        DraftText.Leads => "-lead", DraftText.Pending => "-pending", _ => "",
    };
}
