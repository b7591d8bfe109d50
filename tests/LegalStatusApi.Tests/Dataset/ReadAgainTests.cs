using LegalStatusApi.Dataset;

namespace LegalStatusApi.Tests.Dataset;

/// <summary>A file whose text was read before is not read again; what was said of it then must not be said now.</summary>
public sealed class ReadAgainTests
{
    [Fact]
    public void A_rule_between_files_judges_a_known_file_anew_each_time()
    {
        var rows = Sample.Whole.Rows();
        var broken = Sample.Whole.Without("sources/UN.yaml");

        var first = SeedReader.Read(broken.Files).Mistakes;
        var second = SeedReader.Read(broken.Files).Mistakes;

        Assert.NotEmpty(first);
        Assert.Equal(first, second);
        Assert.Equal(rows.Select(Json), Sample.Whole.Rows().Select(Json));
    }

    [Fact]
    public void A_file_with_a_mistake_of_its_own_is_refused_each_time()
    {
        var wrong = Sample.Whole.With(Sample.Sources, "language: en", "language: English");

        Assert.NotEmpty(SeedReader.Read(wrong.Files).Mistakes);
        Assert.Equal(SeedReader.Read(wrong.Files).Mistakes, SeedReader.Read(wrong.Files).Mistakes);
    }

    [Fact]
    public void The_same_text_under_another_name_is_another_file()
    {
        _ = Sample.Whole.Rows();
        var renamed = Sample.Whole.WithFile("jurisdictions/CA.yaml", Sample.Whole.Files["jurisdictions/US-CO.yaml"]);

        Assert.Contains(SeedReader.Read(renamed.Files).Mistakes, mistake => mistake.File == "jurisdictions/CA.yaml" && mistake.Field == "code");
    }

    [Fact]
    public async Task Many_who_read_at_once_get_the_mistakes_of_their_own_text()
    {
        var right = Sample.Whole.Files;
        var wrong = Sample.Whole.Without("sources/UN.yaml").Files;
        var expected = SeedReader.Read(wrong).Mistakes;

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), TestContext.Current.CancellationToken, (number, _) =>
        {
            Assert.Equal(number % 2 == 0 ? [] : expected, SeedReader.Read(number % 2 == 0 ? right : wrong).Mistakes);
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void Rows_that_changed_are_written_anew_though_the_others_are_known()
    {
        var rows = Sample.Whole.Rows();
        var before = SeedWriter.Write(rows);
        var place = rows.OfType<ClassificationRow>().First();

        var after = SeedWriter.Write(rows.Select(row => row == place ? place with { Summary = "Another summary." } : row));

        var file = Assert.Single(after.Keys, name => after[name] != before[name]);
        Assert.Equal($"jurisdictions/{place.Jurisdiction}.yaml", file);
        Assert.Contains("Another summary.", after[file], StringComparison.Ordinal);
        Assert.Equal(before, SeedWriter.Write(rows));
    }

    private static string Json(Row row) => System.Text.Json.JsonSerializer.Serialize(row, row.GetType(), Row.Json);
}
