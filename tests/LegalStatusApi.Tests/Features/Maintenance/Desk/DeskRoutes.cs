namespace LegalStatusApi.Tests.Features.Maintenance.Desk;

/// <summary>Every route of the desk, and which key it needs.</summary>
public static class DeskRoutes
{
    public const string Nobody = "nobody";
    public const string AnyKey = "any key";

    public static readonly Dictionary<string, string> Needed = new(StringComparer.Ordinal)
    {
        ["GET /desk/"] = Nobody,
        ["POST /desk/sign-in"] = Nobody,
        ["POST /desk/sign-out"] = Nobody,
        ["GET /desk/queue"] = AnyKey,
        ["POST /desk/queue/{id}/{work}"] = "propose or review",
        ["GET /desk/reports/{id}"] = "review",
        ["GET /desk/changesets/"] = AnyKey,
        ["GET /desk/changesets/new"] = "propose",
        ["POST /desk/changesets/new"] = "propose",
        ["GET /desk/changesets/{id}"] = AnyKey,
        ["GET /desk/changesets/{id}/places/{place}"] = AnyKey,
        ["GET /desk/changesets/{id}/places/{place}/sources"] = "propose",
        ["POST /desk/changesets/{id}/submit"] = "propose",
        ["POST /desk/changesets/{id}/withdraw"] = "propose",
        ["POST /desk/changesets/{id}/revert"] = "propose",
        ["POST /desk/changesets/{id}/approve"] = "review",
        ["POST /desk/changesets/{id}/reject"] = "review",
        ["POST /desk/changesets/{id}/publish"] = "publish",
        ["GET /desk/changesets/{id}/classifications/{place}/{key}"] = "propose",
        ["POST /desk/changesets/{id}/classifications/{place}/{key}"] = "propose",
        ["POST /desk/changesets/{id}/classifications/{place}/{key}/remove"] = "propose",
        ["GET /desk/changesets/{id}/leads/{place}/{key}"] = "propose",
        ["POST /desk/changesets/{id}/leads/{place}/{key}"] = "propose",
        ["POST /desk/changesets/{id}/leads/{place}/{key}/remove"] = "propose",
        ["GET /desk/changesets/{id}/pending/{place}/{key}"] = "propose",
        ["POST /desk/changesets/{id}/pending/{place}/{key}"] = "propose",
        ["POST /desk/changesets/{id}/pending/{place}/{key}/remove"] = "propose",
        ["GET /desk/changesets/{id}/jurisdictions/{key}"] = "propose",
        ["POST /desk/changesets/{id}/jurisdictions/{key}"] = "propose",
        ["POST /desk/changesets/{id}/jurisdictions/{key}/remove"] = "propose",
        ["GET /desk/changesets/{id}/verifications/{place}/{key}"] = "propose",
        ["POST /desk/changesets/{id}/verifications/{place}/{key}"] = "propose",
        ["GET /desk/changesets/{id}/sources/{place}/{key}"] = "propose",
        ["POST /desk/changesets/{id}/sources/{place}/{key}"] = "propose",
    };

    public static string AddressOf(string route, string id = "chs_aaaaaaaaaaaaaaaa") => route.Split(' ')[1].TrimEnd('/')
        .Replace("{id}", id, StringComparison.Ordinal).Replace("{place}", "DE", StringComparison.Ordinal)
        .Replace("{key}", "lsd-1", StringComparison.Ordinal).Replace("{work}", "claim", StringComparison.Ordinal);
}
