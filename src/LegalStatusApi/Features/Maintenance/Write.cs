using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance;

/// <summary>One write by one maintainer: everything it does, with its audit row, is one transaction.</summary>
public sealed class Write(NpgsqlConnection connection, Maintainer who, byte[] body, HttpContext http)
{
    public NpgsqlConnection Connection => connection;

    public Maintainer Who => who;

    public CancellationToken Cancellation => http.RequestAborted;

    public string BodyText => System.Text.Encoding.UTF8.GetString(body);

    public string MediaType => MediaTypeOf(http.Request);

    /// <summary>The body as a JSON object without unknown duplicates; a body that is none is refused.</summary>
    public JsonObject Json() => JsonOf(http.Request, body);

    /// <summary>The same of a request that needs no key.</summary>
    public static JsonObject JsonOf(HttpRequest request, byte[] body)
    {
        if (MediaTypeOf(request) != "application/json")
        {
            throw new RefusedException(Problems.UnsupportedMediaType.With("Send application/json."));
        }

        try
        {
            return JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { MaxDepth = 16, AllowDuplicateProperties = false }) as JsonObject
                ?? throw new RefusedException(Problems.BadRequest.With("The body must be a JSON object."));
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException)
        {
            throw new RefusedException(Problems.BadRequest.With("The body is not JSON that can be read."));
        }
    }

    /// <summary>The one text member of a JSON body, checked: present, not blank, not too long, without control characters.</summary>
    public static string Text(JsonObject json, string name, int longest)
    {
        var text = (json[name] as JsonValue)?.GetValueKind() == JsonValueKind.String ? json[name]!.GetValue<string>().Trim() : null;
        if (string.IsNullOrEmpty(text) || text.Length > longest || text.Any(letter => char.IsControl(letter) && letter != '\n'))
        {
            var detail = $"Give a text of 1 to {longest} characters without control characters.";
            throw new RefusedException(Problems.Impossible.With($"{name}: {detail}", [new ParameterError(name, detail)]));
        }

        return text;
    }

    /// <summary>Refuses members that the address does not know.</summary>
    public static void OnlyKnown(JsonObject json, params string[] known)
    {
        var unknown = json.Select(member => member.Key).Where(name => !known.Contains(name, StringComparer.Ordinal))
            .Select(name => new ParameterError(name, $"Unknown member. Known here: {string.Join(", ", known)}.")).ToList();
        if (unknown.Count > 0)
        {
            throw new RefusedException(Problems.Impossible.With("The body has unknown members.", unknown));
        }
    }

    /// <summary>428 without If-Match, 412 where it names another version than the current one.</summary>
    public void RequireMatch(int version)
    {
        var given = http.Request.Headers.IfMatch.ToString();
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

    private static string MediaTypeOf(HttpRequest request) => request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";

    public Task AuditAsync(string action, string subject, object? before = null, object? after = null) =>
        ExecuteAsync(typeof(Write), "RecordAudit", new
        {
            Maintainer = who.Id,
            who.Key,
            Action = action,
            Subject = subject,
            Before = before is null ? null : JsonSerializer.Serialize(before, ApiJson.Options),
            After = after is null ? null : JsonSerializer.Serialize(after, ApiJson.Options),
        });

    public Task AuditRefusalAsync(Problem problem) =>
        AuditAsync($"refused: {problem.Status}", $"{http.Request.Method} {http.Request.Path.Value}", after: problem.Detail);
}

/// <summary>What a write answers.</summary>
public sealed record Written(int Status, object? Body = null, string? Location = null, int? Version = null);

/// <summary>A write that is not done; the problem says why. Nothing of it stays but its audit row.</summary>
public sealed class RefusedException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem => problem;
}
