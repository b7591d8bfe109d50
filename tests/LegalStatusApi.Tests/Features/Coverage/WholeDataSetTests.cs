using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Coverage;

/// <summary>The coverage of the data set, compared with its text.</summary>
public sealed class WholeDataSetTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    [Fact]
    public async Task Every_record_of_the_text_is_there_once_and_every_pair_without_one_too()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        var rows = SeedReader.Read(Checkout.Seed).Rows;
        var records = rows.OfType<ClassificationRow>().ToList();

        var items = await api.FollowAsync("/v1/coverage?limit=500");

        Assert.Equal(
            records.Select(record => $"{record.Id} {record.From}..{record.To} {record.Status} {record.Verification}").Order(StringComparer.Ordinal),
            items.Where(item => item["classification"] is not null)
                .Select(item => $"{item["classification"]} {item["from"]}..{item["to"]} {item["status"]} {item["verification"]}").Order(StringComparer.Ordinal));
        var recorded = records.Select(record => (record.Jurisdiction, record.Substance)).ToHashSet();
        var pairs = from place in rows.OfType<JurisdictionRow>() from substance in rows.OfType<SubstanceRow>() select (place.Code, substance.Slug);
        var silent = items.Where(item => (string?)item["reason"] is "not_researched" or "lead_only").Select(item => ((string)item["jurisdiction"]!, (string)item["substance"]!));
        Assert.Empty(pairs.Where(pair => !recorded.Contains(pair)).Except(silent));
    }

    [Fact]
    public async Task The_summary_counts_what_the_text_says()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        var rows = SeedReader.Read(Checkout.Seed).Rows;
        var records = rows.OfType<ClassificationRow>().ToList();

        var answer = await api.GetAsync("/v1/coverage/summary");

        Assert.All(answer["substances"]!.AsArray(), each =>
        {
            var said = records.Where(record => record.Substance == (string)each!["substance"]!).ToList();
            Assert.Equal(said.Count, (int)each!["records"]!);
            Assert.Equal(said.Select(record => record.Jurisdiction).Distinct(StringComparer.Ordinal).Count(), (int)each["placesWithRecords"]!);
            Assert.Equal(said.Count(record => record.Verification == "primary"), (int)each["recordsByVerification"]!["primary"]!);
        });
        Assert.Equal(rows.OfType<JurisdictionRow>().Count(), answer["places"]!.AsArray().Count);
    }
}
