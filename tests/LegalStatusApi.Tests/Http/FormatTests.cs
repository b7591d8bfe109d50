using System.Net;
using System.Text;
using CsvHelper;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Http;

/// <summary>In which form an answer comes, and what a list is as a table.</summary>
public sealed class FormatTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Address = "/v1/jurisdictions";
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Given.Substances()
                .Place("DE", name: "=HYPERLINK(\"https://example.org\")").Place("FR", name: "Frañce, \"la\" république").Place("IT", name: "@sum")
                .Place("ES", name: "+1").Place("PT", name: "-2").Record("lsd-1", "DE", "lsd", from: "1967-02-25").Rows);
        }

        _api = await TestApi.StartAsync(database.Reader);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Theory]
    [InlineData("", "text/csv", "text/csv")]
    [InlineData("", "text/csv;q=0.5, application/json;q=0.1", "text/csv")]
    [InlineData("", "text/csv;q=0.1, application/json", "application/json")]
    [InlineData("", "text/*", "text/csv")]
    [InlineData("", "*/*", "application/json")]
    [InlineData("", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json")]
    [InlineData("", "image/png", "application/json")]
    [InlineData("", "no media type at all", "application/json")]
    [InlineData("?format=csv", "application/json", "text/csv")]
    [InlineData("?format=json", "text/csv", "application/json")]
    public async Task A_list_comes_in_the_form_that_is_asked_for(string query, string accept, string type)
    {
        using var answer = await _api.SendAsync(Address + query, ("Accept", accept));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task A_form_that_an_answer_does_not_have_is_refused_and_the_known_ones_named()
    {
        var problem = await _api.GetAsync($"{Address}?format=cvs", 400);

        Assert.Equal("'cvs' is no form of this answer. Known: json, csv.", (string?)problem["errors"]![0]!["detail"]);
        await _api.GetAsync("/v1/vocabulary?format=json", 400);
    }

    [Fact]
    public async Task The_columns_are_the_members_and_stay_the_same_whatever_the_rows_hold()
    {
        var (columns, rows) = await TableAsync($"{Address}?format=csv");
        var (ofNothing, none) = await TableAsync($"{Address}?format=csv&type=municipality");

        Assert.Equal(columns, ofNothing);
        Assert.Empty(none);
        Assert.Equal(["code", "name", "type"], columns.Take(3));
        Assert.Equal(5, rows.Count);
    }

    [Fault(35)]
    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_run_is_text()
    {
        var (columns, rows) = await TableAsync($"{Address}?format=csv");

        var names = rows.ToDictionary(row => row[columns.IndexOf("code")], row => row[columns.IndexOf("name")], StringComparer.Ordinal);

        Assert.Equal("'=HYPERLINK(\"https://example.org\")", names["DE"]);
        Assert.Equal("'@sum", names["IT"]);
        Assert.Equal("'+1", names["ES"]);
        Assert.Equal("'-2", names["PT"]);
        Assert.Equal("Frañce, \"la\" république", names["FR"]);
    }

    [Fact]
    public async Task A_table_says_that_it_is_UTF8_and_ends_its_lines_as_RFC_4180_has_it()
    {
        var bytes = await _api.Client.GetByteArrayAsync($"{Address}?format=csv", TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(bytes);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.Take(3));
        Assert.Equal(6, text.Split("\r\n").Length - 1);
        Assert.EndsWith("\r\n", text);
    }

    [Fact]
    public async Task A_part_of_a_table_names_the_next_and_its_permalink_gives_the_table_again()
    {
        using var answer = await _api.SendAsync($"{Address}?limit=2", ("Accept", "text/csv"));
        var permalink = answer.Content.Headers.ContentLocation!.OriginalString;

        Assert.Contains("rel=\"next\"", string.Join(", ", answer.Headers.GetValues("Link")));
        Assert.Equal(Address + "?limit=2&revision=1&format=csv", permalink);
        Assert.Equal(
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            await _api.Client.GetByteArrayAsync(permalink, TestContext.Current.CancellationToken));
    }

    private async Task<(List<string> Columns, List<string[]> Rows)> TableAsync(string address)
    {
        var bytes = await _api.Client.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
        using var csv = CsvReader.FromText(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), new CsvReaderOptions { HasHeader = true });
        csv.ReadHeader();
        var columns = csv.Headers!.ToArray().ToList();
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return (columns, rows);
    }
}
