using System.Text.Json.Nodes;
using CsvHelper;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Statuses;

/// <summary>What moved between two law dates, by which instrument, as JSON, as a table and as sentences.</summary>
public sealed class MovementTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Asked = "/v1/status?jurisdiction=US-OR,US,FR&substance=psilocybin&on=2019-01-01&on2=2024-01-01";
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Given.Substances().Place("US").Place("US-OR", "US").Place("FR").Place("DE")
                .Record("psilocybin-1", "US", "psilocybin", from: "1971-05-01", schedule: "Schedule I")
                .Record("psilocybin-1", "US-OR", "psilocybin", from: "1971", to: "2021-02-01", schedule: "Schedule I")
                .Record("psilocybin-2", "US-OR", "psilocybin", "supervised_program", from: "2021-02-01")
                .Record("lsd-1", "DE", "lsd", from: "1967-02-25", to: "1982-01-01", schedule: "Anlage I")
                .Record("lsd-2", "DE", "lsd", from: "1982-01-01", schedule: "Anlage I (neu)")
                .Record("psilocybin-1", "DE", "psilocybin", from: "1967-02-25", to: "1975")
                .Record("psilocybin-2", "DE", "psilocybin", from: "1975")
                .Place("IT").Record("lsd-1", "IT", "lsd", from: "1967", to: "1990").Record("lsd-2", "IT", "lsd", from: "1990", verification: "unverified").Rows);
        }

        _api = await TestApi.StartAsync(database.Reader);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task What_moved_is_told_with_the_period_and_the_instrument_that_moved_it()
    {
        var moved = (await ItemsAsync(Asked))["US-OR"]!["movement"]!;

        Assert.Equal("moved", (string?)moved["verdict"]);
        Assert.Equal("prohibited", (string?)moved["before"]!["status"]);
        Assert.Equal("supervised_program", (string?)moved["after"]!["status"]);
        var step = Assert.Single(moved["steps"]!.AsArray())!;
        Assert.Equal(("US-OR", "2021-02-01", "prohibited", "supervised_program"),
            ((string?)step["level"], (string?)step["effectiveFrom"], (string?)step["before"], (string?)step["after"]));
        Assert.Equal("law", (string?)Assert.Single(step["by"]!.AsArray())!["source"]);
        Assert.Equal("/v1/status/US-OR/psilocybin?on=2024-01-01&revision=1", (string?)moved["later"]);
        Assert.EndsWith("The law of Place US, which also applies there, says: prohibited (Schedule I).", (string?)moved["say"]);
        Assert.StartsWith("Between 1 January 2019 and 1 January 2024, psilocybin in Place US-OR moved from prohibited to supervised program. Place US-OR, from 2021-02-01: prohibited to supervised program (",
            (string?)moved["say"]);
    }

    [Fact]
    public async Task What_did_not_move_says_so_and_what_is_unknown_on_a_date_is_no_movement()
    {
        var items = await ItemsAsync(Asked);

        Assert.Equal("same", (string?)items["US"]!["movement"]!["verdict"]);
        Assert.Equal("Between 1 January 2019 and 1 January 2024, the answer for psilocybin in Place US stayed the same: prohibited (Schedule I).",
            (string?)items["US"]!["movement"]!["say"]);
        Assert.Equal("cannot_say", (string?)items["FR"]!["movement"]!["verdict"]);
        Assert.Contains("cannot be said", (string?)items["FR"]!["movement"]!["say"]);
    }

    [Theory]
    [InlineData("lsd", "1981-12-31", "1982-01-01", "moved", 1)]
    [InlineData("lsd", "1982-01-01", "1982-01-02", "same", 0)]
    [InlineData("lsd", "1970-01-01", "1981-12-31", "same", 0)]
    [InlineData("psilocybin", "1974-12-31", "1975-06-01", "same", 0)]
    [InlineData("psilocybin", "1974-12-31", "1975-12-31", "same", 1)]
    public async Task A_period_counts_from_the_day_on_which_it_has_certainly_begun(string substance, string on, string on2, string verdict, int steps)
    {
        var moved = (await ItemsAsync($"/v1/status?jurisdiction=DE&substance={substance}&on={on}&on2={on2}"))["DE"]!["movement"]!;

        Assert.Equal((verdict, steps), ((string?)moved["verdict"], moved["steps"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_law_that_is_only_named_is_said_to_be_named_and_not_read()
    {
        var moved = (await ItemsAsync("/v1/status?jurisdiction=IT&substance=lsd&on=1980-01-01&on2=2000-01-01"))["IT"]!["movement"]!;

        Assert.Empty(moved["steps"]![0]!["by"]!.AsArray());
        Assert.Contains("(named, but not read: ", (string?)moved["say"]);
    }

    [Fact]
    public async Task The_matrix_has_one_row_for_each_place_with_both_dates()
    {
        var matrix = (await _api.GetAsync(Asked))["matrix"]!.AsArray();

        Assert.Equal(["US-OR", "US", "FR"], matrix.Select(row => (string?)row!["jurisdiction"]));
        Assert.Equal(("prohibited", "supervised_program"),
            ((string?)matrix[0]!["cells"]!["psilocybin"]!["status"], (string?)matrix[0]!["cells"]!["psilocybin"]!["later"]!["status"]));
        Assert.Equal("unknown", (string?)matrix[2]!["cells"]!["psilocybin"]!["status"]);
    }

    [Theory]
    [InlineData("2019-01-01", "2019-01-01")]
    [InlineData("2019-01-02", "2019-01-01")]
    public async Task The_later_date_is_after_the_law_date(string on, string on2)
    {
        var problem = await _api.GetAsync($"/v1/status?jurisdiction=US&substance=lsd&on={on}&on2={on2}", 400);

        Assert.Equal($"Give a day after {on}, the law date of the question.", (string?)problem["errors"]![0]!["detail"]);
    }

    [Fact]
    public async Task A_later_date_that_lies_ahead_is_projected_and_has_no_permalink()
    {
        var body = await _api.GetAsync("/v1/status?jurisdiction=US&substance=psilocybin&on=2019-01-01&on2=2030-01-01");
        using var answer = await _api.SendAsync("/v1/status?jurisdiction=US&substance=psilocybin&on=2019-01-01&on2=2030-01-01&revision=1");

        Assert.Null(body["permalink"]);
        Assert.Equal("projected", (string?)body["items"]![0]!["movement"]!["after"]!["certainty"]);
        Assert.Null(body["items"]![0]!["movement"]!["later"]);
        Assert.DoesNotContain("immutable", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task The_table_has_one_row_for_each_pair_a_problem_too()
    {
        var text = await _api.Client.GetStringAsync($"{Asked.Replace("FR", "FR,XX")}&format=csv", TestContext.Current.CancellationToken);

        using var csv = CsvReader.FromText(text.TrimStart('\uFEFF'), new CsvReaderOptions { HasHeader = true });
        csv.ReadHeader();
        var columns = csv.Headers!.ToArray().ToList();
        var rows = new List<(string Place, string Status, string Movement, string Problem)>();
        while (csv.Read())
        {
            string Cell(string column) => csv.GetString(columns.IndexOf(column));
            rows.Add((Cell("jurisdiction"), Cell("status"), Cell("movement"), Cell("problem")));
        }

        Assert.Equal(["US-OR", "US", "FR", "XX"], rows.Select(row => row.Place));
        Assert.Equal(["prohibited", "prohibited", "unknown", ""], rows.Select(row => row.Status));
        Assert.Equal(["moved", "same", "cannot_say", ""], rows.Select(row => row.Movement));
        Assert.StartsWith("No jurisdiction 'XX'", rows[3].Problem);
    }

    [Fact]
    public async Task The_sentences_can_be_had_alone()
    {
        using var answer = await _api.SendAsync(Asked, ("Accept", "text/plain"));
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(8, lines.Length);
        Assert.StartsWith("As of 1 January 2019, the law of Place US-OR prohibits psilocybin", lines[0]);
        Assert.StartsWith("Information, not legal or medical advice; law on 2019-01-01 and 2024-01-01. /v1/status?", lines[6]);
    }

    private async Task<Dictionary<string, JsonNode?>> ItemsAsync(string address) =>
        (await _api.GetAsync(address))["items"]!.AsArray().ToDictionary(item => (string)item!["jurisdiction"]!, StringComparer.Ordinal);
}
