using System.Globalization;
using System.Text.Json.Nodes;
using LegalStatusApi.Database;
using LegalStatusApi.Features.Maintenance.ChangeSets;
using LegalStatusApi.Features.Maintenance.Desk.Sets;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Desk.Editing;

/// <summary>The form of a classification: filled from the record as the set has it, judged by the rules of the API, and nothing typed is lost.</summary>
public static class EditClassification
{
    /// <param name="Substance">Of a new record: its substance.</param>
    /// <param name="Form">Of a new record: its form.</param>
    public sealed record Request([FromQuery] string? Substance, [FromQuery] string? Form);

    public static async Task<IResult> Show(
        [FromRoute] string id, [FromRoute] string place, [FromRoute] string key, [AsParameters] Request request, HttpContext http,
        [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer)
    {
        var (text, problem) = await DraftText.ReadAsync(http, writer, id, place, key);
        if (text is null)
        {
            return await DeskPage.OfProblem(http, problem!);
        }

        if (SetStep.Edit.RefusalIn(text.Set.State) is { } refusal)
        {
            return await DeskPage.OfProblem(http, refusal);
        }

        var record = text.Classification(key) ?? New(request);
        if (text.Notes.FirstOrDefault(note => note.Record == $"{place}/{key}") is { } said)
        {
            record["change"] = new JsonObject { ["kind"] = said.Kind, ["reason"] = said.Reason };
        }

        return await DeskPage.Of<ClassificationPage>(http, visit => new ClassificationView(visit, text, key, new Typed(record, null)));
    }

    public static async Task<IResult> SaveAsync(
        [FromRoute] string id, [FromRoute] string place, [FromRoute] string key, HttpContext http,
        [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer)
    {
        var form = await DeskForm.ReadAsync(http);
        var record = RecordForm.Read(form, ClassificationFields.Members, ClassificationFields.Many, ClassificationFields.Lists);
        Problem? refused = null;
        if (form["do"] is not ("citations" or "thresholds"))
        {
            var (done, problem) = await Writes.RunAsync(
                form.Sent(record), Maintainer.Of(http.User), writer, write => PutRecord.PutAsync(write, id, "classifications", place, key));
            if (done is not null)
            {
                return DeskPage.SeeOther(http, $"{DeskEndpoints.Home}/changesets/{id}");
            }

            refused = Named(problem!);
        }

        var (text, missing) = await DraftText.ReadAsync(http, writer, id, place, key);
        return text is null
            ? await DeskPage.OfProblem(http, refused ?? missing!)
            : await DeskPage.Of<ClassificationPage>(http, visit => new ClassificationView(visit, text, key, new Typed(record, refused))
            {
                Version = form[DeskForm.Version], BlankCitations = Blanks(form, "citations"), BlankThresholds = Blanks(form, "thresholds"),
            }, refused?.Status ?? StatusCodes.Status200OK);
    }

    // One row more than were filled in, and another each time that one is asked for.
    private static int Blanks(DeskForm form, string list)
    {
        var shown = int.TryParse(form[$"{list}.blank"], CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 20) : 1;
        return form["do"] == list ? shown + 1 : shown;
    }

    // What is said of the change is judged before the record, under the names that it has there.
    private static Problem Named(Problem problem) => problem with
    {
        Errors = problem.Errors?.Select(error => error.Parameter is "kind" or "reason" ? error with { Parameter = $"change.{error.Parameter}" } : error).ToList(),
    };

    private static JsonObject New(Request request)
    {
        var record = new JsonObject { ["substance"] = request.Substance ?? "" };
        if (!string.IsNullOrEmpty(request.Form))
        {
            record["form"] = request.Form;
        }

        return record;
    }
}

/// <param name="Text">What the set would have the place say.</param>
/// <param name="Key">Of the record, without its place.</param>
/// <param name="Typed">What stands in the fields.</param>
public sealed record ClassificationView(DeskVisit Visit, DraftText Text, string Key, Typed Typed)
{
    /// <summary>The version of the set that the form was made from.</summary>
    public string Version { get; init; } = $"{Text.Set.Version}";

    public int BlankCitations { get; init; } = 1;

    public int BlankThresholds { get; init; } = 1;

    public string Address => $"{Text.Address}/classifications/{Text.Place}/{Key}";

    /// <summary>Somebody changed the set since the form was made.</summary>
    public bool IsStale => Typed.Problem?.Status == StatusCodes.Status412PreconditionFailed;

    /// <summary>The names of all fields that the page shows, as mistakes have them.</summary>
    public IReadOnlySet<string> Fields => field ??= ClassificationFields.Of(Typed, BlankCitations, BlankThresholds);
}
