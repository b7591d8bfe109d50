using LegalStatusApi.Http;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace LegalStatusApi.Features.Mcp;

/// <summary>
/// The Model Context Protocol, for agents: another way to ask what /v1 answers. It has a contract of its own (initialize, tools/list), so
/// it is no part of ours.
/// </summary>
public static class McpEndpoints
{
    public const string Path = "/mcp";

    // Routing answers every other method with 405: there are no sessions to end, and nothing is sent unasked.
    public static void MapMcp(this IEndpointRouteBuilder app) => app.MapPost(Path, AnswerMcp.Handle)
        .WithName("AnswerMcp")
        .RequireCors(Policy)
        .ExcludeFromDescription();

    // The protocol has servers check the Origin, so that no page reaches what only its reader may. Here is nothing of that kind: anybody
    // may read all there is, no cookie and no key is looked at, and a name that is made to point at a service within a network is refused
    // by AllowedHosts.
    private static void Policy(CorsPolicyBuilder policy)
    {
        OpenPosts.Policy(policy);
        policy.WithHeaders(AnswerMcp.VersionHeader);
    }
}
