using System.Globalization;
using System.Text.Json.Nodes;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Maintenance.ChangeSets;
using LegalStatusApi.Features.Maintenance.Desk.Sets;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Desk.Editing;

/// <summary>"I checked it again": the record keeps all it says of the law.</summary>
public static class VerifyRecord
{
    private static readonly string[] Fields = ["verifiedOn", "reviewDue", "verification", "source", "version", "reason"];

    public static Task<IResult> Show(
        [FromRoute] string id, [FromRoute] string place, [FromRoute] string key, HttpContext http,
        [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, TimeProvider clock) =>
        ShowAsync(http, writer, id, place, key, new Typed(new JsonObject { ["verifiedOn"] = clock.Today().ToString("yyyy-MM-dd") }, null), null);

    public static async Task<IResult> SaveAsync(
        [FromRoute] string id, [FromRoute] string place, [FromRoute] string key, HttpContext http,
        [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, TimeProvider clock)
    {
        var form = await DeskForm.ReadAsync(http);
        var typed = RecordForm.Read(form, Fields.Select(Field), [], new Dictionary<string, string[]>());
        var said = typed["check"] as JsonObject ?? [];
        var body = said.DeepClone().AsObject();
        if (int.TryParse(body["version"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            body["version"] = version;
        }

        var (done, problem) = await Writes.RunAsync(form.Sent(body), Maintainer.Of(http.User), writer,
            write => PutVerification.PutAsync(write, id, RecordId.OfClassification($"{place}/{key}"), clock.Today()));
        return done is null
            ? await ShowAsync(http, writer, id, place, key, new Typed(said, problem), form[DeskForm.Version])
            : DeskPage.SeeOther(http, ShowSet.AddressAfter(id, $"{place}/{key}"));
    }

    // The version of the set stands in the same form, so what is checked has names of its own there.
    public static string Field(string name) => $"check.{name}";

    private static async Task<IResult> ShowAsync(
        HttpContext http, NpgsqlDataSource writer, string id, string place, string key, Typed typed, string? version)
    {
        var (text, problem) = await DraftText.ReadAsync(http, writer, id, place);
        if (text is not null && SetStep.Edit.RefusalIn(text.Set.State) is { } refusal)
        {
            return await DeskPage.OfProblem(http, refusal);
        }

        if (text?.Record(DraftText.Classifications, key) is not { } record)
        {
            return await DeskPage.OfProblem(http, problem ?? Problems.UnknownRecord.With($"There is no '{Check.Shown($"{place}/{key}")}' in the set."));
        }

        var wrapped = new Typed(new JsonObject { ["check"] = typed.Record.DeepClone() }, typed.Problem is null ? null : typed.Problem with
        {
            Errors = typed.Problem.Errors?.Select(error => Fields.Contains(error.Parameter, StringComparer.Ordinal) ? error with { Parameter = Field(error.Parameter) } : error).ToList(),
        });
        return await DeskPage.Of<VerifyPage>(http, visit => new VerifyView(visit, text, key, record, wrapped, version ?? $"{text.Set.Version}"),
            typed.Problem?.Status ?? StatusCodes.Status200OK);
    }
}

/// <param name="Text">What the set would have the place say.</param>
/// <param name="Key">Of the record, without its place.</param>
/// <param name="Record">The record as the set has it.</param>
/// <param name="Typed">What stands in the fields.</param>
/// <param name="Version">The version of the set that the form was made from.</param>
public sealed record VerifyView(DeskVisit Visit, DraftText Text, string Key, JsonObject Record, Typed Typed, string Version);
