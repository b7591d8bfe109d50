using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Revisions;

/// <summary>The record clock.</summary>
public static class RevisionsEndpoints
{
    public static void MapRevisions(this IEndpointRouteBuilder app)
    {
        var revisions = app.MapGroup("/v1").WithTags("Revisions");
        revisions.MapGet("/revisions", ListRevisions.Handle)
            .WithName("ListRevisions")
            .WithSummary("What was published, by whom and why?")
            .WithDescription("Every publication, newest first. Each names the hash of the one before, so that nobody can alter history unseen.")
            .Produces<ListResponse<RevisionResponse>>();
        revisions.MapGet("/revisions/{number}", ShowRevision.Handle)
            .WithName("ShowRevision")
            .WithSummary("One publication, and how much it changed")
            .WithDescription("Author, reviewer, reason, time and hashes, how many rows of each relation it added and closed, and of each record which kind of change it was. It never changes, unless a reason is redacted.")
            .Produces<RevisionResponse>();
        revisions.MapGet("/revisions/{number}/diff", DiffRevisions.Handle)
            .WithName("DiffRevisions")
            .WithSummary("What lies between two revisions, field by field?")
            .WithDescription("Every row of the record that the two say differently, in the order of the records, with what it said before and says after, and of which kind the publications between say that the change is. What was changed and changed back is not in it.")
            .Produces<ListResponse<DiffRevisions.RevisionDiffItem>>();
    }
}
