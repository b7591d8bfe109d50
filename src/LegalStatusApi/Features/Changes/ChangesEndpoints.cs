using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Changes;

/// <summary>What changed.</summary>
public static class ChangesEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder app)
    {
        var changes = app.MapGroup("").WithTags("Changes");
        changes.MapGet(ListChanges.Path, ListChanges.Handle)
            .WithName("ListChanges")
            .WithSummary("What changed in law, and what changed on record?")
            .WithDescription("Events of the law (a status took effect, or ended) and of the record (something was added, corrected, re-verified or withdrawn), never mixed: kind says which. "
                + "Without since: the latest, newest first. With the since of an earlier answer: what is new, oldest first, each event exactly once, whatever was published meanwhile and however small the parts; "
                + "an event of the law that the record no longer states is taken back (retracted). A day known as a month or year alone is told when it has certainly passed; nothing is told before its day.")
            .Produces<ChangesResponse>();
        changes.MapGet(ShowAtomFeed.Path, ShowAtomFeed.Handle)
            .WithName("ShowAtomFeed")
            .WithSummary("The same as an Atom feed")
            .WithDescription("RFC 4287, paged as RFC 5005 has it; what is taken back is a deleted-entry (RFC 6721). The ids of entries do not depend on the host.")
            .Produces<string>(contentType: ShowAtomFeed.MediaType);
        changes.MapGet(ShowJsonFeed.Path, ShowJsonFeed.Handle)
            .WithName("ShowJsonFeed")
            .WithSummary("The same as a JSON Feed")
            .WithDescription("JSON Feed 1.1. Whatever /v1/changes tells of an event stands in its _legal_status. What is taken back is the item of the same id, said so.")
            .Produces<JsonFeed>(contentType: ShowJsonFeed.MediaType);
    }
}
