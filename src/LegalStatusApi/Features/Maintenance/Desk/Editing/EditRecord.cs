using System.Globalization;
using System.Text.Json.Nodes;
using LegalStatusApi.Database;
using LegalStatusApi.Features.Maintenance.ChangeSets;
using LegalStatusApi.Features.Maintenance.Desk.Sets;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Desk.Editing;

/// <summary>
/// The form of a record of a place: filled from the record as the set has it, judged by the rules of the API, and nothing typed is lost.
/// </summary>
/// <typeparam name="TPage">The page of the form; its view is a <see cref="RecordView"/>.</typeparam>
/// <param name="shelf">Which records these are, as the API's addresses have it: classifications, leads, pending, or jurisdictions, which are places themselves.</param>
/// <param name="fields">The fields of the form.</param>
public sealed class EditRecord<TPage>(string shelf, RecordFields fields)
    where TPage : IComponent
{
    /// <param name="Substance">Of a new record: its substance.</param>
    /// <param name="Form">Of a new record: its form.</param>
    public sealed record Request([FromQuery] string? Substance, [FromQuery] string? Form);

    public async Task<IResult> ShowAsync(
        [FromRoute] string id, [FromRoute] string key, [AsParameters] Request request, HttpContext http,
        [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer)
    {
        var place = PlaceOf(http);
        var (text, problem) = await ReadAsync(http, writer, id, place, key);
        if (text is null || SetStep.Edit.RefusalIn(text.Set.State) is not null)
        {
            return await DeskPage.OfProblem(http, problem ?? SetStep.Edit.RefusalIn(text!.Set.State)!);
        }

        var record = text.Record(shelf, key) ?? New(request);
        text.PutNote(record, place is null ? key : $"{place}/{key}");
        return await DeskPage.Of<TPage>(http, visit => new RecordView(visit, text, shelf, fields, key, new Typed(record, null)));
    }

    public async Task<IResult> SaveAsync(
        [FromRoute] string id, [FromRoute] string key, HttpContext http,
        [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer)
    {
        var place = PlaceOf(http);
        var form = await DeskForm.ReadAsync(http);
        var record = RecordForm.Read(form, fields.Members, fields.Many, fields.Lists);
        Problem? refused = null;
        if (!fields.Lists.ContainsKey(form["do"]))
        {
            var (done, problem) = await Writes.RunAsync(
                form.Sent(record), Maintainer.Of(http.User), writer, write => PutRecord.PutAsync(write, id, shelf, place, key));
            if (done is not null)
            {
                return DeskPage.SeeOther(http, ShowSet.AddressAfter(id, place is null ? key : $"{place}/{key}"));
            }

            refused = problem;
        }

        var (text, missing) = await ReadAsync(http, writer, id, place, key);
        return text is null
            ? await DeskPage.OfProblem(http, refused ?? missing!)
            : await DeskPage.Of<TPage>(http, visit => new RecordView(visit, text, shelf, fields, key, new Typed(record, refused))
            {
                Version = form[DeskForm.Version], Form = form,
            }, refused?.Status ?? StatusCodes.Status200OK);
    }

    // The address of a place itself names no other.
    private static string? PlaceOf(HttpContext http) => http.GetRouteValue("place") as string;

    // A place is its own record, and may be one that is only to be put.
    private static Task<(DraftText? Text, Problem? Problem)> ReadAsync(HttpContext http, NpgsqlDataSource writer, string id, string? place, string key) =>
        DraftText.ReadAsync(http, writer, id, place ?? key, mayBeNew: place is null);

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
/// <param name="Shelf">Which records these are, as the API's addresses have it.</param>
/// <param name="Own">The fields of the form.</param>
/// <param name="Key">Of the record, without its place.</param>
/// <param name="Typed">What stands in the fields.</param>
public sealed record RecordView(DeskVisit Visit, DraftText Text, string Shelf, RecordFields Own, string Key, Typed Typed)
{
    private const int MostBlanks = 20;

    /// <summary>The version of the set that the form was made from.</summary>
    public string Version { get; init; } = $"{Text.Set.Version}";

    /// <summary>The form as it was sent; null where the page is shown for the first time.</summary>
    public DeskForm? Form { get; init; }

    public string Address => Shelf == DraftText.Places ? $"{Text.Address}/{Shelf}/{Key}" : $"{Text.Address}/{Shelf}/{Text.Place}/{Key}";

    /// <summary>The record as people name it.</summary>
    public string Title => Shelf == DraftText.Places ? Key : $"{Text.Place}/{Key}";

    /// <summary>The record is in the revision that the set is based on.</summary>
    public bool IsThere => Text.IsPublic(Shelf, Key);

    /// <summary>Somebody changed the set since the form was made.</summary>
    public bool IsStale => Typed.Problem?.Status == StatusCodes.Status412PreconditionFailed;

    /// <summary>The names of all fields that the page shows, as mistakes have them.</summary>
    public IReadOnlySet<string> Fields => field ??= Own.Of(Typed, Blanks);

    /// <summary>How many blank rows of a list are shown: one more than were filled in, and another each time that one is asked for.</summary>
    public int Blanks(string list)
    {
        var shown = int.TryParse(Form?[$"{list}.blank"], CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, MostBlanks) : 1;
        return Form?["do"] == list ? shown + 1 : shown;
    }
}
