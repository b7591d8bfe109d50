using LegalStatusApi.Caching;
using LegalStatusApi.Features.Coverage;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Explorer.Lists;

/// <summary>Every place that is covered, by its kind.</summary>
public static class ShowPlacesPage
{
    public static async Task<IResult> Handle(HttpContext http, NpgsqlDataSource database, LatestRevision latest, CancellationToken cancellation)
    {
        var check = Check.OfForm(http);
        return check.Failed ? check.Problem().Result()
            : await SummarizeCoverage.FindAsync(latest.Asked, database, cancellation) is not { } found
                ? AskedRevision.Latest.NoSuchRevision().Result()
                : await Page.Of<PlacesPage>(http, found.Said, found.Revision.RecordedAt);
    }
}
