using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>Change sets, newest first.</summary>
public static class ListChangeSets
{
    /// <param name="State">Only those in this state.</param>
    public sealed record Request([FromQuery] string? State);

    /// <summary>Change sets.</summary>
    /// <param name="Items">Up to 200, newest first.</param>
    public sealed record Response(IReadOnlyList<Item> Items);

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
        [AsParameters] Request request, HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var state = check.Term("state", request.State, ChangeSetState.All);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        await using var connection = await writer.OpenConnectionAsync(cancellation);
        var items = await connection.QueryAsync<Item>(new CommandDefinition(
            SqlFile.Beside(typeof(ListChangeSets), nameof(ListChangeSets)), new { State = state }, cancellationToken: cancellation));
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Json(new Response([.. items]), ApiJson.Options);
    }
}
