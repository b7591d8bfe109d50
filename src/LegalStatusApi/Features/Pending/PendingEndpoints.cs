using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Pending;

/// <summary>What lies ahead.</summary>
public static class PendingEndpoints
{
    public static void MapPending(this IEndpointRouteBuilder app)
    {
        var pending = app.MapGroup("").WithTags("Pending");
        pending.MapGet(ListPending.Path, ListPending.Handle)
            .WithName("ListPending")
            .WithSummary("What may still change the law, or will?")
            .WithDescription("Bills, ballots, proposals and laws without a certain first day; laws whose first day or end is on record and has not certainly come; and, where they are asked for by kind, the days by which records should be checked again. None of it is law in force, and each item says so. By expected day; those without one come last.")
            .Produces<ListResponse<PendingItem>>();
        pending.MapGet(ShowCalendar.Path, ShowCalendar.Handle)
            .WithName("ShowCalendar")
            .WithSummary("The same as a calendar to subscribe to")
            .WithDescription("iCalendar (RFC 5545). Each event keeps its UID on every host; a later file supersedes an earlier one, and what is resolved or no longer said is cancelled. A day known as a month or year alone spans all its days. Items without any expected day are in the list alone.")
            .Produces<string>(contentType: ShowCalendar.MediaType);
    }
}
