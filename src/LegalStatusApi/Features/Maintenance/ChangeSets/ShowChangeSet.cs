using System.Text.Json.Nodes;
using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>One change set and what it holds.</summary>
public static class ShowChangeSet
{
    /// <summary>A change set and what it holds.</summary>
    /// <param name="Id">Stable id.</param>
    /// <param name="State">draft, in_review, approved, published, rejected or withdrawn.</param>
    /// <param name="Title">What it is about.</param>
    /// <param name="Reason">Why; becomes the reason of the revision.</param>
    /// <param name="Author">Who opened it.</param>
    /// <param name="Reviewer">Who approved or rejected it.</param>
    /// <param name="BaseRevision">The revision that it changes.</param>
    /// <param name="Version">Its version, which is its ETag too.</param>
    /// <param name="ApprovedHash">Hash of the diff that was approved.</param>
    /// <param name="Rejection">Why it was rejected.</param>
    /// <param name="Revision">The revision as which it was published.</param>
    /// <param name="CreatedAt">When it was opened.</param>
    /// <param name="SubmittedAt">When it was submitted last.</param>
    /// <param name="ReviewedAt">When it was approved or rejected.</param>
    /// <param name="Rows">What it holds; a row without content is to be closed.</param>
    /// <param name="Changes">Which kind of change each record's is, and why.</param>
    public sealed record Response(
        string Id, string State, string Title, string Reason, string Author, string? Reviewer, long BaseRevision, int Version, string? ApprovedHash,
        string? Rejection, long? Revision, DateTimeOffset CreatedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? ReviewedAt,
        IReadOnlyList<RowResponse> Rows, IReadOnlyList<ProposedNote> Changes);

    /// <summary>A row that it puts or closes.</summary>
    /// <param name="Relation">What it is.</param>
    /// <param name="Id">Its id.</param>
    /// <param name="Content">What it is to say.</param>
    public sealed record RowResponse(string Relation, string Id, JsonNode? Content);

    public static async Task<IResult> Handle(
        [FromRoute] string id, HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        if (await writer.ReadAsync(connection => FindAsync(connection, id, cancellation), cancellation) is not { } set)
        {
            return Problems.UnknownRecord.With($"There is no change set '{Check.Shown(id)}'.").Result();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ETag = Write.Tag(set.Version);
        return Results.Json(set, ApiJson.Options);
    }

    /// <summary>All of it by one statement, so that what it holds is what its version says.</summary>
    public static async Task<Response?> FindAsync(NpgsqlConnection connection, string id, CancellationToken cancellation) =>
        (await connection.QueryJsonAsync<Response>(SqlFile.Beside(typeof(ShowChangeSet), nameof(ShowChangeSet)), new { Id = id }, cancellation))
            .SingleOrDefault();
}
