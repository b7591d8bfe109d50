using LegalStatusApi.Http;
using Microsoft.AspNetCore.Cors;

namespace LegalStatusApi.Features.Maintenance.Audit;

/// <summary>Who did what.</summary>
public static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/audit", ListAudit.Handle)
            .WithTags("Maintenance")
            .WithMetadata(new DisableCorsAttribute())
            .RequireAuthorization(Scopes.Admin)
            .WithName("ListAudit")
            .WithSummary("Who did what, newest first")
            .WithDescription("Every write that was done or refused: when, by whom, with which key, what was before and after. The database itself refuses to change or delete any of it.")
            .Produces<ListAudit.Response>();
}
