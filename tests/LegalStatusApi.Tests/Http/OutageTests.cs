using LegalStatusApi.Database;
using LegalStatusApi.Database.Embedded;
using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Database.Embedded;
using LegalStatusApi.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LegalStatusApi.Tests.Http;

/// <summary>The database goes away under a running service, and comes back.</summary>
[Fault(1)]
public sealed class OutageTests : IAsyncDisposable
{
    private readonly DatabaseFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public async Task While_the_database_is_gone_the_service_says_so_and_answers_again_when_it_is_back()
    {
        var server = await _folder.StartAsync();
        await Migrator.MigrateAsync(server.ConnectionString, null, NullLogger.Instance, TestContext.Current.CancellationToken);
        await PublishAsync(server);
        await using var reader = Databases.Open(server.ConnectionString, Databases.Reader);
        await using var api = await TestApi.StartAsync(reader, builder => builder.Configuration["Deadlines:Answer"] = "2.5");
        await api.GetAsync("/v1/status/DE/lsd");
        await api.GetAsync("/health/ready");

        await server.DisposeAsync();

        foreach (var address in new[] { "/v1/status/DE/lsd", "/v1/status?jurisdiction=DE&substance=lsd", "/v1/status/XX/lsd", "/health/ready" })
        {
            using var answer = await api.SendAsync(address, ("Origin", "https://a.example"));
            ProblemTests.AssertUnavailable(answer);
            Assert.True(answer.Headers.Contains("Access-Control-Allow-Origin"));
            Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        await api.GetAsync("/health/live");
        await api.GetAsync("/v1/status/DE/lsd?on=x", 400);

        await using var again = await _folder.StartAsync();
        Assert.Equal(server.ConnectionString, again.ConnectionString);
        Assert.Equal("prohibited", (string?)(await api.GetAsync("/v1/status/DE/lsd"))["headline"]!["status"]);
        await api.GetAsync("/health/ready");
    }

    [Fact]
    public async Task A_database_that_crashes_is_answered_from_again_as_soon_as_it_has_recovered()
    {
        // As in earnest, so that what was committed is there after the crash.
        await using var server = await _folder.StartAsync(settings: new() { ["synchronous_commit"] = "on", ["full_page_writes"] = "on" });
        await Migrator.MigrateAsync(server.ConnectionString, null, NullLogger.Instance, TestContext.Current.CancellationToken);
        await PublishAsync(server);
        await using var reader = Databases.Open(server.ConnectionString, Databases.Reader);
        await using var api = await TestApi.StartAsync(reader, builder => builder.Configuration["Deadlines:Answer"] = "2.5");
        await api.GetAsync("/v1/status/DE/lsd");

        // The postmaster ends every session and recovers, as after the crash of one of them.
        var backend = await DatabaseFolder.AskAsync<int>(server, "select pid from pg_stat_activity where backend_type = 'background writer'");
        using (var kill = System.Diagnostics.Process.Start("kill", ["-KILL", $"{backend}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // Until it has recovered it is unavailable; then it answers.
        var statuses = new List<int>();
        var patience = System.Diagnostics.Stopwatch.StartNew();
        do
        {
            using var answer = await api.SendAsync("/v1/status/DE/lsd");
            statuses.Add((int)answer.StatusCode);
        }
        while (statuses[^1] != 200 && patience.Elapsed < TimeSpan.FromSeconds(20));

        Assert.Equal(200, statuses[^1]);
        Assert.DoesNotContain(statuses, status => status is not (200 or 503));
    }

    private static async Task PublishAsync(EmbeddedPostgres server)
    {
        await using var writer = Databases.Open(server.ConnectionString, Databases.Writer);
        var outcome = await Publication.PublishAsync(writer, [.. Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "1967-02-25").Rows],
            new PublicationNote("Author", "Reviewer", "A test."), false, new Progress<string>(), TestContext.Current.CancellationToken);
        Assert.True(outcome.Changed);
    }
}
