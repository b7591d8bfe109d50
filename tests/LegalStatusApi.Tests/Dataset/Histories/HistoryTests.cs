using LegalStatusApi.Dataset;
using LegalStatusApi.Dataset.Histories;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Dataset.Histories;

/// <summary>The public export, proved without a database; and one that somebody altered on its way.</summary>
public sealed class HistoryTests(PostgresServer server, HistoryTests.Published published) : IClassFixture<HistoryTests.Published>, IDisposable
{
    private ExportedHistory History { get; } = published.Exported.Copy();

    public void Dispose() => History.Dispose();

    [Fact]
    public async Task The_chain_of_what_was_exported_holds_without_a_database()
    {
        var header = await VerifyAsync();

        Assert.Equal(2, header.Revision);
        Assert.Equal(await published.Database.Reader.AskAsync<string>("select encode(hash, 'hex') from revision where number = 2"), header.Hash);
    }

    [Theory]
    [InlineData("\"jurisdiction\",\"id\":\"US\"", "\"Place US\"", "\"Place Us\"", "jurisdiction US is not what was published")]
    [InlineData("\"relation\":\"classification\"", "\"A summary.\"", "\"A summary!\"", "is not what was published")]
    [InlineData("\"relation\":\"classification\"", "\"status\":\"prohibited\"", "\"status\":\"legal\"", "is not what was published")]
    [InlineData("\"relation\":\"source\",\"id\":\"law\"", "\"salt\":\"", "\"salt\":\"00", "source law is not what was published")]
    [InlineData("\"type\":\"closed\"", "\"hash\":\"", "\"hash\":\"00", "is not what was published")]
    [InlineData("\"number\":2", "\"author\":\"Author\"", "\"author\":\"Autor\"", "its author, reviewer, reason, time or hash is not what was published")]
    [InlineData("\"number\":2", "\"reason\":\"A test.\"", "\"reason\":\"No test.\"", "its author, reviewer, reason, time or hash is not what was published")]
    [InlineData("\"number\":2", "\"previousHash\":\"", "\"previousHash\":\"00", "it does not follow the hash of its predecessor")]
    [InlineData("\"number\":2", "\"contentHash\":\"", "\"contentHash\":\"00", "its rows do not give its content hash")]
    [InlineData("\"number\":2", "\"number\":2", "\"number\":3", "Revision 3 stands where revision 2 should follow")]
    [InlineData("\"number\":2", "\"recordedAt\":\"2", "\"recordedAt\":\"1", "Revision 2 stands where revision 2 should follow, later in time")]
    [InlineData("\"number\":2", "\"recordedAt\":\"2", "\"recordedAt\":\"x", "recordedAt is no time")]
    [InlineData("\"number\":2", "\"changes\":[]", "\"changes\":[1]", "changes is no list of changes")]
    [InlineData("\"number\":2", "\"type\":\"revision\"", "\"type\":\"remark\"", "Its type is none of revision, added and closed")]
    [InlineData("\"type\":\"closed\"", "\"id\":\"led_", "\"id\":\"lad_", "is closed, but was not on record")]
    [InlineData("\"type\":\"closed\"", "\"type\":\"closed\"", "\"type\":\"closed\",\"salt\":\"00\"", "A closed row has relation, id and hash alone")]
    [InlineData("\"type\":\"added\"", "\"fields\":{", "\"remark\":{", "It cannot be read")]
    [InlineData("\"type\":\"added\"", "\"salt\":\"", "\"salt\":\"xx", "A hash or salt is not hexadecimal")]
    [InlineData("\"type\":\"added\"", "\"texts\":{", "\"texts\":1,\"texts\":{", "It cannot be read")]
    [InlineData("\"type\":\"added\"", "\"salt\":\"", "\"remark\":\"", "It cannot be read")]
    [InlineData("\"relation\":\"jurisdiction\"", "\"name\":\"Place", "\"name\":\"\\ud800", "It cannot be hashed")]
    [InlineData("\"type\":\"added\"", "{\"type\"", "\"type\"", "It cannot be read")]
    public async Task One_thing_that_was_changed_is_found_and_its_line_named(string which, string from, string to, string said)
    {
        var line = History.LineOf(which, from);
        History.Change(line, from, to);

        var refusal = await Assert.ThrowsAsync<HistoryException>(VerifyAsync);

        Assert.Equal(line, refusal.Line);
        Assert.StartsWith($"line {line}: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_left_out_is_missed_by_its_revision()
    {
        var line = History.LineOf("\"relation\":\"lead\"");
        History.Rewrite(History.Lines.Where((_, index) => index != line - 1));

        var refusal = await Assert.ThrowsAsync<HistoryException>(VerifyAsync);

        Assert.Equal("line 2: revision 1: its rows do not give its content hash", refusal.Message);
    }

    [Fact]
    public async Task A_row_that_stands_there_twice_is_named()
    {
        var line = History.LineOf("\"relation\":\"lead\"");
        History.Rewrite(History.Lines.SelectMany((text, index) => Enumerable.Repeat(text, index == line - 1 ? 2 : 1)));

        var refusal = await Assert.ThrowsAsync<HistoryException>(VerifyAsync);

        Assert.Equal(line + 1, refusal.Line);
        Assert.EndsWith("is added twice.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_ends_too_soon_is_not_whole()
    {
        var second = History.LineOf("\"number\":2");
        History.Rewrite(History.Lines.Take(second - 1));

        var refusal = await Assert.ThrowsAsync<HistoryException>(VerifyAsync);

        Assert.Equal(second - 1, refusal.Line);
        Assert.Contains("The file ends with revision 1, which is not the one that its first line names: revision 2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_made_anew_from_altered_rows_does_not_end_in_the_hash_that_was_published()
    {
        using var other = new OtherHistory(server);
        var theirs = await other.LinesAsync();
        History.Rewrite([History.Lines[0], .. theirs.Skip(1)]);

        Assert.Contains("is not the one that its first line names", (await Assert.ThrowsAsync<HistoryException>(VerifyAsync)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"format":"legal-status-history","version":2}""")]
    [InlineData("""{"format":"another","version":1}""")]
    public async Task A_file_of_another_kind_is_named_as_such(string firstLine)
    {
        History.Rewrite([firstLine, .. History.Lines.Skip(1)]);

        Assert.Equal(1, (await Assert.ThrowsAsync<HistoryException>(VerifyAsync)).Line);
    }

    [Fact]
    public async Task An_empty_file_and_one_that_is_not_utf8_are_refused()
    {
        using var empty = new MemoryStream();
        using var latin = new MemoryStream([(byte)'{', 0xE4, (byte)'}', (byte)'\n']);

        Assert.Equal("line 1: The file is empty.", (await Assert.ThrowsAsync<HistoryException>(() =>
            LegalStatusApi.Dataset.Histories.History.VerifyAsync(empty, TestContext.Current.CancellationToken))).Message);
        Assert.Equal("line 1: From here on the file is not UTF-8.", (await Assert.ThrowsAsync<HistoryException>(() =>
            LegalStatusApi.Dataset.Histories.History.VerifyAsync(latin, TestContext.Current.CancellationToken))).Message);
    }

    [Fact]
    public async Task A_row_before_the_first_revision_is_refused()
    {
        History.Rewrite(History.Lines.Where((_, index) => index != 1));

        Assert.Equal("line 2: A row stands before the first revision.", (await Assert.ThrowsAsync<HistoryException>(VerifyAsync)).Message);
    }

    private async Task<HistoryHeader> VerifyAsync()
    {
        await using var file = History.Open();
        return await LegalStatusApi.Dataset.Histories.History.VerifyAsync(file, TestContext.Current.CancellationToken);
    }

    /// <summary>Two revisions, exported once: each test alters a copy of its own.</summary>
    public sealed class Published(PostgresServer server) : IAsyncLifetime
    {
        public TestDatabase Database { get; } = new(server);

        public ExportedHistory Exported { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await Database.InitializeAsync();
            await Database.PublishAsync(EveryRelation.Rows);
            await Database.PublishAsync([.. EveryRelation.Rows.Select(row => row is LeadRow lead ? lead with { Summary = "Something was found." } : row)]);
            Exported = await ExportedHistory.OfAsync(Database.Reader);
        }

        public async ValueTask DisposeAsync()
        {
            Exported.Dispose();
            await Database.DisposeAsync();
        }
    }

    /// <summary>What somebody would export who published the same rows with one change.</summary>
    private sealed class OtherHistory(PostgresServer server) : IDisposable
    {
        private ExportedHistory? _exported;

        public async Task<string[]> LinesAsync()
        {
            await using var database = new TestDatabase(server);
            await database.InitializeAsync();
            await database.PublishAsync(EveryRelation.Rows.Select(row => row is JurisdictionRow { Code: "US" } place ? place with { Name = "Us" } : row));
            await database.PublishAsync(EveryRelation.Rows);
            _exported = await ExportedHistory.OfAsync(database.Reader);
            return _exported.Lines;
        }

        public void Dispose() => _exported?.Dispose();
    }
}
