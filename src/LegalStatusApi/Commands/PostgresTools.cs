using System.Diagnostics;
using LegalStatusApi.Database.Embedded;
using Npgsql;

namespace LegalStatusApi.Commands;

/// <summary>pg_dump and pg_restore, of the newest server that is installed: they read and write every older one.</summary>
public static class PostgresTools
{
    /// <summary>Runs the tool on a database to its end; what it says against it is the message of the refusal.</summary>
    public static async Task RunAsync(string tool, string connectionString, string? binaryDirectory, IEnumerable<string> words, CancellationToken cancellation)
    {
        var address = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(PathOf(tool, binaryDirectory), words) { UseShellExecute = false, RedirectStandardError = true };
        // In the environment, where no other account can read the password. Whatever was set there for another server goes.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["PGHOST"] = address.Host ?? "localhost";
        start.Environment["PGPORT"] = $"{address.Port}";
        start.Environment["PGUSER"] = address.Username;
        start.Environment["PGDATABASE"] = address.Database;
        start.Environment["PGPASSWORD"] = address.Password;
        if (address.SslMode is SslMode.Require or SslMode.VerifyCA or SslMode.VerifyFull)
        {
            start.Environment["PGSSLMODE"] = address.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", _ => "require" };
            start.Environment["PGSSLROOTCERT"] = address.RootCertificate;
        }

        using var process = Process.Start(start)!;
        try
        {
            var errors = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
            {
                throw new CommandException($"{tool} ended with {process.ExitCode}: {errors.Trim()}");
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private static string PathOf(string tool, string? binaryDirectory) =>
        BinaryPlaces.InOrder(binaryDirectory).Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists)
        ?? throw new CommandException($"{tool} was not found. Install PostgreSQL's client programs, or name their folder in Database:BinaryDirectory.");
}
