using System.Diagnostics;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Commands;

/// <summary>A history on the command line: proved, and rebuilt.</summary>
public sealed class HistoryTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _original = new(server);
    private readonly TestDatabase _rebuilt = new(server);
    private ExportedHistory? _history;

    private ExportedHistory History => _history!;

    public async ValueTask InitializeAsync()
    {
        await _original.InitializeAsync();
        await _rebuilt.InitializeAsync();
        await _original.PublishAsync(EveryRelation.Rows);
        _history = await ExportedHistory.OfAsync(_original.Reader);
    }

    public async ValueTask DisposeAsync()
    {
        _history?.Dispose();
        await _original.DisposeAsync();
        await _rebuilt.DisposeAsync();
    }

    [Fact]
    public async Task A_history_is_imported_once_and_refused_where_there_is_a_record()
    {
        var first = await RunAsync("import", "--history", History.FilePath);
        var second = await RunAsync("import", "--history", History.FilePath);

        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.Contains("Rebuilt the record up to revision 1, hash ", first.Errors);
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("There is a record already, at revision 1", second.Errors);
        var verified = await RunAsync("verify");
        Assert.Equal("The chain of 1 revision holds.", verified.Said.Trim());
    }

    [Fact]
    public async Task A_line_that_does_not_fit_is_named_and_nothing_is_imported()
    {
        var line = History.LineOf("\"Place US\"");
        History.Change(line, "Place US", "Place Us");

        var imported = await RunAsync("import", "--history", History.FilePath);
        var verified = await RunAsync("verify", History.FilePath);

        foreach (var outcome in new[] { imported, verified })
        {
            Assert.Equal(1, outcome.ExitCode);
            Assert.Contains($"{History.FilePath}: line {line}: revision 1: jurisdiction US is not what was published", outcome.Errors);
            Assert.DoesNotContain("   at ", outcome.Errors);
        }

        Assert.Contains("Nothing was imported.", imported.Errors);
        Assert.Equal(0, await _rebuilt.Reader.AskAsync<long>("select count(*) from recorded_row"));
    }

    [Fact]
    public async Task A_file_is_proved_without_a_database()
    {
        var outcome = await LegalStatus.RunAsync(["verify", History.FilePath], ("ConnectionStrings__Postgres", "Host=/nowhere"));

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.StartsWith("The chain of 1 revision holds.", outcome.Said, StringComparison.Ordinal);
        Assert.Contains(await _original.Reader.AskAsync<string>("select encode(hash, 'hex') from revision") ?? "", outcome.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_proved_like_a_file()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "legal-status");
        using var process = Process.Start(new ProcessStartInfo(program, ["verify", "-"])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        await process.StandardInput.BaseStream.WriteAsync(History.Bytes, TestContext.Current.CancellationToken);
        process.StandardInput.Close();

        Assert.StartsWith("The chain of 1 revision holds.", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    [Theory]
    [InlineData("import --history x --author A", "'--author' cannot be given with --history")]
    [InlineData("import --history x --reason R --reviewer B", "'--reviewer' cannot be given with --history")]
    [InlineData("import seed --history x", "'folder' cannot be given with --history")]
    [InlineData("import seed --reason R", "Option '--author' is required, except with --history.")]
    [InlineData("import seed --author A", "Option '--reason' is required, except with --history.")]
    [InlineData("import --history /nowhere/x.ndjson", "/nowhere/x.ndjson cannot be read")]
    [InlineData("verify /nowhere/x.ndjson", "/nowhere/x.ndjson cannot be read")]
    [InlineData("verify --fast", "--fast")]
    public async Task What_cannot_be_done_is_refused_in_words(string words, string said)
    {
        var outcome = await RunAsync(words.Split(' '));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(said, outcome.Errors);
        Assert.DoesNotContain("   at ", outcome.Errors);
    }

    private Task<LegalStatus.Outcome> RunAsync(params string[] words) =>
        LegalStatus.RunAsync(words, ("ConnectionStrings__Postgres", _rebuilt.ConnectionString));
}
