using System.Net;
using System.Text.Json.Nodes;
using CsvHelper;
using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Exports;

/// <summary>The record with its history as tables: CSV, one JSON document, and the package that describes them.</summary>
public sealed class ExportTablesTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(server);
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        await _database.PublishAsync(EveryRelation.Rows);
        await _database.PublishAsync(EveryRelation.Rows.Select(row => row is ClassificationRow { Key: "US-CO/psilocybin-mushrooms-1" } record
            ? record with { Summary = "=It was read again, \"twice\"." } : row));
        _api = await TestApi.StartAsync(_database.Reader);
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Every_table_has_every_row_that_was_ever_said_with_the_revisions_that_say_it()
    {
        var document = await _api.GetAsync("/v1/export.json");
        foreach (var (table, rows) in document["tables"]!.AsObject().Where(each => each.Key != "revision"))
        {
            var expected = await _database.Reader.AskAsync<long>($"select count(*) from recorded_row where relation = '{table}'");
            var (_, cells) = await TableAsync($"/v1/export.csv?table={table}");

            Assert.Equal(expected, rows!.AsArray().Count);
            Assert.Equal(expected, cells.Count);
            Assert.Equal(rows.AsArray().Select(row => $"{row!["recordedIn"]}-{row["supersededIn"]}"), cells.Select(row => $"{row[0]}-{row[1]}"));
        }

        Assert.Equal(EveryRelation.Rows.Select(row => row.Relation).Append("revision").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            document["tables"]!.AsObject().Select(table => table.Key));
        Assert.Equal(2, (int)document["about"]!["revision"]!);
        Assert.Equal("CC BY 4.0", (string?)document["about"]!["license"]);
    }

    [Fact]
    public async Task A_row_that_was_corrected_is_there_as_it_was_and_as_it_is()
    {
        var (columns, rows) = await TableAsync("/v1/export.csv");

        var versions = rows.Where(row => row[columns.IndexOf("key")] == "US-CO/psilocybin-mushrooms-1").ToList();

        Assert.Equal(["1-2", "2-"], versions.Select(row => $"{row[0]}-{row[1]}"));
        Assert.Equal("'=It was read again, \"twice\".", versions[1][columns.IndexOf("summary")]);
    }

    [Fact]
    public async Task An_older_revision_is_exported_as_it_was_and_does_not_know_what_came_later()
    {
        var (columns, rows) = await TableAsync("/v1/export.csv?revision=1");
        var json = await _api.GetAsync("/v1/export.json?revision=1");

        var versions = rows.Where(row => row[columns.IndexOf("key")] == "US-CO/psilocybin-mushrooms-1").ToList();
        Assert.Equal(["1-"], versions.Select(row => $"{row[0]}-{row[1]}"));
        Assert.DoesNotContain("supersededIn", json.ToJsonString(), StringComparison.Ordinal);
        Assert.Single(json["tables"]!["revision"]!.AsArray());
    }

    [Fact]
    public async Task The_package_names_each_table_at_one_revision_with_exactly_its_columns()
    {
        var package = await _api.GetAsync("/v1/datapackage.json");

        Assert.Equal("2", (string?)package["version"]);
        foreach (var resource in package["resources"]!.AsArray())
        {
            var (columns, _) = await TableAsync(((string)resource!["path"]!).Replace("http://localhost", "", StringComparison.Ordinal));
            Assert.Equal(columns, resource["schema"]!["fields"]!.AsArray().Select(field => (string)field!["name"]!));
            Assert.All(resource["schema"]!["primaryKey"]!.AsArray(), field => Assert.Contains((string)field!, columns));
            Assert.EndsWith("&revision=2", (string?)resource["path"]);
        }
    }

    [Theory]
    [InlineData("/v1/export.csv?table=citation")]
    [InlineData("/v1/export.json?on=1")]
    [InlineData("/v1/datapackage.json")]
    public async Task An_export_has_a_tag_of_its_own_and_a_pinned_one_never_changes(string address)
    {
        if (address.EndsWith("?on=1", StringComparison.Ordinal))
        {
            await _api.GetAsync(address, 400);
            address = address[..^5];
        }

        using var first = await _api.SendAsync(address);
        using var pinned = await _api.SendAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}revision=2");
        using var again = await _api.SendAsync(address, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, pinned.Headers.ETag);
        Assert.Contains("immutable", pinned.Headers.CacheControl!.ToString());
        Assert.EndsWith("revision=2", first.Content.Headers.ContentLocation!.OriginalString);
    }

    [Fact]
    public async Task No_two_forms_of_the_export_share_a_tag()
    {
        var tags = new List<string>();
        foreach (var address in new[] { "/v1/export.ndjson", "/v1/export.json", "/v1/export.csv", "/v1/export.csv?table=source", "/v1/export.csv?table=source_version" })
        {
            using var answer = await _api.SendAsync(address);
            tags.Add(answer.Headers.ETag!.ToString());
        }

        Assert.Distinct(tags);
    }

    [Theory]
    [InlineData("/v1/export.csv?table=sources", "Did you mean 'source'")]
    [InlineData("/v1/export.csv?revision=3", "There is no revision 3")]
    [InlineData("/v1/export.json?revision=3", "There is no revision 3")]
    [InlineData("/v1/datapackage.json?revision=3", "There is no revision 3")]
    public async Task What_there_is_not_is_refused(string address, string detail) =>
        Assert.Contains(detail, (string?)(await _api.GetAsync(address, 400))["detail"]);

    private async Task<(List<string> Columns, List<string[]> Rows)> TableAsync(string address)
    {
        var text = await _api.Client.GetStringAsync(address, TestContext.Current.CancellationToken);
        using var csv = CsvReader.FromText(text.TrimStart('\uFEFF'), new CsvReaderOptions { HasHeader = true });
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
