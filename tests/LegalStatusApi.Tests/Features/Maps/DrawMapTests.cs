using System.Xml.Linq;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Maps;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maps;

public sealed class DrawMapTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string HostileName = "<script>alert('x')</script> & \"quoted\" ]]> <style>";

    private static Given Rows => Given.Substances()
        .Place("DE", name: "Germany").Place("FR").Place("CZ").Place("NO").Place("AT").Place("SE")
        .Place("US", name: "United States").Place("PR", "US", type: "territory", name: "Puerto Rico").Place("US-CO", "US", name: "Colorado").Place("US-CO-denver", "US-CO", name: "Denver")
        .Place("IT", name: HostileName)
        .Record("1", "DE", "psilocybin", from: "1967-02-25", verification: "primary", schedule: "Anlage I")
        .Record("1", "FR", "psilocybin", from: "1970-01-01", verification: "treaty")
        .Record("1", "NO", "psilocybin", status: "uncontrolled", from: "1970-01-01", verification: "unverified")
        .Record("1", "AT", "psilocybin", from: "2024")
        .Record("1", "US", "psilocybin", from: "1968-10-24", schedule: "Schedule I")
        .Record("1", "US-CO", "psilocybin", status: "supervised_program", from: "2022-12-27")
        .Record("mushrooms-1", "US-CO-denver", "psilocybin", status: "deprioritized", form: "mushrooms", from: "2019-05-07")
        .Record("1", "IT", "psilocybin", from: "1970-01-01");

    [Theory]
    [InlineData("DE", "prohibited", "Germany: prohibited (Anlage I).")]
    [InlineData("FR", "prohibited not_checked", "Place FR: prohibited; not checked in the law itself.")]
    [InlineData("CZ", "unknown not_on_record", "Place CZ: unknown. Nothing is on record for this place and substance.")]
    [InlineData("NO", "unknown", "Place NO: unknown. There is only a lead that was not checked in the law itself: nobody should act on it.")]
    [InlineData("AT", "unknown", "Place AT: unknown. The law changed within a month or year whose exact day is not known; both candidates are named.")]
    [InlineData("PR", "prohibited", "Puerto Rico: prohibited (Schedule I); by the law of the United States, which applies there.")]
    [InlineData(null, "outside_coverage", "Spain: outside our coverage.")]
    public async Task A_place_shows_its_headline_in_a_class_a_fill_and_words(string? code, string classes, string title)
    {
        await using var api = await StartAsync();

        var picture = await Picture.OfAsync(api, "/v1/maps/psilocybin.svg?on=2024-06-01");
        var place = picture.Places.Single(each => each.Element(Picture.Svg + "title")!.Value == title);

        Assert.Equal(code, (string?)place.Attribute("data-code"));
        Assert.Equal(classes, (string?)place.Attribute("class"));
    }

    [Fact]
    public async Task What_was_not_checked_what_is_unknown_not_on_record_and_not_covered_has_patterns_of_its_own()
    {
        await using var api = await StartAsync();

        var picture = await Picture.OfAsync(api, "/v1/maps/psilocybin.svg?on=2024-06-01");
        var outside = (string)picture.Places.First(each => (string?)each.Attribute("class") == "outside_coverage").Attribute("fill")!;

        string[] fills = [picture.FillOf("DE"), picture.FillOf("FR"), picture.FillOf("CZ"), picture.FillOf("NO"), outside];
        Assert.Distinct(fills);
        Assert.All(fills[1..], fill => Assert.StartsWith("url(#", fill, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_city_is_a_dot_that_names_the_stricter_law_above_it()
    {
        await using var api = await StartAsync();

        var picture = await Picture.OfAsync(api, "/v1/maps/psilocybin.svg?region=US&form=mushrooms&on=2024-01-01");

        Assert.Equal("circle", picture.Place("US-CO-denver").Name.LocalName);
        Assert.Equal("Denver: deprioritized. The law of the United States, which also applies there, says: prohibited (Schedule I).", picture.TitleOf("US-CO-denver"));
        Assert.Equal("supervised_program", picture.ClassOf("US-CO"));
        Assert.Equal("outside_coverage", (string?)picture.Places.Single(each => each.Element(Picture.Svg + "title")!.Value.StartsWith("Texas:", StringComparison.Ordinal)).Attribute("class"));
        Assert.Contains("Psilocybin mushrooms in law: United States", picture.Text, StringComparison.Ordinal);
        Assert.Contains("another answer for psilocybin mushrooms", (await Picture.OfAsync(api, "/v1/maps/psilocybin.svg?region=US&on=2024-01-01")).TitleOf("US-CO-denver"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_holds_its_day_revision_source_licence_and_notice_and_every_word_of_the_vocabulary()
    {
        await using var api = await StartAsync();

        var picture = await Picture.OfAsync(api, "/v1/maps/psilocybin.svg?region=Europe&on=2024-06-01&revision=1");
        var written = string.Join('\n', picture.Root.Elements(Picture.Svg + "text").Select(each => each.Value));

        Assert.Equal("img", (string?)picture.Root.Attribute("role"));
        Assert.Contains("Law on 2024-06-01", written, StringComparison.Ordinal);
        Assert.Contains("revision 1 of the record", written, StringComparison.Ordinal);
        Assert.Contains("Information, not legal or medical advice; law on 2024-06-01.", written, StringComparison.Ordinal);
        Assert.Contains("Source: Legal Status API, http://localhost/", written, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", written, StringComparison.Ordinal);
        Assert.Contains("http://localhost/v1/maps/psilocybin.svg?region=Europe&on=2024-06-01&revision=1", written, StringComparison.Ordinal);
        Assert.Equal(
            Vocabulary.Status.Terms.Select(term => term.Value.Replace('_', ' ')).Concat(["not checked in the law itself", "not on record", "outside our coverage"]),
            picture.LegendWords);
        var described = picture.Root.Attributes().Where(each => each.Name.LocalName.StartsWith("aria-", StringComparison.Ordinal)).Select(each => each.Value);
        Assert.Equal(2, described.Count(id => picture.Root.Elements().Any(each => (string?)each.Attribute("id") == id)));
    }

    [Fact]
    public async Task A_hostile_name_is_text_and_nothing_else()
    {
        await using var api = await StartAsync();

        var picture = await Picture.OfAsync(api, "/v1/maps/psilocybin.svg");
        var page = await api.Client.GetStringAsync("/embed/psilocybin", TestContext.Current.CancellationToken);

        Assert.StartsWith(HostileName, picture.TitleOf("IT"), StringComparison.Ordinal);
        Assert.All([picture.Text, page], text =>
        {
            Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<style", text, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task A_map_with_day_and_revision_never_changes_and_another_leads_to_it()
    {
        await using var api = await StartAsync();
        var current = await api.SendAsync("/v1/maps/psilocybin.svg?form=mushrooms");
        var permalink = current.Content.Headers.ContentLocation!.OriginalString;
        var before = await api.Client.GetByteArrayAsync(permalink, TestContext.Current.CancellationToken);
        api.Clock.Now = TestApi.Now.AddYears(2);
        await database.PublishAsync(Rows.With("DE/1", record => record with { Status = "medical_only" }));

        var pinned = await api.SendAsync(permalink);

        Assert.Equal("image/svg+xml", pinned.Content.Headers.ContentType!.MediaType);
        Assert.Contains("form=mushrooms&on=2026-11-21&revision=", permalink, StringComparison.Ordinal);
        Assert.Equal(before, await pinned.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains("immutable", pinned.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("max-age=60", current.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("medical_only", (await Picture.OfAsync(api, "/v1/maps/psilocybin.svg")).ClassOf("DE"));
    }

    [Fact]
    public async Task A_day_that_lies_ahead_is_said_to_and_has_no_permalink()
    {
        await using var api = await StartAsync();

        var answer = await api.SendAsync("/v1/maps/psilocybin.svg?on=2030-01-01&revision=1");
        var picture = new Picture(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Null(answer.Content.Headers.ContentLocation);
        Assert.DoesNotContain("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Germany: prohibited (Anlage I); unless the law changes before then.", picture.TitleOf("DE"));
        Assert.Contains("so it will be unless the law changes", picture.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lsd.svg?region=europe", 400, "region")]
    [InlineData("lsd.svg?on=2024-02-30", 400, "on")]
    [InlineData("lsd.svg?revision=0", 400, "revision")]
    [InlineData("lsd.svg?revision=99", 400, "revision")]
    [InlineData("lsd.svg?form=truffles", 400, "form")]
    [InlineData("psilocybin.geojson?form=truffles", 400, "form")]
    [InlineData("lsd.geojson?jurisdiction=DE", 400, "jurisdiction")]
    public async Task A_mistake_is_refused_by_name(string map, int status, string parameter)
    {
        await using var api = await StartAsync();

        Assert.Equal([parameter], (await api.GetAsync($"/v1/maps/{map}", status)).WrongParameters());
    }

    [Theory]
    [InlineData("/v1/maps/LSD.svg?region=US", "/v1/maps/lsd.svg?region=US")]
    [InlineData("/v1/maps/50-37-3.geojson", "/v1/maps/lsd.geojson")]
    [InlineData("/embed/acid", "/embed/lsd")]
    public async Task Another_name_of_a_substance_leads_to_it(string asked, string expected)
    {
        await using var api = await StartAsync();

        var answer = await api.SendAsync(asked);

        Assert.Equal(308, (int)answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_unknown_substance_is_not_found()
    {
        await using var api = await StartAsync();

        Assert.Equal("/problems/unknown-substance", (string?)(await api.GetAsync("/v1/maps/lsdd.svg", 404))["type"]);
    }

    [Fact]
    public async Task Within_a_page_places_are_links_and_ids_are_the_maps_own()
    {
        await database.PublishAsync(Rows.Rows);
        var day = new StatusQuestion(new DateOnly(2024, 6, 1), true, null, new AskedRevision(null, null), new DateOnly(2026, 11, 21));
        var found = await DrawMap.FindAsync(new MapQuestion("psilocybin", MapTerms.World, day), database.Reader, TestContext.Current.CancellationToken);

        var picture = new Picture(MapPicture.Fragment(found.Map!, new MapPicture.Shown("front-", code => $"/places/{code}?a=1&b=2", Heading: false, Legend: false)));

        var link = picture.Place("DE").Parent!;
        Assert.Equal("a", link.Name.LocalName);
        Assert.Equal("/places/DE?a=1&b=2", (string?)link.Attribute("href"));
        Assert.Equal("group", (string?)picture.Root.Attribute("role"));
        Assert.DoesNotContain(picture.Places, each => each.Attribute("data-code") is null && each.Parent!.Name.LocalName == "a");
        Assert.All(picture.Root.Descendants().Attributes("id"), id => Assert.StartsWith("front-", id.Value, StringComparison.Ordinal));
        Assert.Empty(picture.Root.Elements(Picture.Svg + "text"));
        Assert.Empty(picture.Referred.Except(picture.Root.Descendants().Attributes("id").Select(id => id.Value)));
    }

    private async Task<TestApi> StartAsync()
    {
        await database.PublishAsync(Rows.Rows);
        return await TestApi.StartAsync(database.Reader);
    }
}
