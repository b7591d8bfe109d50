using LegalStatusApi.Caching;
using LegalStatusApi.Features.Coverage;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Explorer.Lists;

/// <summary>What is on record, how well it was checked, and what is not: a grid of all places.</summary>
public static class ShowCoveragePage
{
    public static async Task<IResult> Handle(HttpContext http, NpgsqlDataSource database, LatestRevision latest, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.OfForm(http);
        return check.Failed ? check.Problem().Result()
            : await SummarizeCoverage.FindAsync(latest.Asked, database, cancellation) is not { } found
                ? AskedRevision.Latest.NoSuchRevision().Result()
                : await Page.Of<CoveragePage>(http, new CoverageView(found.Said, clock.Today()), found.Revision.RecordedAt);
    }
}

/// <param name="Summary">What the API says.</param>
/// <param name="Today">The day with which dates of review are compared.</param>
public sealed record CoverageView(SummarizeCoverage.CoverageSummaryResponse Summary, DateOnly Today);
