using System.Text;
using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Pending;

/// <summary>The calendar, as a library that calendars are built on reads it, and octet by octet.</summary>
public sealed class ShowCalendarTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(server);
    private TestApi _api = null!;

    private static Given Rows => Given.Substances().Place("DE");

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _api = await TestApi.StartAsync(_database.Reader);
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_library_reads_days_months_and_years_as_whole_days()
    {
        await _database.PublishAsync(Rows.Record("lsd-1", "DE", "lsd", from: "2027-01-01").Pending("a", "DE", "ketamine", "2027-02")
            .Pending("b", "DE", "psilocybin", "2028").Pending("c", "DE", "psilocybin", null).Rows);

        var calendar = await CalendarAsync();

        Assert.Equal(("PUBLISH", "P1D", "Pending drug law"), ((string?)calendar["method"], (string?)calendar["refresh"], (string?)calendar["name"]));
        Assert.Equal(["2027-01-01 2027-01-02", "2027-02-01 2027-03-01", "2028-01-01 2029-01-01"],
            Events(calendar).Select(each => $"{each["start"]} {each["end"]}"));
        Assert.All(Events(calendar), each =>
        {
            Assert.True((bool)each["isDate"]!);
            Assert.Equal("TENTATIVE", (string?)each["status"]);
            Assert.Contains("not legal or medical advice", (string?)each["description"], StringComparison.Ordinal);
            Assert.StartsWith("http://localhost/v1/", (string?)each["url"], StringComparison.Ordinal);
        });
        Assert.Equal($"{RecordId.OfClassification("DE/lsd-1")}-taking-effect@legal-status-api", (string?)Events(calendar)[0]["uid"]);
    }

    [Fact]
    public async Task Every_line_ends_in_CRLF_is_at_most_75_octets_and_cuts_no_letter_and_odd_letters_survive()
    {
        var summary = string.Concat(Enumerable.Repeat("Gesetz über; Pilze, \\ é 😀 und 薬物 – ", 12)).TrimEnd();
        await _database.PublishAsync(Rows.Pending("a", "DE", "ketamine", "2027-02").Rows
            .Select(row => row is PendingLawRow law ? law with { Title = $"Title; with, \\ {summary}", Summary = summary } : row));
        var octets = await _api.Client.GetByteArrayAsync("/v1/pending.ics", TestContext.Current.CancellationToken);
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

        var lines = new List<byte[]>();
        for (var (at, start) = (0, 0); at < octets.Length; at++)
        {
            Assert.True(octets[at] != (byte)'\n' || octets[at - 1] == (byte)'\r');
            if (octets[at] == (byte)'\n')
            {
                lines.Add(octets[start..(at - 1)]);
                start = at + 1;
            }
        }

        Assert.Equal((byte)'\n', octets[^1]);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 75));
        Assert.All(lines, line => Assert.NotEmpty(strict.GetString(line)));
        Assert.Contains(lines, line => line.Length is > 70 and <= 75);
        var read = Assert.Single(Events(await CalendarAsync()));
        Assert.Contains(summary, (string?)read["description"], StringComparison.Ordinal);
        Assert.Equal($"Place DE, Ketamine: Title; with, \\ {summary} (some day in 2027-02)", (string?)read["summary"]);
    }

    [Fact]
    public async Task A_moved_day_supersedes_under_the_same_UID_with_a_higher_SEQUENCE()
    {
        var rows = Rows.Record("lsd-1", "DE", "lsd", from: "2027-01-01").Pending("a", "DE", "ketamine", "2027-02");
        await _database.PublishAsync(rows.Rows);
        var before = Events(await CalendarAsync());
        await _database.PublishAsync(rows.With("lsd-1", row => row with { From = "2027-07-01" }).Select(row => row is PendingLawRow law ? law with { ExpectedOn = "2027-03" } : row));

        var after = Events(await CalendarAsync());

        Assert.Equal(before.Select(each => (string?)each["uid"]).Order(StringComparer.Ordinal), after.Select(each => (string?)each["uid"]).Order(StringComparer.Ordinal));
        Assert.All(after, each => Assert.Equal((2, "TENTATIVE"), ((int)each["sequence"]!, (string?)each["status"])));
        Assert.All(before, each => Assert.Equal(1, (int)each["sequence"]!));
        Assert.Equal(["2027-03-01", "2027-07-01"], after.Select(each => (string)each["start"]!));
    }

    [Fact]
    public async Task What_is_resolved_withdrawn_or_corrected_away_is_cancelled_not_gone()
    {
        const string Ahead = "2150-01-01";
        var rows = Rows.Record("lsd-1", "DE", "lsd", from: Ahead).Record("ketamine-1", "DE", "ketamine", from: "1980", to: Ahead)
            .Record("psilocybin-1", "DE", "psilocybin", from: Ahead).Pending("a", "DE", "ketamine", "2027-02").Pending("b", "DE", "ketamine", "2027-02");
        await _database.PublishAsync(rows.Rows);
        var before = Events(await CalendarAsync());
        Assert.Equal(5, before.Count);
        var gone = RecordId.OfClassification("DE/lsd-1");
        var withdrawn = RecordId.OfPendingLaw("DE/b");
        await _database.PublishAsync(rows.Rows
            .Where(row => row.Identity != gone && row.Identity != withdrawn && !(row is CitationRow cited && (cited.Record == gone || cited.Record == withdrawn)))
            .Select(row => row is PendingLawRow law ? law with { Outcome = "enacted" }
                : row is ClassificationRow { Substance: "ketamine" } open ? open with { To = null }
                : row is ClassificationRow { Substance: "psilocybin" } past ? past with { From = "1999" } : row));

        var after = Events(await CalendarAsync());

        Assert.Equal(before.Select(each => (string?)each["uid"]).Order(StringComparer.Ordinal), after.Select(each => (string?)each["uid"]).Order(StringComparer.Ordinal));
        Assert.All(after, each => Assert.Equal(("CANCELLED", 2), ((string?)each["status"], (int)each["sequence"]!)));
        Assert.All(after, each => Assert.StartsWith("Cancelled: ", (string?)each["summary"], StringComparison.Ordinal));
        Assert.Empty((await _api.GetAsync("/v1/pending"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_day_that_came_is_no_longer_in_it_and_is_not_cancelled()
    {
        await _database.PublishAsync(Rows.Record("lsd-1", "DE", "lsd", from: "2150-01-01").Rows);
        Assert.Single(Events(await CalendarAsync()));
        _api.Clock.Now = new DateTimeOffset(2150, 1, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Empty(Events(await CalendarAsync()));
    }

    [Fact]
    public async Task It_is_a_calendar_filtered_and_304_to_whoever_has_it()
    {
        await _database.PublishAsync(Rows.Record("lsd-1", "DE", "lsd", from: "2027-01-01").Pending("a", "DE", "ketamine", "2027-02").Rows);
        var answer = await _api.SendAsync("/v1/pending.ics?kind=bill");
        var again = await _api.SendAsync("/v1/pending.ics?kind=bill", ("If-None-Match", answer.Headers.ETag!.ToString()));

        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(304, (int)again.StatusCode);
        Assert.Equal("bill", (string?)Assert.Single(Events(await CalendarAsync("?kind=bill")))["categories"]);
        Assert.Equal(2, Events(await CalendarAsync("?jurisdiction=de")).Count);
        Assert.Single(Events(await CalendarAsync("?kind=record_review")));
    }

    private static List<JsonNode> Events(JsonObject calendar) => [.. calendar["events"]!.AsArray().Select(each => each!)];

    private async Task<JsonObject> CalendarAsync(string query = "") => await FormatReader.ReadAsync("calendar",
        await _api.Client.GetStringAsync($"/v1/pending.ics{query}", TestContext.Current.CancellationToken));
}
