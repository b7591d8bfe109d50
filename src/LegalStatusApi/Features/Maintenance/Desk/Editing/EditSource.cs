using System.Globalization;
using System.Text.Json.Nodes;
using LegalStatusApi.Database;
using LegalStatusApi.Features.Maintenance.ChangeSets;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Desk.Editing;

/// <summary>The form of a source with its versions: those that are public stay as they are, and new ones are added.</summary>
public static class EditSource
{
    private static readonly string[] Members = ["type", "title", "citation", "change.kind", "change.reason"];

    private static readonly Dictionary<string, string[]> Lists = new(StringComparer.Ordinal)
    {
        ["versions"] = ["version", "url", "archiveUrl", "language", "publisher", "publishedOn", "retrievedOn", "sha256", "read"],
    };

    /// <param name="Key">Of the source that is to be added.</param>
    public sealed record Request([FromQuery] string? Key);

    /// <summary>Leads on to the form of a source of this key.</summary>
    public static async Task<IResult> Begin([FromRoute] string id, [FromRoute] string place, [AsParameters] Request request, HttpContext http)
    {
        var check = Check.OfForm(http);
        var key = check.Slug("key", request.Key?.Trim());
        return key is null
            ? await DeskPage.OfProblem(http, check.Failed ? check.Problem() : Problems.InvalidParameters.With("key: Give the key of the source."))
            : DeskPage.SeeOther(http, $"{DeskEndpoints.Home}/changesets/{Uri.EscapeDataString(id)}/sources/{Uri.EscapeDataString(place)}/{key}");
    }

    public static async Task<IResult> Show(
        [FromRoute] string id, [FromRoute] string place, [FromRoute] string key, HttpContext http,
        [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer)
    {
        var (text, problem) = await DraftText.ReadAsync(http, writer, id, place);
        if (text is null || SetStep.Edit.RefusalIn(text.Set.State) is not null)
        {
            return await DeskPage.OfProblem(http, problem ?? SetStep.Edit.RefusalIn(text!.Set.State)!);
        }

        var record = text.Source(key) ?? new JsonObject();
        text.PutNote(record, key);
        return await DeskPage.Of<SourceFormPage>(http, visit => new SourceView(visit, text, key, new Typed(record, null), $"{text.Set.Version}"));
    }

    public static async Task<IResult> SaveAsync(
        [FromRoute] string id, [FromRoute] string place, [FromRoute] string key, HttpContext http,
        [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer)
    {
        var form = await DeskForm.ReadAsync(http);
        var record = RecordForm.Read(form, Members, [], Lists);
        Number(record);
        var (done, problem) = await Writes.RunAsync(form.Sent(record), Maintainer.Of(http.User), writer,
            write => PutRecord.PutAsync(write, id, "sources", place == ShowPlaceRecords.General ? null : place, key));
        if (done is not null)
        {
            return DeskPage.SeeOther(http, $"{DeskEndpoints.Home}/changesets/{id}/places/{place}");
        }

        var (text, missing) = await DraftText.ReadAsync(http, writer, id, place);
        return text is null
            ? await DeskPage.OfProblem(http, missing!)
            : await DeskPage.Of<SourceFormPage>(http, visit => new SourceView(visit, text, key, new Typed(record, problem), form[DeskForm.Version]), problem!.Status);
    }

    // A box that is not ticked is not sent. A version that was there has its number; a new one has none yet, and is none without anything else.
    private static void Number(JsonObject record)
    {
        var versions = (record["versions"] as JsonArray ?? []).OfType<JsonObject>().Where(version => version.Any(field => field.Key != "read")).ToList();
        record.Remove("versions");
        if (versions.Count == 0)
        {
            return;
        }

        // A number that is gone is not given again.
        var last = versions.Select(version => int.TryParse(version["version"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Max();
        foreach (var version in versions)
        {
            version["version"] ??= (++last).ToString(CultureInfo.InvariantCulture);
            version["read"] ??= "false";
        }

        record["versions"] = new JsonArray([.. versions.Select(version => version.DeepClone())]);
    }
}

/// <param name="Text">What the set would have the place say.</param>
/// <param name="Key">Of the source.</param>
/// <param name="Typed">What stands in the fields.</param>
/// <param name="Version">The version of the set that the form was made from.</param>
public sealed record SourceView(DeskVisit Visit, DraftText Text, string Key, Typed Typed, string Version);
