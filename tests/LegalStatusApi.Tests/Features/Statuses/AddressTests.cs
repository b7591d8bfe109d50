using System.Net;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Statuses;

/// <summary>One address for one answer: other spellings lead to it, and what leads nowhere says what is near.</summary>
public sealed class AddressTests(FilledDatabase database) : IClassFixture<FilledDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await TestApi.StartAsync(database.Reader);

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Theory]
    [InlineData("us-co/lsd", "US-CO/lsd")]
    [InlineData("US-CO/LSD", "US-CO/lsd")]
    [InlineData("us-CO-DENVER/psilocybin?form=mushrooms&on=2024-01-01", "US-CO-denver/psilocybin?form=mushrooms&on=2024-01-01")]
    [InlineData("DE/50-37-3?on=2020-01-01&revision=1", "DE/lsd?on=2020-01-01&revision=1")]
    [InlineData("DE/lysergide", "DE/lsd")]
    [InlineData("DE/lysergic%20acid%20diethylamide?on=2020-01-01", "DE/lsd?on=2020-01-01")]
    [InlineData("DE/(+)-lysergide", "DE/lsd")]
    [InlineData("DE/520-52-5", "DE/psilocybin")]
    [InlineData("DE/6740-88-1", "DE/ketamine")]
    public async Task Another_spelling_leads_to_the_one_address_and_keeps_the_query(string typed, string canonical)
    {
        using var answer = await _api.SendAsync($"/v1/status/{typed}");

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal($"/v1/status/{canonical}", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("de/50-37-3?on=2020-01-01")]
    [InlineData("us-co-denver/PSILOCYBINE?form=mushrooms")]
    public async Task Every_redirect_ends_at_an_answer(string typed)
    {
        var address = $"/v1/status/{typed}";
        for (var hops = 0; hops < 3; hops++)
        {
            using var answer = await _api.SendAsync(address);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return;
            }

            Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
            address = answer.Headers.Location!.OriginalString;
        }

        Assert.Fail($"{typed} leads around in circles, last to {address}.");
    }

    [Theory]
    [InlineData("DE/cannabis", "unknown-substance", null)]
    [InlineData("DE/psilocibin", "unknown-substance", "psilocybin")]
    [InlineData("DE/ketamin2", "unknown-substance", "ketamine")]
    [InlineData("US-C0/lsd", "unknown-jurisdiction", "US-CO")]
    [InlineData("Germany/lsd", "unknown-jurisdiction", "DE")]
    [InlineData("Polnd/lsd", "unknown-jurisdiction", "PL")]
    [InlineData("US-CO-denvr/lsd", "unknown-jurisdiction", "US-CO-denver")]
    public async Task What_leads_nowhere_is_not_found_and_says_what_is_near(string typed, string kind, string? near)
    {
        var problem = await _api.GetAsync($"/v1/status/{typed}", 404);

        Assert.Equal($"/problems/{kind}", (string?)problem["type"]);
        if (near is not null)
        {
            Assert.Contains(near, problem["suggestions"]!.AsArray().Select(suggestion => (string?)suggestion));
        }
    }

    [Fact]
    public async Task A_form_that_the_substance_does_not_have_is_refused_with_those_that_it_has()
    {
        var problem = await _api.GetAsync("/v1/status/DE/psilocybin?form=mushroom", 400);

        Assert.Contains("'mushroom' is no form of psilocybin. Did you mean 'mushrooms'? Known: mushrooms, truffles, spores.", (string?)problem["detail"]);
    }

    [Fact]
    public async Task The_permalink_of_an_answer_leads_to_the_same_answer()
    {
        var answer = await _api.GetAsync("/v1/status/US-CO-denver/psilocybin?form=mushrooms&on=2024-01-01");

        Assert.Equal("/v1/status/US-CO-denver/psilocybin?form=mushrooms&on=2024-01-01&revision=1", (string?)answer["permalink"]);
        Assert.Equal(answer.ToJsonString(), (await _api.GetAsync((string)answer["permalink"]!)).ToJsonString());
    }
}
