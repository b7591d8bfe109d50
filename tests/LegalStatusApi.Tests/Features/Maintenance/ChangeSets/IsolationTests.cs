using System.Diagnostics;
using LegalStatusApi.Tests.Support;
using Npgsql;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>tests/isolation, run by PostgreSQL's own isolation tester; LEGAL_STATUS_WRITE_EXPECTED=1 writes what is expected anew.</summary>
[Fault(16, 17)]
public sealed class IsolationTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "tests", "isolation");

    private static readonly string? Tester = new[] { "/usr/lib/postgresql", "/usr/local/lib/postgresql" }.Where(Directory.Exists)
        .SelectMany(Directory.EnumerateDirectories).Select(version => Path.Combine(version, "lib/pgxs/src/test/isolation/isolationtester")).FirstOrDefault(File.Exists);

    [Theory]
    [InlineData("publications")]
    [InlineData("lost-update")]
    public async Task Every_permutation_ends_as_expected(string spec)
    {
        Assert.SkipWhen(Tester is null, "PostgreSQL's isolationtester is not installed (Debian: postgresql-client-15).");
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var start = new ProcessStartInfo(Tester!, [$"host={server.Host} port={server.Port} user={server.Username} dbname={server.Database}"])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["PGPASSWORD"] = server.Password;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(await File.ReadAllTextAsync(Path.Combine(Folder, $"{spec}.spec"), TestContext.Current.CancellationToken));
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)) && process.ExitCode == 0, said + await errors);

        var expected = Path.Combine(Folder, "expected", $"{spec}.out");
        if (Environment.GetEnvironmentVariable("LEGAL_STATUS_WRITE_EXPECTED") is "1")
        {
            await File.WriteAllTextAsync(expected, said, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(expected, TestContext.Current.CancellationToken), said);
    }
}
