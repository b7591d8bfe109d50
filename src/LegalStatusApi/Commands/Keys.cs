using System.Globalization;
using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Maintenance;
using LegalStatusApi.Features.Maintenance.Keys;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Commands;

/// <summary><c>keys create | list | rotate | revoke</c>: keys are made here and nowhere else.</summary>
public static class Keys
{
    private sealed record Listed(
        string Id, string Name, string Scopes, DateTime CreatedAt, DateTime ExpiresAt, DateTime? RevokedAt, DateTime? LastUsedAt, long Uses, bool IsValid);

    public static Task<int> CreateAsync(string[] args, string name, string scopes, string expires, CancellationToken cancellation) =>
        Session.RunAsync(args, async (workplace, _, _) =>
        {
            var asked = scopes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToArray();
            if (asked.Length == 0 || asked.Any(scope => !Scopes.All.Contains(scope, StringComparer.Ordinal)))
            {
                throw new CommandException($"--scopes takes one or more of {string.Join(", ", Scopes.All)}, separated by commas.");
            }

            var expiresAt = DayOf(expires);
            if (string.IsNullOrWhiteSpace(name) || name.Length > 100)
            {
                throw new CommandException("--name takes the maintainer's name as it is to be shown, at most 100 characters.");
            }

            await using var connection = await workplace.Writer.OpenConnectionAsync(cancellation);
            await MakeAsync(connection, name.Trim(), asked, expiresAt, cancellation);
            return 0;
        }, cancellation);

    public static Task<int> ListAsync(string[] args, CancellationToken cancellation) =>
        Session.RunAsync(args, async (workplace, _, _) =>
        {
            var keys = (await workplace.Writer.ReadAsync(connection => connection.QueryAsync<Listed>(
                new CommandDefinition(SqlFile.Beside(typeof(Keys), "ListKeys"), cancellationToken: cancellation)), cancellation)).ToList();
            new Table("key", "maintainer", "scopes", "expires", "state", "last used", "uses").Write(Console.Out, keys.Select(key => new[]
            {
                key.Id, key.Name, key.Scopes, $"{key.ExpiresAt:yyyy-MM-dd}",
                key.RevokedAt is not null ? "revoked" : key.IsValid ? "valid" : "expired",
                key.LastUsedAt is { } used ? $"{used:yyyy-MM-dd HH:mm}" : "never", key.Uses.ToString(CultureInfo.InvariantCulture),
            }));
            return 0;
        }, cancellation);

    /// <summary>Another key for the same person and scopes, to the same day where no other is named; the old one is revoked.</summary>
    public static Task<int> RotateAsync(string[] args, string id, string? expires, CancellationToken cancellation) =>
        Session.RunAsync(args, async (workplace, _, _) =>
        {
            var expiresAt = expires is null ? (DateTime?)null : DayOf(expires);
            await using var connection = await workplace.Writer.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var key = await RevokeAsync(connection, id, cancellation);
            await MakeAsync(connection, key.Name, key.Scopes.Split(','), expiresAt ?? key.ExpiresAt, cancellation);
            await transaction.CommitAsync(cancellation);
            return 0;
        }, cancellation);

    public static Task<int> RevokeAsync(string[] args, string id, CancellationToken cancellation) =>
        Session.RunAsync(args, async (workplace, _, _) =>
        {
            await using var connection = await workplace.Writer.OpenConnectionAsync(cancellation);
            var key = await RevokeAsync(connection, id, cancellation);
            await Console.Out.WriteLineAsync($"Revoked {id} of {key.Name}.");
            return 0;
        }, cancellation);

    private static DateTime DayOf(string expires) =>
        DateOnly.TryParseExact(expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)
            : throw new CommandException($"--expires '{expires}' is not a day: write yyyy-MM-dd.");

    private static async Task<Listed> RevokeAsync(NpgsqlConnection connection, string id, CancellationToken cancellation) =>
        await connection.QuerySingleOrDefaultAsync<Listed>(new CommandDefinition(
            SqlFile.Beside(typeof(Keys), "RevokeKey"), new { Id = id }, cancellationToken: cancellation))
        ?? throw new CommandException($"There is no valid key '{id}'. `keys list` shows them all.");

    private static async Task MakeAsync(NpgsqlConnection connection, string name, string[] scopes, DateTime expiresAt, CancellationToken cancellation)
    {
        var token = KeyToken.New();
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(SqlFile.Beside(typeof(Keys), "CreateKey"), new
            {
                Maintainer = RecordId.OfMaintainer(name), Name = name, token.Id, token.Hash, Scopes = scopes, ExpiresAt = expiresAt,
            }, cancellationToken: cancellation));
        }
        catch (PostgresException refused) when (refused.ConstraintName == "api_key_expires_later")
        {
            throw new CommandException("The key would already have expired: name a later day with --expires.");
        }
        catch (PostgresException refused) when (refused.ConstraintName == "maintainer_name_is_of_one_in_any_case")
        {
            var namesake = await connection.ExecuteScalarAsync<string>(new CommandDefinition(
                SqlFile.Beside(typeof(Keys), "FindNamesake"), new { Name = name }, cancellationToken: cancellation));
            throw new CommandException($"There is a maintainer '{namesake}': write the name so.");
        }

        // The key goes to standard output alone, so that it can be piped; it is shown this once.
        await Console.Error.WriteLineAsync($"Key {token.Id} for {name}, {string.Join(',', scopes)}, until {expiresAt:yyyy-MM-dd}. It is shown only now:");
        await Console.Out.WriteLineAsync(token.ToString());
    }
}
