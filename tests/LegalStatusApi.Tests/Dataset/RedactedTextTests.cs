using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Dataset;

/// <summary>The data set's text, written from a record of which texts are redacted.</summary>
public sealed class RedactedTextTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private sealed record Place(string Relation, string Id, string Field);

    [Fact]
    public async Task It_shows_the_marker_obeys_every_rule_and_changes_nothing_when_it_is_imported_again()
    {
        // Of each relation and field the first five, and every text of the records that have most.
        var places = await database.Owner.ListAsync<Place>("""
            select relation as "Relation", id as "Id", key as "Field" from (
              select relation, id, key, row_number() over (partition by relation, key order by id) as place, count(*) over (partition by relation, id) as texts
              from free_text, jsonb_object_keys(texts) as key where relation <> 'revision') as text
            where place <= 5 or texts >= 5
            """);
        Assert.Equal(["classification/conditions", "classification/disputed", "classification/summary", "classification/thresholds", "classification/toCheck",
            "lead/summary", "lead/toCheck", "pending_law/summary", "pending_law/title", "source/title"],
            places.Select(place => $"{place.Relation}/{place.Field}").Distinct().Order(StringComparer.Ordinal));
        foreach (var place in places)
        {
            Assert.Equal(1, await database.RedactAsync(place.Relation, place.Id, 1, place.Field));
        }

        var rows = await CurrentText.ReadAsync(database.Reader, null, TestContext.Current.CancellationToken);

        var files = SeedWriter.Write(rows);
        var read = SeedReader.Read(files);

        Assert.Empty(read.Mistakes);
        Assert.Contains(Redactions.Marker, string.Concat(files.Values), StringComparison.Ordinal);
        Assert.Equal(1, await database.PublishAsync(read.Rows));
        Assert.Empty((await ChainCheck.RunAsync(database.Reader, TestContext.Current.CancellationToken)).Breaks);
    }
}
