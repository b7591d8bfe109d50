using System.Net;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Statuses;

/// <summary>The record clock: what was said at a revision is said again for ever.</summary>
public sealed class TimeTravelTests(PostgresServer server) : IAsyncLifetime
{
    private const string Address = "/v1/status/US-CO/psilocybin";
    private readonly TestDatabase _database = new(server);
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        await _database.PublishAsync(Given.Substances().Place("US").Place("US-CO", "US")
            .Record("psilocybin-1", "US-CO", "psilocybin", from: "1992-07-01", schedule: "Schedule I")
            .Record("psilocybin-mushrooms-1", "US", "psilocybin", form: "mushrooms", from: "1971-05-01")
            .Lead("psilocybin-lead-1", "US", "psilocybin").Pending("psilocybin-pending-1", "US-CO", "psilocybin", "2030").Rows);
        _api = await TestApi.StartAsync(_database.Reader);
        // The record's clock is the database's.
        _api.Clock.Now = (await RecordedAtAsync(1)).AddHours(1);
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("?on=2020-01-01&revision=1")]
    [InlineData("?form=mushrooms&on=1975-06-01&revision=1")]
    [InlineData("?form=spores&on=2020-01-01&revision=1")]
    [InlineData("?on=1960-01-01&revision=1")]
    public async Task A_pinned_answer_is_byte_for_byte_what_it_was_after_another_publication(string query)
    {
        var before = await ReadAsync(Address + query);

        await PublishAnotherAsync();

        Assert.Equal(before, await ReadAsync(Address + query));
        Assert.NotEqual(before, await ReadAsync(Address + query.Replace("revision=1", "revision=2", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Many_pinned_answers_at_once_are_what_they_were_too()
    {
        const string Many = "/v1/status?jurisdiction=US,US-CO&substance=psilocybin,lsd&on=2020-01-01&revision=1";
        var before = await ReadAsync(Many);

        await PublishAnotherAsync();

        Assert.Equal(before, await ReadAsync(Many));
    }

    [Fact]
    public async Task An_instant_finds_the_revision_that_was_current_then()
    {
        await PublishAnotherAsync();
        var second = await RecordedAtAsync(2);
        _api.Clock.Now = second.AddHours(1);

        Assert.Equal(1, (await AsOfAsync(await RecordedAtAsync(1)))["revision"]!.GetValue<int>());
        Assert.Equal(1, (await AsOfAsync(second.AddMilliseconds(-1)))["revision"]!.GetValue<int>());
        Assert.Equal(2, (await AsOfAsync(second))["revision"]!.GetValue<int>());
        Assert.Equal(2, (await AsOfAsync(second.AddMinutes(1)))["revision"]!.GetValue<int>());
        Assert.Equal("Place US-CO", (string?)(await AsOfAsync(second.AddMilliseconds(-1)))["jurisdiction"]!["name"]);
        Assert.Equal("Colorado", (string?)(await AsOfAsync(second))["jurisdiction"]!["name"]);
    }

    [Fact]
    public async Task The_same_instant_in_another_zone_finds_the_same_revision()
    {
        var answer = await _api.GetAsync($"{Address}?asOf={Uri.EscapeDataString(_api.Clock.Now.ToOffset(TimeSpan.FromHours(5)).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz"))}");

        Assert.Equal(1, answer["revision"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_instant_that_lies_ahead_is_refused() =>
        Assert.Equal(["asOf"], (await _api.GetAsync($"{Address}?asOf={Instant(_api.Clock.Now.AddSeconds(1))}", 400)).WrongParameters());

    [Fact]
    public async Task An_instant_before_the_first_revision_is_refused() =>
        Assert.Contains("Nothing was published by then", (string?)(await _api.GetAsync($"{Address}?asOf={Instant((await RecordedAtAsync(1)).AddMilliseconds(-1))}", 400))["detail"]);

    [Fact]
    public async Task A_revision_and_an_instant_at_once_are_refused() =>
        Assert.Equal(["asOf"], (await _api.GetAsync($"{Address}?revision=1&asOf={Instant(_api.Clock.Now)}", 400)).WrongParameters());

    [Theory]
    [InlineData("999")]
    [InlineData("2")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("one")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    public async Task A_revision_that_is_not_there_is_refused(string revision) =>
        Assert.Equal(["revision"], (await _api.GetAsync($"{Address}?revision={Uri.EscapeDataString(revision)}", 400)).WrongParameters());

    [Theory]
    [InlineData("2026-11-21")]
    [InlineData("2026-11-21T12:00:00")]
    [InlineData("2026-11-21 12:00:00Z")]
    [InlineData("2026-11-21T12:00:00 01:00")]
    [InlineData("yesterday")]
    [InlineData("2026-02-30T12:00:00Z")]
    [InlineData("٢٠٢٦-11-21T12:00:00Z")]
    public async Task What_is_no_instant_is_refused(string instant) =>
        Assert.Equal(["asOf"], (await _api.GetAsync($"{Address}?asOf={Uri.EscapeDataString(instant)}", 400)).WrongParameters());

    private Task<long> PublishAnotherAsync() => _database.PublishAsync(Given.Substances().Place("US").Place("US-CO", "US", from: "1876-08-01")
        .Record("psilocybin-1", "US-CO", "psilocybin", from: "1992-07-01", to: "2022-12-27", schedule: "Schedule 1").Record("psilocybin-2", "US-CO", "psilocybin", "decriminalized", from: "2022-12-27")
        .Record("psilocybin-spores-1", "US-CO", "psilocybin", "uncontrolled", "spores", from: "1955-01-01")
        .Rows.Select(row => row is LegalStatusApi.Dataset.JurisdictionRow { Code: "US-CO" } place ? place with { Name = "Colorado" } : row));

    private async Task<DateTimeOffset> RecordedAtAsync(int number) =>
        new(await _database.Reader.AskAsync<DateTime>("select recorded_at from revision where number = @number", new { number }), TimeSpan.Zero);

    private Task<System.Text.Json.Nodes.JsonObject> AsOfAsync(DateTimeOffset instant) => _api.GetAsync($"{Address}?asOf={Instant(instant)}");

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    // Status, headers and bytes.
    private async Task<string> ReadAsync(string address)
    {
        using var answer = await _api.SendAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return $"{answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
    }
}
