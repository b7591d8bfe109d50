using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Claims;

/// <summary>What people say of the law, checked against the record.</summary>
public static class ClaimsEndpoints
{
    public static void MapClaims(this IEndpointRouteBuilder app)
    {
        var claims = app.MapGroup("/v1/claims").WithTags("Claims");
        claims.MapGet("/check", CheckClaim.Handle)
            .WithName("CheckClaim")
            .WithSummary("Does the record bear out what somebody says of the law?")
            .WithDescription("Deterministic: a public table says what each word comes to beside each status (/v1/vocabulary/claim, /v1/vocabulary/verdict). The answer names the records that decide, with their citations, when else the claim is true and of which forms, and words that are safe to print. What was not checked in the law itself never makes a claim supported or contradicted.")
            .Produces<ClaimResponse>();
        claims.MapPost("/check", CheckClaims.Handle)
            .WithName("CheckClaims")
            .WithSummary("The same for up to 200 claims at once")
            .WithDescription("Each claim has the members of the question for one; revision or asOf stand beside the list and are for all. A claim that cannot be answered has a problem in its place; the others are answered. It changes nothing and is not cached.")
            .RequireCors(OpenPosts.Policy)
            .Produces<CheckClaims.Response>();
    }
}
