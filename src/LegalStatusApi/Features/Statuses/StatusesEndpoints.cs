using LegalStatusApi.Caching;
using LegalStatusApi.Features.Records.Citing;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Statuses;

/// <summary>The question that the service exists for.</summary>
public static class StatusesEndpoints
{
    public static void AddStatuses(this IServiceCollection services, Settings settings)
    {
        if (settings.Caches.Redis is not null)
        {
            services.AddSingleton<SharedLevels>();
        }

        services.AddSingleton(provider => new StackCache(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<LatestRevision>(), provider.GetService<SharedLevels>(),
            settings.Caches.StackBytes, settings.Deadline));
    }

    public static void MapStatuses(this IEndpointRouteBuilder app)
    {
        var statuses = app.MapGroup("/v1").WithTags("Statuses");
        statuses.MapGet("/status/{jurisdiction}/{substance}", LookUpStatus.Handle)
            .WithName("LookUpStatus")
            .WithSummary("How does a place classify a substance on a day, and on what authority?")
            .WithDescription("The main answer: a headline, every level of law from the most local to the United Nations, where levels contradict each other, what is pending, words that are safe to print, and the citations. A place without a record answers 200 with the status unknown and its reason: unknown never means lawful. An answer whose day and revision are both named never changes: cite its permalink.")
            .Offers([.. Bibliography.Forms, Formats.JsonLd, Formats.Text])
            .Produces<StatusResponse>();
        statuses.MapGet("/status", CompareStatuses.Handle)
            .WithName("CompareStatuses")
            .WithSummary("The same for up to 200 pairs of places and substances at once")
            .WithDescription("Every place with every substance, in the order of the question. A pair that cannot be answered has a problem in its place; the others are answered. With on2, what moved between two law dates at any level whose law applies, and by which instruments. As CSV one row for each pair, as text the sentences alone.")
            .Offers([Formats.Csv, Formats.Text, .. Bibliography.Forms])
            .Produces<CompareResponse>();
        statuses.MapGet("/history/{jurisdiction}/{substance}", ShowHistory.Handle)
            .WithName("ShowHistory")
            .WithSummary("What has a place said of a substance, period by period, and what did each change?")
            .WithDescription("Every period of law of the place itself that is on record, oldest first, of the substance and of each form, with what changed from one to the next and by which instruments.")
            .Offers(Bibliography.Forms)
            .Produces<HistoryResponse>();
    }
}
