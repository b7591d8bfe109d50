using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Dataset;

/// <summary>docs/data-account.csv says of every gathered line what became of it.</summary>
public sealed class DataAccountTests
{
    private const int GatheredLines = 955;
    private static readonly string[] Outcomes = ["record", "merged", "lead", "left_out"];
    private static readonly string[][] Lines =
        [.. File.ReadLines(Path.Combine(Checkout.Root, "docs", "data-account.csv")).Skip(1).Select(line => line.Split(',', 7))];

    [Fact]
    public void Every_gathered_line_is_accounted_for_once() =>
        Assert.Equal(Enumerable.Range(1, GatheredLines), Lines.Select(line => int.Parse(line[0])).Order());

    [Fact]
    public void Each_has_one_of_four_outcomes() =>
        Assert.All(Lines, line => Assert.Contains(line[4], Outcomes));

    [Fact]
    public void Every_record_and_lead_that_it_names_is_in_the_data_set()
    {
        var rows = SeedReader.Read(Checkout.Seed).Rows;
        var keys = rows.OfType<ClassificationRow>().Select(row => row.Key).Concat(rows.OfType<LeadRow>().Select(row => row.Key))
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(Lines.Where(line => line[4] is "record" or "lead"), line =>
            Assert.True(keys.Contains(line[5]), $"line {line[0]}: {line[5]} is not in the data set"));
    }
}
