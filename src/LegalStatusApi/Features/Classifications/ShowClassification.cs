using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records.Citing;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Classifications;

/// <summary>One classification by its id, which outlives every correction.</summary>
public static class ShowClassification
{
    /// <param name="Id">Stable id of the classification.</param>
    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request([FromRoute] string Id, [FromQuery] string? Revision, [FromQuery] string? AsOf);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var asked = AskedRevision.Read(check, clock, request.Revision, request.AsOf);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var id = request.Id.ToLowerInvariant();
        if (id != request.Id)
        {
            return Answer.CanonicalAt(http.Request, PathOf(id));
        }

        var found = await FindAsync(id, asked, database, cancellation);
        return found switch
        {
            null => asked.NoSuchRevision().Result(),
            { Said: [var record] } => Answer.Of(
                ClassificationResponse.Of(record) with { Revision = found.Revision.Number }, asked.FreshnessOf(found.Revision, PathOf(id)),
                Bibliography.FormsOf<ClassificationResponse>(said => new Bibliography(
                    $"Classification of {said.Form ?? said.Substance} in {said.Jurisdiction} ({said.Key})",
                    AskedRevision.AtRevision(PathOf(id), found.Revision.Number), found.Revision, said.Citations!))),
            _ => NoSuchClassification(id, found.Revision).Result(),
        };
    }

    public static string PathOf(string id) => $"/v1/classifications/{Uri.EscapeDataString(id)}";

    public static Problem NoSuchClassification(string typed, Revision revision) => Problems.UnknownRecord.With(
        $"No classification '{Check.Shown(typed)}' at revision {revision.Number}. See /v1/classifications, and for one that was withdrawn its /versions.");

    private static Task<ReadAt<IReadOnlyList<Classification>>?> FindAsync(
        string id, AskedRevision asked, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(asked.Number, asked.AsOf, (connection, revision) => connection.QueryJsonAsync<Classification>(
            SqlFile.Beside(typeof(ShowClassification), nameof(ShowClassification)), new { Id = id, Revision = revision.Number }, cancellation),
            cancellation);
}
