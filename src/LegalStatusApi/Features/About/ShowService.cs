using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.About;

/// <summary>What this service is, and where everything begins.</summary>
public static class ShowService
{
    /// <summary>What this service is.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Question">The question that it answers.</param>
    /// <param name="Notice">What every reuse must say.</param>
    /// <param name="Version">Version of the software.</param>
    /// <param name="Revision">The current revision of the record; absent before the first.</param>
    /// <param name="RecordedAt">When that was published.</param>
    /// <param name="Licenses">Under which licences the data and the code may be used.</param>
    /// <param name="Terms">Terms of use, in a few sentences.</param>
    /// <param name="Links">Where everything begins, by name. Names in braces are to be filled in (RFC 6570).</param>
    public sealed record ServiceResponse(
        string Name,
        string Question,
        string Notice,
        string Version,
        long? Revision,
        DateTimeOffset? RecordedAt,
        LicensesResponse Licenses,
        IReadOnlyList<string> Terms,
        IReadOnlyDictionary<string, string> Links);

    /// <summary>Licences.</summary>
    /// <param name="Data">Of the data set: every answer.</param>
    /// <param name="Code">Of the software.</param>
    public sealed record LicensesResponse(LicenseResponse Data, LicenseResponse Code);

    /// <summary>A licence.</summary>
    /// <param name="Id">Its SPDX identifier.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Url">Where its text stands.</param>
    public sealed record LicenseResponse(string Id, string Name, string Url);

    public static async Task<IResult> Handle(HttpContext http, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var current = await database.ReadAtAsync(null, null, (_, revision) => Task.FromResult(revision), cancellation);
        var body = new ServiceResponse(
            "Legal Status API",
            "How does a place classify psilocybin, LSD or ketamine on a date, as recorded in a revision, and on what authority?",
            "Information, not legal or medical advice.",
            typeof(ShowService).Assembly.GetName().Version!.ToString(3),
            current?.Said.Number,
            current?.Said.RecordedAt,
            Licenses,
            Terms,
            Links);
        return Answer.Of(body, new Freshness(current?.Said.RecordedAt));
    }

    private static readonly LicensesResponse Licenses = new(
        new LicenseResponse("CC-BY-4.0", "Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/"),
        new LicenseResponse("MIT", "MIT License", "https://opensource.org/license/mit"));

    private static readonly string[] Terms =
    [
        "Reading needs no key and no account.",
        "Name the source, the revision and the law date, and say that it is information, not legal or medical advice.",
        "Unknown never means lawful. Where verification is treaty or unverified, the law itself was not checked.",
        "Nothing is recorded that ties a question to whoever asked it.",
    ];

    private static readonly Dictionary<string, string> Links = new(StringComparer.Ordinal)
    {
        ["self"] = "/v1/",
        ["status"] = "/v1/status/{jurisdiction}/{substance}{?on,form,revision,asOf}",
        ["compare"] = "/v1/status{?jurisdiction,substance,on,form,revision,asOf}",
        ["history"] = "/v1/history/{jurisdiction}/{substance}{?form,revision,asOf}",
        ["jurisdictions"] = "/v1/jurisdictions",
        ["substances"] = "/v1/substances",
        ["sources"] = "/v1/sources",
        ["classifications"] = "/v1/classifications",
        ["access"] = "/v1/access{?substance,indication,jurisdiction,form,kind,on,limit,revision,asOf}",
        ["thresholds"] = "/v1/thresholds{?substance,jurisdiction,form,on,limit,revision,asOf}",
        ["coverage"] = "/v1/coverage{?jurisdiction,substance,form,verification,limit,revision,asOf}",
        ["coverageSummary"] = "/v1/coverage/summary{?revision,asOf}",
        ["boundaryCases"] = "/v1/boundary-cases{?jurisdiction,substance,limit,revision,asOf}",
        ["revisions"] = "/v1/revisions",
        ["changes"] = "/v1/changes{?kind,jurisdiction,substance,classification,since}",
        ["changesAsAtom"] = "/v1/changes.atom{?kind,jurisdiction,substance,classification}",
        ["changesAsJsonFeed"] = "/v1/changes.json{?kind,jurisdiction,substance,classification}",
        ["pending"] = "/v1/pending{?jurisdiction,substance,kind,state,on}",
        ["pendingAsCalendar"] = "/v1/pending.ics{?jurisdiction,substance,kind}",
        ["map"] = "/v1/maps/{substance}.svg{?on,region,form,revision,asOf}",
        ["mapCard"] = "/v1/maps/{substance}.png{?on,region,form,revision,asOf}",
        ["mapData"] = "/v1/maps/{substance}.geojson{?on,region,form,revision,asOf}",
        ["embed"] = "/embed/{substance}{?on,region,form,revision,asOf}",
        ["oembed"] = "/v1/oembed{?url,maxwidth,maxheight}",
        ["vocabulary"] = "/v1/vocabulary",
        ["export"] = "/v1/export.ndjson{?revision}",
        ["problems"] = "/problems",
        ["contract"] = "/openapi/v1.json",
        ["documentation"] = "/swagger",
        ["mcp"] = "/mcp",
        ["health"] = "/health/ready",
    };
}
