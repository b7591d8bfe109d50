namespace LegalStatusApi.Features.Access;

/// <summary>Routes of treatment.</summary>
public static class AccessEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder app)
    {
        var access = app.MapGroup("/v1").WithTags("Access");
        access.MapGet("/access", ListAccess.Handle)
            .WithName("ListAccess")
            .WithSummary("Where is a lawful medical or supervised route on record, which kind, for whom, and on what authority?")
            .WithDescription("Each place's own law, once, at the level that says so: the law of a country applies in its states too, and the strictest level is told. With jurisdiction the answer is what all levels of law of that place say. What is uncertain, said by treaties or the European Union, or only a lead comes after what is on record, and says so in standing. A place that is not listed has no route on record, which is not the same as none existing. It names no clinic, gives no dose and recommends nothing.")
            .Produces<AccessResponse>();
    }
}
