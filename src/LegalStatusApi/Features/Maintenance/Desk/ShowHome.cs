using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Maintenance.ChangeSets;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Desk;

/// <summary>The desk: the form to sign in; or who you are, and what waits.</summary>
public static class ShowHome
{
    private static readonly string[] Waiting = [ChangeSetState.InReview, ChangeSetState.Approved, ChangeSetState.Draft];

    public static async Task<IResult> Handle(
        HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, TimeProvider clock, CancellationToken cancellation)
    {
        if (http.User.Identity?.IsAuthenticated != true)
        {
            return await DeskPage.Of<SignInPage>(http, visit => new SignInView(visit, null, null));
        }

        var check = Check.Of(http);
        var sets = new Dictionary<string, IReadOnlyList<ListChangeSets.Item>>(StringComparer.Ordinal);
        foreach (var state in Waiting)
        {
            var author = state == ChangeSetState.Draft ? Maintainer.Of(http.User).Id : null;
            sets[state] = (await ListChangeSets.FindAsync(state, author, Paging.Read(check, http, clock, null, null, null, null), writer, cancellation)).Items;
        }

        return await DeskPage.Of<HomePage>(http, visit => new HomeView(visit, sets));
    }
}

/// <param name="Sets">Change sets that wait, by state; of the drafts one's own.</param>
public sealed record HomeView(DeskVisit Visit, IReadOnlyDictionary<string, IReadOnlyList<ListChangeSets.Item>> Sets);
