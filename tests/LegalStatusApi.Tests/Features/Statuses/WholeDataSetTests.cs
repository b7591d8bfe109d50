using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Statuses;

/// <summary>What holds of every place and substance of the data set on a few days.</summary>
public sealed class WholeDataSetTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private const int PlacesAtOnce = 60;

    [Theory]
    [InlineData("1975-01-01")]
    [InlineData("1999-06-15")]
    [InlineData("2012-12-31")]
    [InlineData("2026-11-21")]
    [InlineData("2100-01-01")]
    public async Task Every_place_and_substance_has_an_honest_answer(string day)
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        var places = await database.Reader.ListAsync<string>("select code from jurisdiction order by code");
        Assert.True(places.Count > 300);

        foreach (var some in places.Chunk(PlacesAtOnce))
        {
            var answers = await api.GetAsync($"/v1/status?jurisdiction={string.Join(',', some)}&substance=psilocybin,lsd,ketamine&on={day}");
            Assert.Equal(some.Length * 3, answers["items"]!.AsArray().Count);
            Assert.All(answers["items"]!.AsArray(), item => AssertHonest(item!["answer"]!));
        }
    }

    private static void AssertHonest(JsonNode answer)
    {
        var place = (string)answer["jurisdiction"]!["code"]!;
        var headline = answer["headline"]!;
        var from = (string)headline["from"]!;
        var said = answer.Headline();

        // The United Nations and the European Union are context to everyone else.
        Assert.True(from == place || from is not ("UN" or "EU"), said);
        Assert.DoesNotContain(answer["conflicts"]!.AsArray(), conflict => (string?)conflict!["level"] is "UN" or "EU");
        Assert.False(headline["strictest"] is { } strictest && (string?)strictest["from"] is "UN" or "EU" && place is not ("UN" or "EU"), said);
        // Unknown has a reason, and a known answer an authority.
        Assert.True((string?)headline["status"] == "unknown" == headline["reason"] is not null || (string?)headline["certainty"] == "either", said);
        var layer = answer.Layer(from);
        Assert.True((string?)headline["status"] == "unknown" || layer["citations"] is JsonArray { Count: > 0 } || layer["candidates"] is JsonArray { Count: > 1 }, said);
        Assert.True((string?)headline["verification"] is not ("treaty" or "unverified")
            || answer.Say().StartsWith("Not checked in the law itself:", StringComparison.Ordinal), said);
        // A day that lies ahead is projected, unless a change is due before it.
        Assert.Equal((string?)layer["certainty"] == "projected" && (string?)headline["status"] != "unknown", (string?)headline["certainty"] == "projected"
            || ((string?)headline["certainty"] == "unsettled" && (string?)layer["certainty"] == "projected"));
    }
}
