using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.House;

public sealed class DocumentationTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Checkout.Root, "README.md"));

    [Fact]
    public void Every_setting_stands_in_the_readme_with_its_default_and_meaning() =>
        Assert.All(Settings.All, setting => Assert.Contains($"| `{setting.Name}` | {setting.Default} | {setting.Meaning} |", Readme, StringComparison.Ordinal));

    [Fact]
    public void Every_command_stands_in_the_readme()
    {
        var commandLine = File.ReadAllText(Path.Combine(Checkout.Root, "src", "LegalStatusApi", "Commands", "CommandLine.cs"));
        var commands = commandLine.Split("new Command(\"").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).ToList();

        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.Contains($"| `{command}", Readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_path_that_the_readme_and_the_architecture_name_exists()
    {
        var named = (Readme + File.ReadAllText(Path.Combine(Checkout.Root, "ARCHITECTURE.md"))).Split('`')
            .Where((_, index) => index % 2 == 1)
            .Where(text => text.StartsWith("src/", StringComparison.Ordinal) || text.StartsWith("sql/", StringComparison.Ordinal)
                || text.StartsWith("docs/", StringComparison.Ordinal))
            .Where(text => !text.Contains('*', StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(named);
        Assert.All(named, path => Assert.True(
            Path.Exists(Path.Combine(Checkout.Root, path)), $"{path} is named but does not exist"));
    }

    [Fact]
    public void The_readme_counts_what_is_in_the_data_set()
    {
        var rows = SeedReader.Read(Checkout.Seed).Rows;
        var records = rows.OfType<ClassificationRow>().ToList();
        var counts = string.Join(" | ",
            $"{rows.OfType<JurisdictionRow>().Count()}, of which {records.Select(row => row.Jurisdiction).Distinct().Count()} have records", records.Count,
            string.Join(" | ", Vocabulary.Verification.Terms.Select(term => records.Count(row => row.Verification == term.Value))),
            rows.OfType<LeadRow>().Count(), rows.OfType<SourceRow>().Count());

        Assert.Contains($"| {counts} |", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_problem_has_its_page()
    {
        await using var nowhere = Npgsql.NpgsqlDataSource.Create("Host=/nowhere");
        await using var api = await TestApi.StartAsync(nowhere);

        foreach (var kind in Problems.All)
        {
            var page = await api.SendAsync(kind.With("").Type);
            Assert.Equal(200, (int)page.StatusCode);
            Assert.Contains(kind.Title, await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }
}
