using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Dataset;
using Npgsql;

namespace LegalStatusApi.Commands;

/// <summary><c>restore</c>: an empty database becomes what a backup holds, whole or not at all, is brought to this version's schema and proved.</summary>
public static class Restore
{
    public static async Task<int> RunAsync(string[] args, string file, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            throw new CommandException($"{file} is not there.");
        }

        var settings = Session.SettingsOf(args);
        using var loggers = Session.Loggers();
        await using (var place = await DatabasePlace.OpenAsync(settings, besideService: true, loggers, cancellation))
        {
            await PrepareAsync(place.OwnerConnection, cancellation);
            await PostgresTools.RunAsync("pg_restore", place.OwnerConnection, settings.BinaryDirectory,
                ["--no-owner", "--no-password", "--single-transaction", "--exit-on-error", "--dbname", new NpgsqlConnectionStringBuilder(place.OwnerConnection).Database!, file], cancellation);
        }

        return await Session.RunAsync(args, async (workplace, _, _) =>
        {
            var report = await ChainCheck.RunAsync(workplace.Reader, cancellation);
            if (report.Breaks.Count > 0)
            {
                throw new CommandException($"{file} was restored, but its chain does not hold:\n{string.Join('\n', report.Breaks)}");
            }

            await Console.Out.WriteLineAsync($"Restored {file}. The chain of {report.Revisions} revision{(report.Revisions == 1 ? "" : "s")} holds.");
            return 0;
        }, cancellation);
    }

    private static async Task PrepareAsync(string connectionString, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition(SqlFile.Beside(typeof(Restore), "IsEmpty"), cancellationToken: cancellation)))
        {
            throw new CommandException("The database is in use already, and a restore overwrites nothing: name an empty one, or another folder in Database:DataDirectory.");
        }

        await connection.ExecuteAsync(new CommandDefinition(SqlFile.Beside(typeof(Restore), "MakeRoles"), cancellationToken: cancellation));
    }
}
