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
    public sealed record Request([FromQuery] string? About, [FromQuery] string? Taken);

    public static async Task<IResult> Show([AsParameters] Request request, HttpContext http)
    {
        var check = Check.OfForm(http);
        if (PageQuestion.NullIfEmpty(request.Taken) is { } id && !(id.Length <= 40 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')))
        {
            check.Refuse("taken", "No id of a report.");
        }

        return check.Failed
            ? check.Problem().Result()
            : await Page.Of<ReportPage>(http, new ReportView(ReportForm.About(request.About), PageQuestion.NullIfEmpty(request.Taken), null));
    }

    public static async Task<IResult> Send(
        HttpContext http, NpgsqlDataSource database, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, ReportLimits limits, TimeProvider clock,
        CancellationToken cancellation)
    {
        // A browser says so of a form that stands in another site: whoever reads there has sent nothing knowingly.
        if (http.Request.Headers["Sec-Fetch-Site"] == "cross-site")
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

        var json = new JsonObject();
        foreach (var field in Fields)
        {
            if (sent[field] is [{ Length: > 0 } value])
            {
                json[field] = value;
            }
        }

        if (await TypedPlaces.CodeOfAsync(sent["jurisdiction"], database, cancellation) is { } code)
        {
            json["jurisdiction"] = code;
        }

        var form = new ReportForm(sent["jurisdiction"], sent["substance"], sent["form"], sent["kind"], sent["text"], sent["on"]);
        try
        {
            var (taken, problem) = await SendReport.TakeAsync(Check.OfForm(http), json, http, database, writer, limits, clock, cancellation);
            return taken is null
                ? await Page.OfForm<ReportPage>(http, new ReportView(form, null, problem), problem!.Status)
                : Taken(http, taken.Id);
        }
        catch (RefusedException refusal)
        {
            return await Page.OfForm<ReportPage>(http, new ReportView(form, null, refusal.Problem), refusal.Problem.Status);
        }
    }

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

/// <summary>What stands in the fields of the form.</summary>
public sealed record ReportForm(string? Jurisdiction, string? Substance, string? Form, string? Kind, string? Text, string? On)
{
    private const int MostAddress = 300;

    /// <summary>What the address of a page says of place, substance, form and day.</summary>
    public static ReportForm About(string? address)
    {
        var empty = new ReportForm(null, null, null, null, null, null);
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
            Form = query.GetValueOrDefault("form"), On = query.GetValueOrDefault("on"),
        };
    }
}

/// <param name="Form">What stands in the fields.</param>
/// <param name="Taken">The id of the report that was taken; null where none was.</param>
/// <param name="Problem">Why it was not taken.</param>
public sealed record ReportView(ReportForm Form, string? Taken, Problem? Problem);
