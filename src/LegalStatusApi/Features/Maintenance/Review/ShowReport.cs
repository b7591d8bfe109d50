using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Review;

/// <summary>A reader's report with its text, for reviewers.</summary>
public static class ShowReport
{
    /// <summary>A reader's report.</summary>
    /// <param name="Id">Its id in the review queue.</param>
    /// <param name="Jurisdiction">The place.</param>
    /// <param name="Substance">The substance.</param>
    /// <param name="Form">The form.</param>
    /// <param name="Kind">What the reader says is wrong.</param>
    /// <param name="On">The law date that it is about.</param>
    /// <param name="Text">What the reader wrote; absent once erased, 90 days after the report was settled.</param>
    /// <param name="ReportedOn">The day on which it came in.</param>
    /// <param name="SettledOn">The day on which it was settled.</param>
    /// <param name="SettledBy">By whom.</param>
    /// <param name="How">What settled it.</param>
    public sealed record Response(
        string Id, string Jurisdiction, string Substance, string? Form, string Kind, DateOnly? On, string? Text, DateOnly ReportedOn,
        DateOnly? SettledOn, string? SettledBy, string? How);

    public static async Task<IResult> Handle(
        [FromRoute] string id, HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var report = await FindAsync(id, writer, cancellation);
        http.Response.Headers.CacheControl = "private, no-store";
        return report is null ? NoSuch(id).Result() : Results.Json(report, ApiJson.Options);
    }

    public static Problem NoSuch(string id) => Problems.UnknownRecord.With($"There is no report '{Check.Shown(id)}'.");

    public static async Task<Response?> FindAsync(string id, NpgsqlDataSource writer, CancellationToken cancellation) =>
        (await writer.ReadAsync(connection => connection.QueryJsonAsync<Response>(
            SqlFile.Beside(typeof(ShowReport), nameof(ShowReport)), new { Id = id }, cancellation), cancellation)).SingleOrDefault();
}
