using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Permalinks;

/// <summary>What was printed.</summary>
public static class PermalinksEndpoints
{
    public static void MapPermalinks(this IEndpointRouteBuilder app) =>
        app.MapGroup("/v1/permalinks").WithTags("Permalinks").MapPost("/check", CheckPermalinks.Handle)
            .WithName("CheckPermalinks")
            .WithSummary("Does what was printed still stand?")
            .WithDescription("Up to 200 permalinks of statuses, of at most 20 different revisions, with or without a host. Each answer is compared with the one to the same question now, and with the one for today: corrected, if the record now says otherwise of the law on that very day; law_changed, if the law itself changed since; annotated, if only the checking or what is pending is another; unchanged. A permalink that cannot be read has a problem in its place. It changes nothing and is not cached.")
            .RequireCors(OpenPosts.Policy)
            .Produces<CheckPermalinks.Response>();
}
