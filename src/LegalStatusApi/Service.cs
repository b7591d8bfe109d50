using LegalStatusApi.Features.About;
using LegalStatusApi.Features.Classifications;
using LegalStatusApi.Database;
using LegalStatusApi.Features.Exports;
using LegalStatusApi.Features.Health;
using LegalStatusApi.Features.Maintenance;
using LegalStatusApi.Features.Maintenance.Audit;
using LegalStatusApi.Features.Maintenance.ChangeSets;
using LegalStatusApi.Features.Maintenance.Redactions;
using LegalStatusApi.Features.Maintenance.Review;
using LegalStatusApi.Features.Jurisdictions;
using LegalStatusApi.Features.Revisions;
using LegalStatusApi.Features.Search;
using LegalStatusApi.Features.Sources;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Features.Substances;
using LegalStatusApi.Features.Vocabularies;
using LegalStatusApi.Http;
using LegalStatusApi.Http.OpenApi;
using Npgsql;

namespace LegalStatusApi;

/// <summary>The web service: the table of contents of what it is made of, what a request passes, and what it offers.</summary>
public static class Service
{
    public static WebApplication Build(
        WebApplicationBuilder builder, Settings settings, NpgsqlDataSource database, NpgsqlDataSource writer, TimeProvider clock)
    {
        builder.Logging.AddServiceLogs();
        builder.WebHost.ConfigureServer();
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(database);
        builder.Services.AddKeyedSingleton(Databases.Writer, writer);
        builder.Services.AddMaintainers();
        builder.Services.AddReview();
        builder.Services.AddExceptionHandler<Faults>();
        builder.Services.AddDeadlines();
        builder.Services.AddOpenReading();
        builder.Services.AddHostFiltering(hosts =>
        {
            hosts.IncludeFailureMessage = false;
            hosts.AllowedHosts = [.. settings.AllowedHosts];
        });
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        builder.Services.AddOpenApi();

        var app = builder.Build();
        if (settings.LogsRequests)
        {
            app.UseRequestLog();
        }

        app.UseCommonHeaders();
        app.UseHeadAsGet();
        app.UseExceptionHandler(Faults.Only);
        app.UseStatusProblems();
        app.UseHostFiltering();
        app.UseRouting();
        app.UseCors();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseAuthorization();

        app.MapFeatures();
        return app;
    }

    private static void MapFeatures(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapProblems();
        app.MapHealth();
        app.MapAbout();
        app.MapStatuses();
        app.MapJurisdictions();
        app.MapSubstances();
        app.MapSources();
        app.MapClassifications();
        app.MapSearch();
        app.MapRevisions();
        app.MapVocabulary();
        app.MapExports();
        app.MapChangeSets();
        app.MapReview();
        app.MapRedactions();
        app.MapAudit();
    }
}
