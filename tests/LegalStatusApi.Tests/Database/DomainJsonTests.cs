using System.Text.Json;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Database;

public sealed class DomainJsonTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    public static TheoryData<string> PartialDates => ["1800", "1971", "2199", "2019-02", "2020-02", "2019-12", "1971-01-01", "2020-02-29", "2199-12-31"];

    [Theory]
    [MemberData(nameof(PartialDates))]
    public async Task A_window_of_days_is_read_as_the_partial_date_that_it_stands_for(string text)
    {
        var json = await database.Reader.AskAsync<string>("select row_to_json(link)::text from (select window_of_days(@text) as \"from\") as link", new { text });

        Assert.Equal(PartialDate.Parse(text), JsonSerializer.Deserialize(json!, DomainJson.Types.ParentLink)!.From);
    }

    [Theory]
    [MemberData(nameof(PartialDates))]
    public async Task A_window_of_days_is_told_as_the_partial_date_that_it_was_made_of(string text) =>
        Assert.Equal(text, await database.Reader.AskAsync<string>("select partial_date(window_of_days(@text))", new { text }));

    [Fact]
    public async Task A_date_as_text_is_planned_in_the_place_of_the_call_that_makes_it()
    {
        var plan = await database.Reader.ListAsync<string>("explain (verbose) select partial_date(begins) from classification");

        Assert.DoesNotContain(plan, line => line.Contains("partial_date", StringComparison.Ordinal));
    }
}
