using System.Globalization;
using System.Text.Json.Nodes;
using LegalStatusApi.Database;
using LegalStatusApi.Features.Maintenance.Review;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Explorer.Reports;

/// <summary>The form by which a reader reports a mistake: what is sent comes into the review queue, and nothing is kept of who sent it.</summary>
public static class ReportPages
{
    private static readonly string[] Fields = ["jurisdiction", "substance", "form", "kind", "text", "on"];
    private static readonly FormOptions Limits = new() { ValueCountLimit = 20, KeyLengthLimit = 100, ValueLengthLimit = 64 * 1024, MultipartBodyLengthLimit = 64 * 1024 };

    public const string Path = "/report";

    /// <param name="About">The address of the page on which the mistake was seen.</param>
    /// <param name="Taken">The id of a report that was just taken.</param>
    /// <param name="Revision">The revision that the page showed, where its address does not name it.</param>
    public sealed record Request([FromQuery] string? About, [FromQuery] string? Taken, [FromQuery] string? Revision);

    public static async Task<IResult> Show([AsParameters] Request request, HttpContext http)
    {
        var check = Check.OfForm(http);
        if (PageQuestion.NullIfEmpty(request.Taken) is { } id && !(id.Length <= 40 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')))
        {
            check.Refuse("taken", "No id of a report.");
        }

        var revision = check.Number("revision", request.Revision, 1, long.MaxValue);
        return check.Failed
            ? check.Problem().Result()
            : await Page.Of<ReportPage>(http, new ReportView(ReportForm.About(request.About, revision?.ToString(CultureInfo.InvariantCulture)), PageQuestion.NullIfEmpty(request.Taken), null));
    }

    public static async Task<IResult> Send(
        HttpContext http, NpgsqlDataSource database, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, ReportLimits limits, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (IsOfAnotherSite(http))
        {
            return Problems.Forbidden.With("Send the form of /report from this site itself.").Result();
        }

        if (!http.Request.HasFormContentType)
        {
            return Problems.UnsupportedMediaType.With("Send the form of /report.").Result();
        }

        if (await FormOf(http, cancellation) is not { } sent)
        {
            return Problems.BadRequest.With("The form could not be read: it is too large, or holds characters that cannot be stored.").Result();
        }

        var check = Check.OfForm(http);
        var json = new JsonObject();
        foreach (var field in Fields)
        {
            if (sent[field] is [{ Length: > 0 } value])
            {
                json[field] = value;
            }
        }

        if (await TypedPlaces.CodeOfAsync(check, sent["jurisdiction"], database, cancellation) is { } code)
        {
            json["jurisdiction"] = code;
        }

        var form = ReportForm.Of(sent);
        json["text"] = form.TextWithRevision(check);
        try
        {
            var (taken, problem) = await SendReport.TakeAsync(check, json, http, database, writer, limits, clock, cancellation);
            return taken is null
                ? await Page.OfForm<ReportPage>(http, new ReportView(form, null, problem), problem!.Status)
                : Taken(http, taken.Id);
        }
        catch (RefusedException refusal)
        {
            return await Page.OfForm<ReportPage>(http, new ReportView(form, null, refusal.Problem), refusal.Problem.Status);
        }
    }

    /// <summary>What was typed into the form, where it was sent from this site and can be read; null of any other request.</summary>
    internal static async Task<ReportForm?> TypedAsync(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.Path == Path && http.Request.HasFormContentType && !IsOfAnotherSite(http)
            && (http.Features.Get<IFormFeature>()?.Form ?? (http.RequestAborted.IsCancellationRequested ? null : await FormOf(http, http.RequestAborted))) is { } sent
            ? ReportForm.Of(sent)
            : null;

    // A browser says so of a form that stands in another site: whoever reads there has sent nothing knowingly.
    private static bool IsOfAnotherSite(HttpContext http) => http.Request.Headers["Sec-Fetch-Site"] == "cross-site";

    // Whoever loads the page anew does not send the report again.
    private static IResult Taken(HttpContext http, string id)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = $"{Path}?taken={id}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<IFormCollection?> FormOf(HttpContext http, CancellationToken cancellation)
    {
        try
        {
            return await http.Request.ReadFormAsync(Limits, cancellation);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
