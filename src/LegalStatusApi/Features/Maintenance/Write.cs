using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Dataset.Reading;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance;

/// <summary>One write by one maintainer: everything it does, with its audit row, is one transaction.</summary>
public sealed class Write(NpgsqlConnection connection, Maintainer who, SentWrite sent)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public NpgsqlConnection Connection => connection;

    public Maintainer Who => who;

    public CancellationToken Cancellation => sent.Cancellation;

    /// <summary>The body as text; one that is not UTF-8 is refused, since letters would be lost.</summary>
    public string BodyText
    {
        get
        {
            try
            {
                return Utf8.GetString(sent.Body).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                throw new RefusedException(Problems.BadRequest.With("The body is not UTF-8."));
            }
        }
    }

    public string MediaType => sent.MediaType;

    /// <summary>The body as a JSON object without unknown duplicates; a body that is none is refused.</summary>
    public JsonObject Json() => JsonBody.Of(sent.MediaType, sent.Body);

    /// <summary>The one text member of a JSON body, checked: present, not blank, not too long, without control characters.</summary>
    /// <param name="within">What stands before the member's name where it is told of, of an object within the body.</param>
    public static string Text(JsonObject json, string name, int longest, string within = "")
    {
        var said = json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
        var text = said?.ReplaceLineEndings("\n").Trim();
        return MistakeIn(text, longest) is { } detail ? throw Impossible(within + name, detail) : text!;
    }

    /// <summary>What is wrong with a free text; null where nothing is.</summary>
    public static string? MistakeIn(string? text, int longest) =>
        string.IsNullOrEmpty(text) || text.EnumerateRunes().Count() > longest || text.Any(letter => letter != '\n' && Characters.IsRefused(letter))
            ? $"Give a text of 1 to {longest} characters, none of them a control character but the end of a line."
            : null;

    /// <summary>422 that names the one member that is wrong.</summary>
    public static RefusedException Impossible(string name, string detail) => JsonBody.Impossible(name, detail);

    /// <summary>Refuses members that the address does not know.</summary>
    public static void OnlyKnown(JsonObject json, params string[] known) => JsonBody.OnlyKnown(json, known);

    /// <summary>428 without If-Match, 412 where it names another version than the current one.</summary>
    public void RequireMatch(int version)
    {
        var given = sent.IfMatch;
        if (given.Length == 0)
        {
            throw new RefusedException(Problems.NoIfMatch.With("Send If-Match with the ETag of the change set."));
        }

        if (given != Tag(version))
        {
            throw new RefusedException(Problems.Stale.With($"The change set is at version {version} now. Read it again."));
        }
    }

    public static string Tag(int version) => $"\"{version}\"";

    public Task<int> ExecuteAsync(Type beside, string statement, object parameters) =>
        connection.ExecuteAsync(new CommandDefinition(SqlFile.Beside(beside, statement), parameters, cancellationToken: Cancellation));

    public async Task<IReadOnlyList<T>> QueryAsync<T>(Type beside, string statement, object parameters) =>
        [.. await connection.QueryAsync<T>(new CommandDefinition(SqlFile.Beside(beside, statement), parameters, cancellationToken: Cancellation))];

    public Task<int> AuditAsync(string action, string subject, object? before = null, object? after = null) =>
        ExecuteAsync(typeof(Write), "RecordAudit", new
        {
            Maintainer = who.Id,
            who.Key,
            Action = action,
            Subject = subject,
            Before = before is null ? null : JsonSerializer.Serialize(before, ApiJson.Options),
            After = after is null ? null : JsonSerializer.Serialize(after, ApiJson.Options),
        });

    public Task<int> AuditRefusalAsync(Problem problem) =>
        AuditAsync($"refused: {problem.Status}", sent.Subject, after: problem.Detail);
}

/// <summary>What a write answers.</summary>
public sealed record Written(int Status, object? Body = null, string? Location = null, int? Version = null);
