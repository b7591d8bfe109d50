using System.Globalization;
using System.Net;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Revisions;

/// <summary>What the record said at an instant, asked for as RFC 7089 has it.</summary>
public sealed class TimeGateTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Address = "/v1/status/DE/lsd?on=2020-01-01";
    private TestApi _api = null!;
    private List<DateTime> _recorded = [];

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            var given = Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "1967-02-25");
            await database.PublishAsync(given.Rows);
            await database.PublishAsync(given.Place("FR").Rows);
            await database.PublishAsync(given.Place("IT").Rows);
        }

        _recorded = [];
        for (var number = 1; number <= 3; number++)
        {
            _recorded.Add(await database.Reader.AskAsync<DateTime>($"select recorded_at from revision where number = {number}"));
        }

        _api = await TestApi.StartAsync(database.Reader);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Before_the_first_revision_it_is_the_first_and_after_the_latest_the_latest()
    {
        Assert.Equal($"{Address}&revision=1", await LedToAsync("Fri, 01 Jan 1971 00:00:00 GMT"));
        Assert.Equal($"{Address}&revision=3", await LedToAsync("Tue, 31 Dec 2199 00:00:00 GMT"));
    }

    [Fact]
    public async Task An_answer_at_a_revision_is_a_memento_and_names_the_original()
    {
        using var answer = await _api.SendAsync($"{Address}&revision=2");

        Assert.Equal(_recorded[1].ToUniversalTime().ToString("r", CultureInfo.InvariantCulture), Assert.Single(answer.Headers.GetValues("Memento-Datetime")));
        Assert.Contains($"<{Address}>; rel=\"original timegate\"", string.Join(", ", answer.Headers.GetValues("Link")));
    }

    [Fact]
    public async Task The_original_is_no_memento_and_says_that_it_can_be_asked_for_a_time()
    {
        using var answer = await _api.SendAsync(Address);

        Assert.False(answer.Headers.Contains("Memento-Datetime"));
        Assert.Contains("Accept-Datetime", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("/v1/status/DE/lsd?revision=1")]
    [InlineData("/v1/status/DE/lsd?asOf=2026-11-01T00:00:00Z")]
    [InlineData("/v1/vocabulary")]
    public async Task Whoever_names_a_revision_or_asks_what_has_none_is_not_led_elsewhere(string address)
    {
        using var answer = await _api.SendAsync(address, ("Accept-Datetime", "Fri, 01 Jan 1971 00:00:00 GMT"));

        Assert.NotEqual(HttpStatusCode.Found, answer.StatusCode);
    }

    [Theory]
    [InlineData("2026-11-21")]
    [InlineData("yesterday")]
    public async Task A_time_that_is_none_is_refused(string time)
    {
        using var answer = await _api.SendAsync(Address, ("Accept-Datetime", time));
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"parameter\":\"Accept-Datetime\"", body, StringComparison.Ordinal);
    }

    private async Task<string> LedToAsync(string time)
    {
        using var answer = await _api.SendAsync(Address, ("Accept-Datetime", time));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("Accept-Datetime", answer.Headers.Vary);
        return answer.Headers.Location!.OriginalString;
    }
}
