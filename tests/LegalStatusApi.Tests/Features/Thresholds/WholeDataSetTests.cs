using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Thresholds;

/// <summary>What holds of every amount of the data set.</summary>
public sealed class WholeDataSetTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    [Theory]
    [InlineData("2026-11-21")]
    [InlineData("2022-06-01")]
    public async Task Every_amount_says_what_it_does_not_change_and_on_what_authority(string day)
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        foreach (var substance in new[] { "psilocybin", "lsd", "ketamine" })
        {
            var items = await api.FollowAsync($"/v1/thresholds?substance={substance}&on={day}");

            Assert.NotEmpty(items);
            Assert.All(items, item =>
            {
                Assert.Matches("(remains an offence|not made lawful by that|not lawful|from no other)\\.", (string)item["say"]!);
                Assert.NotEmpty(item["citations"]!.AsArray());
                Assert.DoesNotContain("you may", (string)item["say"]!, StringComparison.OrdinalIgnoreCase);
            });
        }
    }

    [Fact]
    public async Task Oregon_names_another_amount_of_LSD_from_the_day_on_which_it_changed()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var before = await api.GetAsync("/v1/thresholds?substance=lsd&jurisdiction=US-OR&on=2024-08-31");
        var after = await api.GetAsync("/v1/thresholds?substance=lsd&jurisdiction=US-OR&on=2024-09-01");

        Assert.Equal(("recorded", "recorded"), ((string?)before["recorded"], (string?)after["recorded"]));
        Assert.NotEqual(EffectsOf(before), EffectsOf(after));

        static string EffectsOf(System.Text.Json.Nodes.JsonObject answer) => string.Join(' ', answer["items"]!.AsArray().Select(item => item!["amount"]!.ToJsonString()));
    }
}
