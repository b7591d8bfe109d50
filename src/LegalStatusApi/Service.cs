using LegalStatusApi.Caching;
using LegalStatusApi.Features.About;
using LegalStatusApi.Features.Access;
using LegalStatusApi.Features.BoundaryCases;
using LegalStatusApi.Features.Changes;
using LegalStatusApi.Features.Claims;
using LegalStatusApi.Features.Classifications;
using LegalStatusApi.Features.Coverage;
using LegalStatusApi.Database;
using LegalStatusApi.Features.Explorer;
using LegalStatusApi.Features.Exports;
using LegalStatusApi.Features.Health;
using LegalStatusApi.Features.Journeys;
using LegalStatusApi.Features.Maintenance;
using LegalStatusApi.Features.Maintenance.Audit;
using LegalStatusApi.Features.Maintenance.ChangeSets;
using LegalStatusApi.Features.Maintenance.Desk;
using LegalStatusApi.Features.Maintenance.Redactions;
using LegalStatusApi.Features.Maintenance.Review;
using LegalStatusApi.Features.Jurisdictions;
using LegalStatusApi.Features.Maps;
using LegalStatusApi.Features.Mcp;
using LegalStatusApi.Features.Pending;
using LegalStatusApi.Features.Permalinks;
using LegalStatusApi.Features.Revisions;
using LegalStatusApi.Features.Search;
using LegalStatusApi.Features.Sources;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Features.Substances;
using LegalStatusApi.Features.Thresholds;
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
        builder.AddParts(settings, database, writer, clock);
        var app = builder.Build();
        if (settings.LogsRequests)
        {
            app.UseRequestLog();
        }

        if (settings.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseAnswerCache();
        app.UseDraining();
        app.UseCommonHeaders();
        app.UseHeadAsGet();
        app.UseCompression();
        app.UseExceptionHandler(Faults.Only);
        app.UseStatusProblems();
        app.UseOneFraming();
        app.UseHostFiltering();
        app.UseRouting();
        app.UseCors();
        app.UseDeprecations();
        app.UseRateLimits();
        app.UseRequestTimeouts();
        app.UseTimeGate();
        app.UseAuthentication();
        app.UseAuthorization();

        app.MapFeatures();
        BuildEndpointsOnce(app);
        return app;
    }

    // Routing and authorization each ask every source for its endpoints, and each time all handlers would be compiled anew.
    private static void BuildEndpointsOnce(IEndpointRouteBuilder app)
    {
        var all = new CompositeEndpointDataSource([.. app.DataSources]);
        app.DataSources.Clear();
        app.DataSources.Add(all);
    }

    private static void AddParts(
        this WebApplicationBuilder builder, Settings settings, NpgsqlDataSource database, NpgsqlDataSource writer, TimeProvider clock)
    {
        builder.Logging.AddServiceLogs();
        builder.WebHost.ConfigureServer();
        if (settings.SharesPort)
        {
            builder.WebHost.SharePort();
        }

        builder.Services.AddSingleton(settings).AddSingleton(new PublicAddress(settings.PublicUrl)).AddSingleton(clock).AddSingleton(database).AddSingleton<Draining>();
        builder.Services.AddKeyedSingleton(Databases.Writer, writer);
        builder.Services.AddMaintainers();
        builder.Services.AddReview();
        builder.Services.AddExplorer();
        builder.Services.AddDesk();
        builder.Services.AddMaps();
        builder.Services.AddExceptionHandler<Faults>();
        builder.Services.AddDeadlines(settings.Deadline);
        builder.Services.AddOpenReading();
        builder.Services.AddCompression();
        builder.Services.AddRateLimits(settings.RateLimit);
        builder.Services.AddCaching(settings.Caches);
        builder.Services.AddStatuses(settings);
        builder.Services.AddTelemetry(settings.Telemetry);
        builder.Services.AddTrustedProxies(settings.TrustedProxies);
        builder.Services.AddHostFiltering(hosts =>
        {
            hosts.IncludeFailureMessage = false;
            hosts.AllowedHosts = [.. settings.AllowedHosts];
        });
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        builder.Services.AddOpenApi();
    }

    private static void MapFeatures(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapHealth();
        app.MapAbout();
        app.MapStatuses();
        app.MapJurisdictions();
        app.MapSubstances();
        app.MapSources();
        app.MapClassifications();
        app.MapAccess();
        app.MapThresholds();
        app.MapCoverage();
        app.MapBoundaryCases();
        app.MapSearch();
        app.MapRevisions();
        app.MapChanges();
        app.MapPending();
        app.MapClaims();
        app.MapPermalinks();
        app.MapJourneys();
        app.MapVocabulary();
        app.MapMaps();
        app.MapExports();
        app.MapMcp();
        app.MapChangeSets();
        app.MapReview();
        app.MapRedactions();
        app.MapAudit();
        app.MapDesk();
        app.MapExplorer();
    }
}
