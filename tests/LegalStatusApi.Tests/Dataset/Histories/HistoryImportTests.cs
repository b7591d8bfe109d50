using System.Text.Json;
using LegalStatusApi.Dataset;
using LegalStatusApi.Dataset.Histories;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Dataset.Histories;

/// <summary>An installation that is rebuilt from what another one exported.</summary>
public sealed class HistoryImportTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _rebuilt = new(server);

    public ValueTask InitializeAsync() => _rebuilt.InitializeAsync();

    public ValueTask DisposeAsync() => _rebuilt.DisposeAsync();

    [Fact]
    public async Task A_thousand_pinned_answers_of_a_rebuilt_installation_are_the_same_byte_for_byte_and_so_is_its_export()
    {
        await using var original = new FilledDatabase(server);
        await original.InitializeAsync();
        await AddRevisionsAsync(original);
        using var history = await ExportedHistory.OfAsync(original.Reader);

        var header = await ImportAsync(history);

        Assert.Equal(5, header.Revision);
        using var again = await ExportedHistory.OfAsync(_rebuilt.Reader);
        Assert.True(history.Bytes.AsSpan().SequenceEqual(again.Bytes), "The export of the rebuilt installation is another.");
        Assert.Empty((await ChainCheck.RunAsync(_rebuilt.Reader, TestContext.Current.CancellationToken)).Breaks);

        await using var here = await TestApi.StartAsync(original.Reader);
        await using var there = await TestApi.StartAsync(_rebuilt.Reader);
        await Parallel.ForEachAsync(await PinnedAsync(original, 1000), TestContext.Current.CancellationToken, async (address, cancellation) =>
        {
            var answers = await Task.WhenAll(here.Client.GetStringAsync(address, cancellation), there.Client.GetStringAsync(address, cancellation));
            Assert.Equal(answers[0], answers[1]);
        });

        foreach (var revision in Enumerable.Range(1, 5))
        {
            var address = $"/v1/revisions/{revision}";
            Assert.Equal((await here.GetAsync(address)).ToJsonString(), (await there.GetAsync(address)).ToJsonString());
        }
    }

    [Fact]
    public async Task What_is_published_after_a_rebuilding_follows_on_its_chain()
    {
        using var history = await SmallAsync();
        await ImportAsync(history);

        await _rebuilt.PublishAsync([.. EveryRelation.Rows.Where(row => row is not LeadRow)]);

        Assert.Empty((await ChainCheck.RunAsync(_rebuilt.Reader, TestContext.Current.CancellationToken)).Breaks);
        Assert.Equal(3, await _rebuilt.Reader.AskAsync<long>("select max(number) from revision"));
    }

    [Fact]
    public async Task A_history_is_imported_only_where_there_is_no_record()
    {
        using var history = await SmallAsync();
        await _rebuilt.PublishAsync(EveryRelation.Rows);

        var refusal = await Assert.ThrowsAsync<RecordExistsException>(() => ImportAsync(history));

        Assert.Contains("There is a record already, at revision 1", refusal.Message);
        Assert.Equal(1, await _rebuilt.Reader.AskAsync<long>("select max(number) from revision"));
    }

    [Fact]
    public async Task A_line_that_does_not_fit_imports_nothing_not_even_the_revisions_before_it()
    {
        using var history = await SmallAsync();
        var line = history.LineOf("\"type\":\"added\"", "Something was found.");
        history.Change(line, "Something was found.", "Nothing was found.");

        var refusal = await Assert.ThrowsAsync<HistoryException>(() => ImportAsync(history));

        Assert.Equal(line, refusal.Line);
        Assert.Equal(0, await _rebuilt.Reader.AskAsync<long>("select count(*) from revision"));
        Assert.Equal(0, await _rebuilt.Reader.AskAsync<long>("select count(*) from recorded_row"));
    }

    [Theory]
    [InlineData("jurisdiction", "{\"code\":\"XX\",\"type\":\"country\",\"name\":\"X\"}", "YY", "jurisdiction YY, published as added, is gone")]
    [InlineData("planet", "{\"code\":\"XX\"}", "XX", "planet XX, published as added, is gone")]
    [InlineData("jurisdiction", "{\"code\":\"XX\",\"type\":\"moon\",\"name\":\"X\"}", "XX", "jurisdiction_type_is_known")]
    [InlineData("lead", "{\"id\":\"led_a\",\"key\":\"XX/lsd-1\",\"jurisdiction\":\"XX\",\"substance\":\"lsd\"}", "led_a", "The database refuses revision 1")]
    public async Task A_chain_that_holds_but_says_what_no_record_can_say_imports_nothing(string relation, string fields, string id, string said)
    {
        using var history = await SmallAsync();
        history.Rewrite(Chained(new RecordedRow(relation, id, 1, null, [1], fields, relation == "lead" ? """{"summary":"S","toCheck":"T"}""" : "{}")));

        var refusal = await Assert.ThrowsAsync<HistoryException>(() => ImportAsync(history));

        Assert.Contains(said, refusal.Message);
        Assert.Equal(0, await _rebuilt.Reader.AskAsync<long>("select count(*) from revision"));
    }

    // One revision with one row, its hashes as they should be.
    private static IEnumerable<string> Chained(RecordedRow row)
    {
        var head = new RevisionHead(1, new DateTime(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc), "Author", null, "Why", [2], "[]");
        var contentHash = Chain.ContentHash([row], 1);
        var hash = Convert.ToHexStringLower(Chain.Hash(head, contentHash, null));
        var entry = Chain.Entries([row], 1).Single();
        yield return JsonSerializer.Serialize(HistoryHeader.Of(1, Convert.FromHexString(hash)), Row.Json);
        yield return $$"""{"type":"revision","number":1,"recordedAt":"2026-11-21T12:00:00.000000Z","author":"Author","reason":"Why","salt":"02","changes":[],"contentHash":"{{Convert.ToHexStringLower(contentHash)}}","hash":"{{hash}}"}""";
        yield return $$"""{"type":"added","relation":"{{row.Relation}}","id":"{{row.Id}}","hash":"{{Convert.ToHexStringLower(entry.Hash)}}","salt":"01","fields":{{row.Fields}},"texts":{{row.Texts}}}""";
    }

    private async Task<ExportedHistory> SmallAsync()
    {
        await using var original = new TestDatabase(server);
        await original.InitializeAsync();
        await original.PublishAsync(EveryRelation.Rows);
        await original.PublishAsync([.. EveryRelation.Rows.Select(row => row is LeadRow lead ? lead with { Summary = "Something was found." } : row)]);
        return await ExportedHistory.OfAsync(original.Reader);
    }

    private async Task<HistoryHeader> ImportAsync(ExportedHistory history)
    {
        await using var file = history.Open();
        return await HistoryImport.RunAsync(_rebuilt.Writer, file, new Progress<string>(), TestContext.Current.CancellationToken);
    }

    // Summaries corrected, a status changed, a record withdrawn with its citations, and all of it put back.
    private static async Task AddRevisionsAsync(TestDatabase database)
    {
        var rows = await CurrentText.ReadAsync(database.Reader, null, TestContext.Current.CancellationToken);
        var withdrawn = rows.OfType<ClassificationRow>().Last();
        var number = 0;
        await database.PublishAsync(rows.Select(row => row is ClassificationRow record && number++ % 3 == 0
            ? record with { Summary = record.Summary + " Größer als „\\\"\u2028😀." } : row));
        await database.PublishAsync(rows.Select(row => row is ClassificationRow record && number++ % 7 == 0 ? record with { Schedule = "Another list" } : row));
        await database.PublishAsync(rows.Where(row => row != withdrawn && (row as CitationRow)?.Record != withdrawn.Id));
        await database.PublishAsync(rows);
    }

    private static async Task<IReadOnlyList<string>> PinnedAsync(TestDatabase database, int count)
    {
        var places = await database.Reader.ListAsync<string>("select distinct jurisdiction::text from classification order by 1");
        string[] substances = ["psilocybin", "lsd", "ketamine"], days = ["1965-06-01", "1988-02-29", "2005-07-18", "2024-01-01"];
        var all = (from place in places from substance in substances from day in days from revision in Enumerable.Range(1, 5)
                   select $"/v1/status/{place}/{substance}?on={day}&revision={revision}").ToList();
        return [.. Enumerable.Range(0, count).Select(index => all[(int)((long)index * all.Count / count)])];
    }
}
