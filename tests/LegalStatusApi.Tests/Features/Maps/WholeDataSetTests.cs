using System.Text;
using System.Xml.Linq;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Maps;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maps;

/// <summary>Maps of the whole data set, compared with its text and with the answers for single places.</summary>
public sealed class WholeDataSetTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private const int LargestWorld = 150_000;

    private static readonly string[] Context = ["international", "supranational"];

    public static TheoryData<string, string> Maps =>
    [
        .. from region in MapTerms.Regions.Terms from substance in new[] { "psilocybin", "lsd", "ketamine" } select (region.Value, substance),
    ];

    // What is not drawn is added in tools/maps/places.mjs.
    [Fact]
    public void Every_place_of_the_data_set_is_drawn_in_the_world_or_in_its_region()
    {
        var drawn = MapTerms.Regions.Terms.SelectMany(region => MapGeometry.Of(region.Value).Codes).ToHashSet(StringComparer.Ordinal);

        var places = SeedReader.Read(Checkout.Seed).Rows.OfType<JurisdictionRow>().Where(row => !Context.Contains(row.Type));

        Assert.Empty(places.Select(row => row.Code).Except(drawn));
    }

    [Fact]
    public void Neighbours_are_each_others_neighbours()
    {
        var places = SeedReader.Read(Checkout.Seed).Rows.OfType<JurisdictionRow>().Select(row => row.Code).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(["AT", "BE", "CH", "CZ", "DK", "FR", "LU", "NL", "PL"], Neighbours.Of("DE"));
        Assert.Equal(["US-KS", "US-NE", "US-NM", "US-OK", "US-UT", "US-WY"], Neighbours.Of("US-CO"));
        Assert.Empty(Neighbours.Of("IS"));
        Assert.All(places, place => Assert.All(Neighbours.Of(place), beside => Assert.Contains(place, Neighbours.Of(beside))));
    }

    [Fact]
    public void Every_place_is_drawn_once_within_the_picture() => Assert.All(MapTerms.Regions.Terms, region =>
    {
        var geometry = MapGeometry.Of(region.Value);

        Assert.Distinct(geometry.Codes);
        Assert.All(geometry.Places.Where(place => place.Path is null), place => Assert.True(
            place.X > 0 && place.X < geometry.Width && place.Y > 0 && place.Y < geometry.Height, place.Name));
        Assert.All(geometry.Places, place => Assert.NotEqual("", place.Path));
    });

    [Theory]
    [MemberData(nameof(Maps))]
    public async Task Every_map_is_a_picture_without_script_or_style_whose_places_are_named(string region, string substance)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var picture = await Picture.OfAsync(api, $"/v1/maps/{substance}.svg?region={region}&on=2026-11-21&revision=1");

        Assert.Equal(MapGeometry.Of(region).Places.Count, picture.Places.Count());
        Assert.All(picture.Places, place => Assert.Contains(": ", place.Element(Picture.Svg + "title")!.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(picture.Root.DescendantsAndSelf(), each => each.Name.LocalName is "script" or "style" or "foreignObject");
        Assert.DoesNotContain(picture.Root.DescendantsAndSelf().Attributes(), each => each.Name.LocalName == "style" || each.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.Empty(picture.Referred.Except(picture.Root.Descendants().Attributes("id").Select(id => id.Value)));
        Assert.Equal(Vocabulary.Status.Terms.Count + MapTerms.Marks.Terms.Count, picture.LegendWords.Count());
        Assert.True(region != MapTerms.World || Encoding.UTF8.GetByteCount(picture.Text) < LargestWorld);
    }

    [Theory]
    [InlineData("psilocybin", 1)]
    [InlineData("lsd", 2)]
    [InlineData("ketamine", 3)]
    public async Task A_place_shows_what_its_own_answer_says(string substance, int seed)
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        var random = new Random(seed);

        foreach (var region in MapTerms.Regions.Terms.Select(term => term.Value))
        {
            var day = new DateOnly(2026, 11, 21).AddDays(-random.Next(20_000));
            var pinned = $"on={day:yyyy-MM-dd}&revision=1";
            var picture = await Picture.OfAsync(api, $"/v1/maps/{substance}.svg?region={region}&{pinned}");
            var codes = picture.Places.Select(place => (string?)place.Attribute("data-code")).OfType<string>().Order(StringComparer.Ordinal).ToArray();
            random.Shuffle(codes);
            foreach (var code in codes.Take(20).Append(region is MapTerms.World or "Europe" ? "DE" : codes[0]))
            {
                var headline = (await api.GetAsync($"/v1/status/{code}/{substance}?{pinned}"))["headline"]!;
                var isLead = (string?)headline["verification"] is "treaty" or "unverified";

                Assert.Equal(
                    $"{headline["status"]}{((string?)headline["reason"] == "not_researched" ? " not_on_record" : isLead ? " not_checked" : "")}",
                    picture.ClassOf(code));
            }
        }
    }
}
