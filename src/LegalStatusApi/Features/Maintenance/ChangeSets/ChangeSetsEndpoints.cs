using System.Text.Json.Nodes;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>Proposals, their review and their publication: for maintainers, by key.</summary>
public static class ChangeSetsEndpoints
{
    // The whole data set is judged at each step, which takes longer than an answer may.
    private static readonly RequestTimeoutPolicy Patience = new() { Timeout = TimeSpan.FromSeconds(60) };

    private delegate Task<Written> OnRecord(Write write, string id, string shelf, string? place, string key);

    public static void MapChangeSets(this IEndpointRouteBuilder app)
    {
        var sets = app.MapGroup("/v1/changesets").WithTags("Maintenance").WithMetadata(new DisableCorsAttribute());
        sets.WithRequestTimeout(Patience);
        MapReading(sets);
        MapTransitions(sets);
        MapEditing(sets);
        foreach (var shelf in PutRecord.Shelves.Keys)
        {
            MapRecords(sets, shelf);
        }
    }

    private static void MapReading(RouteGroupBuilder sets)
    {
        var reading = sets.MapGroup("").RequireAuthorization(Scopes.AnyKey);
        reading.MapGet("/", ListChangeSets.Handle)
            .WithName("ListChangeSets").WithSummary("Change sets, newest first")
            .WithDescription("For every key, whatever its scopes; of one author, in one state, or all.").Produces<ListChangeSets.Response>();
        reading.MapGet("/{id}", ShowChangeSet.Handle)
            .WithName("ShowChangeSet").WithSummary("One change set and what it holds")
            .WithDescription("Its ETag is what the next write names in If-Match.").Produces<ShowChangeSet.Response>();
        reading.MapGet("/{id}/diff", Run(DiffChangeSet.ShowAsync))
            .WithName("DiffChangeSet").WithSummary("What it would change, field by field, and which answers for which days")
            .WithDescription("The set is published for a look and taken back, so what the database would refuse is refused here. Its hash is what an approval names. "
                + "Of a set that is published, rejected or withdrawn: as it was judged last.")
            .Produces<DiffChangeSet.Response>();
    }

    private static void MapTransitions(RouteGroupBuilder sets)
    {
        sets.MapPost("/", (HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer) =>
                Writes.RunAsync(http, writer, OpenChangeSet.OpenAsync))
            .RequireAuthorization(Scopes.Propose).WithName("OpenChangeSet").WithSummary("Open a draft")
            .WithDescription("It is based on the current revision, or on the one that is named.").Produces<ShowChangeSet.Response>(201);
        sets.MapDelete("/{id}", Run(Transitions.WithdrawAsync)).RequireAuthorization(Scopes.Propose)
            .WithName("WithdrawChangeSet").WithSummary("Withdraw it; by its author")
            .WithDescription("It stays to be read, and changes no more.").Produces<Transitions.Response>();
        sets.MapPost("/{id}/submit", Run(Transitions.SubmitAsync)).RequireAuthorization(Scopes.Propose)
            .WithName("SubmitChangeSet").WithSummary("Ask for its review")
            .WithDescription("Of each change its kind must be said by now. An edit from here on takes the set back to a draft.").Produces<Transitions.Response>();
        sets.MapPost("/{id}/approve", Run(Transitions.ApproveAsync)).RequireAuthorization(Scopes.Review)
            .WithName("ApproveChangeSet").WithSummary("Approve the diff that was seen; by somebody who put nothing in it")
            .WithDescription("Another diff than the one whose hash is sent is not approved.").Produces<Transitions.Response>();
        sets.MapPost("/{id}/reject", Run(Transitions.RejectAsync)).RequireAuthorization(Scopes.Review)
            .WithName("RejectChangeSet").WithSummary("Reject it, with a reason")
            .WithDescription("By somebody who put nothing in it. Its authors may edit it and submit it again.").Produces<Transitions.Response>();
        sets.MapPost("/{id}/publish", Run(Transitions.PublishAsync)).RequireAuthorization(Scopes.Publish)
            .WithName("PublishChangeSet").WithSummary("Publish it as a new revision, all or nothing")
            .WithDescription("What was approved is what is published: if the diff is another by now, it needs another review.").Produces<Transitions.Response>();
    }

    private static void MapEditing(RouteGroupBuilder sets)
    {
        sets.MapPost("/{id}/import", (HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, string id, [FromQuery] string? dryRun, [FromQuery] string? kind) =>
                Writes.RunAsync(http, writer, write => ImportRecords.ImportAsync(write, id, dryRun, kind)))
            .RequireAuthorization(Scopes.Propose)
            .WithName("ImportRecords").WithSummary("Put many records in, from YAML, JSON or CSV; ?dryRun=true only reports")
            .WithDescription("All or none: every row is judged, and each mistake is named with its row. Of a record that is there already, a row says in `change` "
                + "(columns `change.kind` and `change.reason`) of which kind its change is; `?kind=` says it for those that do not.")
            .Produces<ImportRecords.Response>();
        sets.MapPost("/{id}/revert", Run(RevertRecord.RevertAsync)).RequireAuthorization(Scopes.Propose)
            .WithName("RevertRecord").WithSummary("Take what the set says of a record out of the set")
            .WithDescription("The record is again as the revision has it. A set that then holds nothing that others changed is based on the current revision.")
            .Produces<EditDraft.Response>();
        sets.MapPut("/{id}/verifications/{classification}",
                (HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, TimeProvider clock, string id, string classification) =>
                    Writes.RunAsync(http, writer, write => PutVerification.PutAsync(write, id, classification, clock.Today())))
            .RequireAuthorization(Scopes.Propose)
            .WithName("PutVerification").WithSummary("Say that a record was checked on a day against a source version")
            .WithDescription("The record keeps all it says of the law. A source that is named must be one that the record cites: its citation then names the version that was read. Nothing is checked in the future, nor before the version was retrieved.").Produces<EditDraft.Response>();
    }

    private static void MapRecords(RouteGroupBuilder sets, string shelf)
    {
        var hasPlace = shelf is not ("substances" or "jurisdictions");
        var path = $"/{{id}}/{shelf}/" + (hasPlace ? "{place}/{key}" : "{key}");
        var name = char.ToUpperInvariant(shelf[0]) + shelf[1..];
        sets.MapGet(path, RunRecord(shelf, hasPlace, PutRecord.ShowAsync))
            .RequireAuthorization(Scopes.AnyKey).WithName($"Show{name}").WithSummary($"One of the {shelf} as a draft has it")
            .WithDescription("In the form in which it is put (sql/seed/README.md), so that it can be read, changed and put back.")
            .Produces<JsonObject>();
        sets.MapPut(path, RunRecord(shelf, hasPlace, PutRecord.PutAsync))
            .RequireAuthorization(Scopes.Propose).WithName($"Put{name}").WithSummary($"Put one of the {shelf} into a draft")
            .WithDescription("The body is the record as the data set's text has it (sql/seed/README.md), and in `change` which kind of change it is and why.")
            .Produces<EditDraft.Response>();
        sets.MapDelete(path, RunRemoval(shelf, hasPlace))
            .RequireAuthorization(Scopes.Propose).WithName($"Remove{name}").WithSummary($"Take one of the {shelf} out")
            .WithDescription("What is in the record already is closed when the set is published, as withdrawn; what only the set held is gone. No body is taken: the reason is a parameter.")
            .Produces<EditDraft.Response>();
    }

    private static Delegate RunRecord(string shelf, bool hasPlace, OnRecord work)
    {
        Task<IResult> OfPlace(HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, string id, string place, string key) =>
            Writes.RunAsync(http, writer, write => work(write, id, shelf, Place(shelf, place), key));
        Task<IResult> OfAll(HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, string id, string key) =>
            Writes.RunAsync(http, writer, write => work(write, id, shelf, null, key));
        return hasPlace ? OfPlace : OfAll;
    }

    private static Delegate RunRemoval(string shelf, bool hasPlace)
    {
        Task<IResult> OfPlace(
            HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, string id, string place, string key, [FromQuery] string? reason) =>
            Writes.RunAsync(http, writer, write => PutRecord.RemoveAsync(write, id, shelf, Place(shelf, place), key, reason));
        Task<IResult> OfAll(
            HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, string id, string key, [FromQuery] string? reason) =>
            Writes.RunAsync(http, writer, write => PutRecord.RemoveAsync(write, id, shelf, null, key, reason));
        return hasPlace ? OfPlace : OfAll;
    }

    // Sources about many places stand in a list of their own.
    private static string? Place(string shelf, string? place) => shelf == "sources" && place == "general" ? null : place;

    private static Func<HttpContext, NpgsqlDataSource, string, Task<IResult>> Run(Func<Write, string, Task<Written>> work)
    {
        Task<IResult> Handle(HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, string id) =>
            Writes.RunAsync(http, writer, write => work(write, id));
        return Handle;
    }
}
