using System.Text.RegularExpressions;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.House;

/// <summary>What may depend on what, read from the code itself.</summary>
public sealed class DependencyTests
{
    private static readonly string Source = Path.Combine(Checkout.Root, "src", "LegalStatusApi");

    [Fact]
    public void The_domain_depends_on_nothing() => Refuse("Domain", "(LegalStatusApi\\.(?!Domain)|Microsoft\\.|Npgsql|Dapper|Swashbuckle|YamlDotNet)");

    [Fact]
    public void The_database_knows_neither_http_nor_any_feature() => Refuse("Database", "LegalStatusApi\\.(Http|Features|Dataset|Commands|Caching)");

    [Fact]
    public void Http_knows_neither_the_database_nor_any_feature() => Refuse("Http", "(LegalStatusApi\\.(Database|Features|Dataset|Commands|Caching)|Npgsql;.*Dapper|Dapper)");

    [Fact]
    public void The_data_set_knows_neither_http_nor_any_feature() => Refuse("Dataset", "LegalStatusApi\\.(Http|Features|Commands|Caching)");

    [Fact]
    public void What_is_kept_knows_no_feature() => Refuse("Caching", "LegalStatusApi\\.(Features|Dataset|Commands)");

    [Fact]
    public void A_feature_uses_no_other_but_the_shapes_of_records()
    {
        foreach (var feature in Directory.EnumerateDirectories(Path.Combine(Source, "Features")).Select(Path.GetFileName))
        {
            // What maintains the record publishes it, and asks two slices what is known, its desk stands in the frame of the pages; what exports it reads what was published.
            var (dataset, others) = feature switch
            {
                "Maintenance" => ("", "Records|Statuses|Substances|Explorer"),
                "Exports" => ("", "Records"),
                // What asks for levels of law in another way asks the slice that reads them.
                "Access" or "Thresholds" or "BoundaryCases" or "Claims" or "Permalinks" or "Journeys" or "Maps" => ("|Dataset", "Records|Statuses"),
                // Another way to ask the same questions.
                "Mcp" => ("|Dataset", "Records|Statuses|Claims|Changes"),
                // Pages are clients of the read slices, and of the one write that is for everybody.
                "Explorer" => ("|Dataset", "Records|Statuses|Jurisdictions|Substances|Sources|Changes|Pending|Coverage|Revisions|Search|Maps|Maintenance\\.Review"),
                _ => ("|Dataset", "Records"),
            };
            Refuse($"Features/{feature}", $"LegalStatusApi\\.(Commands{dataset}|Features\\.(?!{others}|{feature}))");
        }
    }

    [Fact]
    public void Only_the_settings_read_configuration() =>
        Assert.DoesNotContain(Lines(""), line => line.File != "Settings.cs" && Has(line.Text, "onfiguration(\\[|\\.Get)"));

    [Fact]
    public void Only_the_time_provider_tells_the_time() =>
        Assert.DoesNotContain(Lines(""), line => Has(line.Text, "DateTime(Offset)?\\.(Utc)?Now|DateTime\\.Today"));

    // What a migration does, and what makes a database, is no answer to anybody: those few words stand where they are used.
    [Fact]
    public void Statements_stand_in_files_of_their_own() =>
        Assert.DoesNotContain(Lines(""), line =>
            !line.File.StartsWith("Database/", StringComparison.Ordinal) &&
            Has(line.Text, "\"(select (?!pg_advisory)|insert into |update |delete from |with )"));

    private static void Refuse(string folder, string used) =>
        Assert.DoesNotContain(Lines(folder), line => Has(line.Text, $"^using (static )?{used}"));

    private static bool Has(string text, string pattern) =>
        Regex.IsMatch(text, pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static IEnumerable<(string File, string Text)> Lines(string folder) =>
        from path in Directory.EnumerateFiles(Path.Combine(Source, folder), "*.cs", SearchOption.AllDirectories)
        let file = Path.GetRelativePath(Source, path).Replace('\\', '/')
        where !file.StartsWith("bin/", StringComparison.Ordinal) && !file.StartsWith("obj/", StringComparison.Ordinal)
        from line in File.ReadLines(path)
        select (file, line);
}
