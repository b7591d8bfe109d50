using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.House;

/// <summary>The recipes of docs/recipes.md, taken from that very page and run against the real service.</summary>
[Collection(ServedDataSet.Collection)]
public sealed partial class RecipesTests(ServedDataSet service)
{
    private const string Printed = "http://127.0.0.1:5080";
    private static readonly string Page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "recipes.md"));

    [Fact]
    public async Task The_curl_recipe_gives_a_sentence_a_table_and_a_verdict()
    {
        var said = await Tool.RunAsync(Checkout.Root, "bash", "-euo", "pipefail", "-c", CodeOf("curl", "sh"));

        Assert.StartsWith("As of 1 January 2024, Denver ", said, StringComparison.Ordinal);
        Assert.Contains("\nUS-CO,Colorado,psilocybin,", said, StringComparison.Ordinal);
        Assert.Contains("\"verdict\":\"unchanged\"", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_python_recipe_reads_a_whole_list()
    {
        var said = await Tool.RunAsync(Checkout.Root, "python3", "-c", CodeOf("Python", "python"));

        var count = int.Parse(said.Split(' ')[0], CultureInfo.InvariantCulture);
        Assert.True(count > 200, said);
    }

    [Fact]
    public async Task The_typescript_recipe_compiles_and_prints_the_matrix()
    {
        using var folder = ClientFolder.Of("typescript");
        File.Delete(Path.Combine(folder.Root, "calls.ts"));
        await File.WriteAllTextAsync(Path.Combine(folder.Root, "recipe.ts"), CodeOf("TypeScript", "typescript"), TestContext.Current.CancellationToken);
        await folder.GenerateTypesAsync();
        await folder.CompileTypeScriptAsync();

        var said = await folder.RunAsync("node", "recipe.js");

        Assert.Equal(2, said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("US-CO", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_csharp_recipe_says_what_a_claim_comes_to()
    {
        using var folder = ClientFolder.Of("csharp");
        await File.WriteAllTextAsync(Path.Combine(folder.Root, "Calls.cs"), CodeOf("C#", "csharp"), TestContext.Current.CancellationToken);
        await folder.BuildAsync("Calls.csproj");

        Assert.Matches("^[a-z_]+: [A-Z].*\\.", await folder.RunAsync("dotnet", Path.Combine("out", "Calls.dll")));
    }

    [Theory]
    [InlineData("R", "r", 100)]
    [InlineData("Google Sheets", "text", 5)]
    public async Task A_table_that_a_recipe_reads_is_one(string recipe, string language, int rows)
    {
        var text = await TextAsync(Address().Match(CodeOf(recipe, language)).Value);
        using var csv = CsvReader.FromText(text.TrimStart('\uFEFF'), new CsvReaderOptions { HasHeader = true });
        var count = 0;
        while (csv.Read())
        {
            count++;
        }

        Assert.True(count > rows, $"{count} rows");
    }

    [Fact]
    public async Task Feeds_and_calendars_of_the_recipes_are_read_by_libraries_of_others()
    {
        var feeds = Address().Matches(CodeOf("A feed reader", "text")).Select(match => match.Value).ToList();

        Assert.NotEmpty((await FormatReader.ReadAsync("atom", await TextAsync(feeds[0])))["entries"]!.AsArray());
        Assert.NotEmpty((await FormatReader.ReadAsync("json-feed", await TextAsync(feeds[1])))["items"]!.AsArray());
        var calendar = await FormatReader.ReadAsync("calendar", await TextAsync(Address().Match(CodeOf("A calendar", "text")).Value));
        Assert.NotEmpty(calendar["events"]!.AsArray());
    }

    [Fact]
    public void The_options_of_the_csharp_client_are_those_that_the_tests_generate_it_with()
    {
        var shown = Option().Matches(Page).Select(match => match.Value).Where(option => !option.StartsWith("/input:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(shown);
        Assert.Equal(ClientFolder.CSharpOptions.Order(StringComparer.Ordinal), shown.Where(option => option != "/runtime:Net100").Order(StringComparer.Ordinal));
    }

    private string CodeOf(string recipe, string language)
    {
        var part = Page.Split("\n## ").Single(each => each.StartsWith($"{recipe}\n", StringComparison.Ordinal));
        var code = part.Split($"```{language}\n")[1].Split("\n```")[0];
        Assert.Contains(Printed, code, StringComparison.Ordinal);
        return code.Replace(Printed, service.Address, StringComparison.Ordinal);
    }

    private Task<string> TextAsync(string address) => service.Client.GetStringAsync(new Uri(address), TestContext.Current.CancellationToken);

    [GeneratedRegex("http://[^\"\\s]+", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("(?<= )/[a-zA-Z]+:[^ \\n]+", RegexOptions.None, 1000)]
    private static partial Regex Option();
}
