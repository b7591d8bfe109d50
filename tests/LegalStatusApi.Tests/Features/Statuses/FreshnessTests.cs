using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Statuses;

/// <summary>Whether an answer was checked lately enough for whoever asks. Records of the tests were checked on 2026-11-01; today is 2026-11-21.</summary>
public sealed class FreshnessTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Given.Substances().Place("DE").Place("FR")
                .Record("lsd-1", "DE", "lsd", from: "1967-02-25").Record("lsd-1", "FR", "lsd", from: "1967", verification: "unverified").Rows);
        }

        _api = await TestApi.StartAsync(database.Reader);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Theory]
    [InlineData("P20D", "fresh")]
    [InlineData("P19D", "stale")]
    [InlineData("P2W", "stale")]
    [InlineData("P3W", "fresh")]
    [InlineData("P1M", "fresh")]
    [InlineData("P0D", "stale")]
    [InlineData("P1Y2M3D", "fresh")]
    public async Task The_age_of_the_last_check_decides(string maxAge, string verdict)
    {
        var freshness = (await _api.GetAsync($"/v1/status/DE/lsd?maxAge={maxAge}"))["freshness"]!;

        Assert.Equal(verdict, (string?)freshness["verdict"]);
        Assert.Equal((20, "2026-11-01", "2026-11-21", false),
            ((int)freshness["ageInDays"]!, (string?)freshness["verifiedOn"], (string?)freshness["seenOn"], (bool)freshness["isOverdue"]!));
    }

    [Fact]
    public async Task A_record_that_was_due_to_be_checked_again_is_overdue()
    {
        _api.Clock.Now = new DateTimeOffset(2027, 5, 2, 0, 0, 0, TimeSpan.Zero);

        Assert.True((bool)(await _api.GetAsync("/v1/status/DE/lsd?maxAge=P1Y"))["freshness"]!["isOverdue"]!);
    }

    [Theory]
    [InlineData("/v1/status/FR/lsd")]
    [InlineData("/v1/status/FR/ketamine")]
    public async Task What_was_never_checked_is_of_unknown_age(string address) =>
        Assert.Equal("unknown", (string?)(await _api.GetAsync($"{address}?maxAge=P1Y"))["freshness"]!["verdict"]);

    [Fact]
    public async Task Such_an_answer_has_no_permalink_and_is_never_immutable()
    {
        const string Address = "/v1/status/DE/lsd?on=2020-01-01&revision=1&maxAge=P90D";
        var body = await _api.GetAsync(Address);
        using var answer = await _api.SendAsync(Address);

        Assert.Null(body["permalink"]);
        Assert.Null(answer.Content.Headers.ContentLocation);
        Assert.DoesNotContain("immutable", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Without_the_question_no_verdict_is_given_but_the_days_are()
    {
        var body = await _api.GetAsync("/v1/status/DE/lsd");

        Assert.Null(body["freshness"]);
        Assert.Equal(("2026-11-01", "2027-05-01"), ((string?)body["headline"]!["verifiedOn"], (string?)body["headline"]!["reviewDue"]));
    }

    [Fact]
    public async Task A_comparison_tells_it_of_each_pair() =>
        Assert.Equal(["fresh", "unknown"], (await _api.GetAsync("/v1/status?jurisdiction=DE,FR&substance=lsd&maxAge=P90D"))["items"]!.AsArray()
            .Select(item => (string?)item!["answer"]!["freshness"]!["verdict"]));

    [Theory]
    [InlineData("90")]
    [InlineData("P")]
    [InlineData("PT1H")]
    [InlineData("P-1D")]
    [InlineData("P1D1Y")]
    [InlineData("P100Y")]
    [InlineData("p90d")]
    public async Task What_is_no_age_is_refused(string maxAge)
    {
        var problem = await _api.GetAsync($"/v1/status/DE/lsd?maxAge={maxAge}", 400);

        Assert.Equal("maxAge", (string?)problem["errors"]![0]!["parameter"]);
        Assert.Contains("write P90D, P6M or P1Y", (string?)problem["detail"]);
    }
}
