using System.Net;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Classifications;

public sealed class ClassificationsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly string Id = RecordId.OfClassification("DE/lsd");

    private static Given Rows => Given.Substances().Place("DE").Place("NL")
        .Record("lsd", "DE", "lsd", from: "1967-02-25", schedule: "Anlage I", verification: "primary")
        .Record("truffles", "NL", "psilocybin", "legal", form: "mushrooms", to: "2008-12-01", attestedFrom: "2000-01-01")
        .Record("banned", "NL", "psilocybin", "prohibited", form: "mushrooms", from: "2008-12-01")
        .Record("year", "NL", "ketamine", "prescription_only", from: "1990", verification: "treaty");

    [Theory]
    [InlineData("", "DE/lsd,NL/banned,NL/truffles,NL/year")]
    [InlineData("?jurisdiction=nl", "NL/banned,NL/truffles,NL/year")]
    [InlineData("?substance=psilocybin", "NL/banned,NL/truffles")]
    [InlineData("?form=mushrooms&status=legal", "NL/truffles")]
    [InlineData("?verification=treaty", "NL/year")]
    [InlineData("?on=2008-11-30", "DE/lsd,NL/truffles,NL/year")]
    [InlineData("?on=2008-12-01", "DE/lsd,NL/banned,NL/year")]
    [InlineData("?on=1999-12-31&substance=psilocybin", "")]
    [InlineData("?on=1990-06-01&substance=ketamine", "")]
    [InlineData("?on=1990-12-31&substance=ketamine", "NL/year")]
    public async Task Filters_narrow_the_list(string filters, string keys)
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync($"/v1/classifications{filters}");

        Assert.Equal(keys, string.Join(',', answer["items"]!.AsArray().Select(item => (string?)item!["key"])));
    }

    [Fact]
    public async Task Every_wrong_filter_is_named_at_once()
    {
        await using var api = await StartAsync();

        var problem = await api.GetAsync(
            "/v1/classifications?jurisdiction=1&substance=L%20S&form=%25&status=banned&verification=sure&on=2020-02-30&limit=0&cursor=x&revision=no", 400);

        Assert.Equal(["jurisdiction", "substance", "form", "status", "verification", "on", "limit", "revision", "cursor"],
            problem["errors"]!.AsArray().Select(error => (string?)error!["parameter"]));
    }

    [Fact]
    public async Task A_place_and_a_substance_that_are_not_on_record_are_refused_rather_than_answered_with_nothing()
    {
        await using var api = await StartAsync();

        var problem = await api.GetAsync("/v1/classifications?jurisdiction=DK&substance=lsdd", 400);

        Assert.Equal(["jurisdiction", "substance"], problem["errors"]!.AsArray().Select(error => (string?)error!["parameter"]));
    }

    [Fact]
    public async Task One_classification_is_shown_with_its_citations()
    {
        await using var api = await StartAsync();

        var answer = await api.GetAsync($"/v1/classifications/{Id}");

        Assert.Equal("DE", (string?)answer["jurisdiction"]);
        Assert.Equal("Anlage I", (string?)answer["schedule"]);
        Assert.Equal("law", (string?)answer["citations"]![0]!["source"]);
    }

    [Fact]
    public async Task An_id_in_other_letters_is_redirected_and_an_unknown_one_is_404()
    {
        await using var api = await StartAsync();

        var redirect = await api.SendAsync($"/v1/classifications/{Id.ToUpperInvariant()}/versions?limit=1");

        Assert.Equal(HttpStatusCode.PermanentRedirect, redirect.StatusCode);
        Assert.Equal($"/v1/classifications/{Id}/versions?limit=1", redirect.Headers.Location!.OriginalString);
        foreach (var path in new[] { "cls_aaaaaaaaaaaaaaaa", "nonsense", "cls_aaaaaaaaaaaaaaaa/versions" })
        {
            Assert.Equal("/problems/unknown-record", (string?)(await api.GetAsync($"/v1/classifications/{path}", 404))["type"]);
        }
    }

    [Fact]
    public async Task Every_version_says_when_it_was_said_by_whom_and_why()
    {
        await using var api = await StartAsync();
        var from = (long)(await api.GetAsync("/v1/classifications"))["revision"]!;
        var corrected = await database.PublishAsync(Rows.With("DE/lsd", record => record with { Schedule = "Anlage II" }), "The schedule was wrong.");
        var recited = await database.PublishAsync(
            [.. Rows.With("DE/lsd", record => record with { Schedule = "Anlage II" }), new CitationRow(RecordId.OfCitation(Id, "rumour", 1, "named", null), Id, 2, "rumour", 1, "named", null, null, null)],
            "Another source.");
        var withdrawn = await database.PublishAsync(Rows.Rows.Where(row => row is not ClassificationRow { Key: "DE/lsd" } && row is not CitationRow { Record: var cited } | (row as CitationRow)?.Record != Id));

        var versions = (await api.GetAsync($"/v1/classifications/{Id}/versions"))["items"]!.AsArray().TakeLast(3).ToList();

        Assert.Equal([corrected, recited], versions.Skip(1).Select(version => (long)version!["recordedIn"]!));
        Assert.Equal([corrected, recited, withdrawn], versions.Select(version => (long)version!["supersededIn"]!));
        Assert.Equal(["Anlage I", "Anlage II", "Anlage II"], versions.Select(version => (string?)version!["record"]!["schedule"]));
        Assert.Equal([1, 1, 2], versions.Select(version => version!["record"]!["citations"]!.AsArray().Count));
        Assert.Equal("The schedule was wrong.", (string?)versions[1]!["publication"]!["reason"]);
        Assert.Equal("Reviewer", (string?)versions[1]!["publication"]!["reviewer"]);
        await api.GetAsync($"/v1/classifications/{Id}", 404);
        var earlier = (await api.GetAsync($"/v1/classifications/{Id}/versions?revision={from}"))["items"]!.AsArray();
        Assert.False(earlier[^1]!.AsObject().ContainsKey("supersededIn"));
    }

    [Fact]
    public async Task Versions_can_be_read_part_by_part()
    {
        await using var api = await StartAsync();
        await database.PublishAsync(Rows.With("DE/lsd", record => record with { Schedule = "Anlage III" }));

        var all = (await api.GetAsync($"/v1/classifications/{Id}/versions"))["items"]!.AsArray();
        var first = await api.GetAsync($"/v1/classifications/{Id}/versions?limit=1");
        var second = await api.GetAsync((string)first["next"]!);

        Assert.Equal(all[0]!.ToJsonString(), first["items"]![0]!.ToJsonString());
        Assert.Equal(all[1]!.ToJsonString(), second["items"]![0]!.ToJsonString());
    }

    private async Task<TestApi> StartAsync()
    {
        await database.PublishAsync(Rows.Rows);
        return await TestApi.StartAsync(database.Reader);
    }
}
