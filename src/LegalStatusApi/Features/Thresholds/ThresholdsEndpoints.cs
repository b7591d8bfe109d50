namespace LegalStatusApi.Features.Thresholds;

/// <summary>The amounts that laws name.</summary>
public static class ThresholdsEndpoints
{
    public static void MapThresholds(this IEndpointRouteBuilder app)
    {
        var thresholds = app.MapGroup("/v1").WithTags("Thresholds");
        thresholds.MapGet("/thresholds", ListThresholds.Handle)
            .WithName("ListThresholds")
            .WithSummary("Which amounts do laws name, what does each change, and what remains an offence below it?")
            .WithDescription("Each amount with its UCUM unit and what it is measured of; amounts on different bases cannot be compared, and none are compared here. With jurisdiction the answer is what all levels of law of that place name. A place without an amount has none on record, which does not make small amounts lawful.")
            .Produces<ThresholdsResponse>();
    }
}
