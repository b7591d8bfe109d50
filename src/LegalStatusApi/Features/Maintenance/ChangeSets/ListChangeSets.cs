using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>Change sets, newest first.</summary>
public static class ListChangeSets
{
    // Change sets are no part of a revision, and a cursor names one.
    private const long NoRevision = 1;

    /// <param name="State">Only those in this state.</param>
    /// <param name="Author">Only those that this maintainer opened: id or name.</param>
    /// <param name="Limit">How many at most.</param>
    /// <param name="Cursor">Where the part before ended: follow <c>next</c>.</param>
    public sealed record Request(
        [FromQuery] string? State, [FromQuery] string? Author, [FromQuery] string? Limit, [FromQuery] string? Cursor);

    /// <summary>A part of the change sets.</summary>
    /// <param name="Items">Newest first.</param>
    /// <param name="Next">Address of the part that follows; absent in the last part.</param>
    public sealed record Response(IReadOnlyList<Item> Items, string? Next);

    /// <summary>A change set in short.</summary>
    /// <param name="Id">Stable id.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="Title">What it is about.</param>
    /// <param name="Author">Who opened it.</param>
    /// <param name="BaseRevision">The revision that it changes.</param>
    /// <param name="Version">Its version, which is its ETag too.</param>
    /// <param name="Rows">How many rows it holds.</param>
    public sealed record Item(string Id, string State, string Title, string Author, long BaseRevision, int Version, long Rows);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, TimeProvider clock,
        CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var state = check.Term("state", request.State, ChangeSetState.All);
        var paging = Paging.Read(check, http, clock, request.Limit, request.Cursor, null, null);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Json(await FindAsync(state, request.Author, paging, writer, cancellation), ApiJson.Options);
    }

    public static async Task<Response> FindAsync(
        string? state, string? author, Paging paging, NpgsqlDataSource writer, CancellationToken cancellation)
    {
        var found = await writer.ReadAsync(connection => connection.QueryJsonAsync<Item>(
            SqlFile.Beside(typeof(ListChangeSets), nameof(ListChangeSets)),
            new { State = state, Author = author, After = paging.After(), Take = (long)paging.Take }, cancellation), cancellation);
        var part = paging.PartOf(NoRevision, found, item => [item.Id], item => item);
        return new Response(part.Items, part.Next);
    }
}
