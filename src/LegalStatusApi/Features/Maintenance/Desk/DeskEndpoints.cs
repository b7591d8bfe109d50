using LegalStatusApi.Features.Maintenance.Desk.Editing;
using LegalStatusApi.Features.Maintenance.Desk.Queue;
using LegalStatusApi.Features.Maintenance.Desk.Sets;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace LegalStatusApi.Features.Maintenance.Desk;

/// <summary>The maintainers' desk: the same writes as the API's, as pages and forms. It is no part of the contract.</summary>
public static class DeskEndpoints
{
    public const string Home = "/desk";

    // A letter of some scripts is nine characters in a form.
    private const long LargestForm = 512 * 1024;

    // The whole data set is judged at each step, which takes longer than an answer may.
    private static readonly RequestTimeoutPolicy Patience = new() { Timeout = TimeSpan.FromSeconds(60) };

    public static void AddDesk(this IServiceCollection services)
    {
        // The keys that seal cookies and forms live as long as the service: a restart signs everybody out, and nothing secret is on disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton<EndedSessions>();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.FormFieldName = "token";
            antiforgery.HeaderName = null;
            antiforgery.Cookie.Name = "desk-form";
            antiforgery.Cookie.Path = Home;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        // That somebody was not let in is in the answer and, of a key that may not, in the audit.
        services.AddLogging(logging => logging.AddFilter(typeof(DeskEndpoints).Namespace, LogLevel.Warning));
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, DeskAuthentication>(DeskAuthentication.Name, null);
    }

    public static void MapDesk(this IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup(Home).ExcludeFromDescription().WithMetadata(new DisableCorsAttribute(), ForPeople.Mark).AddEndpointFilter(DeskGuard.PassAsync);
        desk.MapGet("", ShowHome.Handle).RequireAuthorization(DeskAuthentication.NeedsNothing());
        desk.MapPost("/sign-in", SignIn.Handle);
        desk.MapPost("/sign-out", SignIn.Leave).RequireAuthorization(DeskAuthentication.NeedsNothing());

        desk.MapGet("/queue", ShowQueue.Handle).RequireAuthorization(DeskAuthentication.Needs());
        desk.MapPost("/queue/{id}/{work}", WorkOnQueue.Handle).RequireAuthorization(DeskAuthentication.Needs(Scopes.Propose, Scopes.Review));
        desk.MapGet("/reports/{id}", ShowReportPage.Handle).RequireAuthorization(DeskAuthentication.Needs(Scopes.Review));

        var sets = desk.MapGroup("/changesets");
        sets.WithRequestTimeout(Patience);
        MapReading(sets.MapGroup("").RequireAuthorization(DeskAuthentication.Needs()));
        MapSteps(sets);
        MapEditing(sets.MapGroup("").WithMetadata(new RequestSizeLimitAttribute(LargestForm)).RequireAuthorization(DeskAuthentication.Needs(Scopes.Propose)));
    }

    private static void MapReading(RouteGroupBuilder sets)
    {
        sets.MapGet("", ShowSets.Handle);
        sets.MapGet("/{id}", ShowSet.Handle);
        sets.MapGet("/{id}/places/{place}", ShowPlaceRecords.Handle);
    }

    private static void MapSteps(RouteGroupBuilder sets)
    {
        sets.MapPost("/{id}/submit", TakeStep.SubmitAsync).RequireAuthorization(DeskAuthentication.Needs(Scopes.Propose));
        sets.MapPost("/{id}/withdraw", TakeStep.WithdrawAsync).RequireAuthorization(DeskAuthentication.Needs(Scopes.Propose));
        sets.MapPost("/{id}/revert", TakeStep.RevertAsync).RequireAuthorization(DeskAuthentication.Needs(Scopes.Propose));
        sets.MapPost("/{id}/approve", TakeStep.ApproveAsync).RequireAuthorization(DeskAuthentication.Needs(Scopes.Review));
        sets.MapPost("/{id}/reject", TakeStep.RejectAsync).RequireAuthorization(DeskAuthentication.Needs(Scopes.Review));
        sets.MapPost("/{id}/publish", TakeStep.PublishAsync).RequireAuthorization(DeskAuthentication.Needs(Scopes.Publish));
    }

    private static void MapEditing(RouteGroupBuilder sets)
    {
        // Without the cast it would be a handler of requests, whose result nobody writes.
        sets.MapGet("/new", (Delegate)OpenSet.Show);
        sets.MapPost("/new", OpenSet.OpenAsync);
        MapRecords<ClassificationPage>(sets, DraftText.Classifications, "{place}/{key}", RecordFields.OfClassification);
        MapRecords<LeadPage>(sets, DraftText.Leads, "{place}/{key}", RecordFields.OfLead);
        MapRecords<PendingLawPage>(sets, DraftText.Pending, "{place}/{key}", RecordFields.OfPendingLaw);
        MapRecords<PlacePage>(sets, DraftText.Places, "{key}", RecordFields.OfPlace);
        sets.MapGet("/{id}/verifications/{place}/{key}", VerifyRecord.Show);
        sets.MapPost("/{id}/verifications/{place}/{key}", VerifyRecord.SaveAsync);
        sets.MapGet("/{id}/places/{place}/sources", EditSource.Begin);
        sets.MapGet("/{id}/sources/{place}/{key}", EditSource.Show);
        sets.MapPost("/{id}/sources/{place}/{key}", EditSource.SaveAsync);
    }

    private static void MapRecords<TPage>(RouteGroupBuilder sets, string shelf, string record, RecordFields fields)
        where TPage : IComponent
    {
        var editor = new EditRecord<TPage>(shelf, fields);
        sets.MapGet($"/{{id}}/{shelf}/{record}", editor.ShowAsync);
        sets.MapPost($"/{{id}}/{shelf}/{record}", editor.SaveAsync);
        sets.MapPost($"/{{id}}/{shelf}/{record}/remove", new RemoveRecord(shelf).RemoveAsync);
    }
}
