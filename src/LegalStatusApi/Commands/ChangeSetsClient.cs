using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Commands;

/// <summary>What <c>changesets</c> does: calls of the service's own API, so that one set of rules judges every way of working.</summary>
public static class ChangeSetsClient
{
    private static readonly string[] Columns = ["id", "state", "rows", "baseRevision", "author", "title"];

    public static async Task<int> ListAsync(Uri server, CancellationToken cancellation)
    {
        using var http = Connect(server);
        var (_, body) = await SendAsync(http, HttpMethod.Get, "/v1/changesets", null, null, cancellation);
        new Table("id", "state", "rows", "base", "author", "title").Write(Console.Out, body["items"]!.AsArray().Select(item =>
            Columns.Select(name => item![name]!.ToString()).ToArray()));
        return 0;
    }

    public static async Task<int> DiffAsync(Uri server, string id, CancellationToken cancellation)
    {
        using var http = Connect(server);
        var (_, body) = await SendAsync(http, HttpMethod.Get, $"/v1/changesets/{Uri.EscapeDataString(id)}/diff", null, null, cancellation);
        foreach (var record in body["records"]!.AsArray())
        {
            Colour.WriteLine(Colour.Bold, $"{record!["action"]} {record["relation"]} {record["id"]}");
            foreach (var field in record["fields"]!.AsArray())
            {
                if (field!["before"] is { } before)
                {
                    Colour.WriteLine(Colour.Red, $"  - {field["field"]}: {before.ToJsonString()}");
                }

                if (field["after"] is { } after)
                {
                    Colour.WriteLine(Colour.Green, $"  + {field["field"]}: {after.ToJsonString()}");
                }
            }
        }

        Console.WriteLine();
        new Table("place", "substance", "form", "from", "to", "was", "becomes").Write(Console.Out, body["answers"]!.AsArray().Select(answer => new[]
        {
            $"{answer!["jurisdiction"]}", $"{answer["substance"]}", $"{answer["form"]}", $"{answer["from"]}", $"{answer["to"]}",
            Said(answer["before"]!), Said(answer["after"]!),
        }));
        Console.WriteLine($"\nhash {body["hash"]}");
        return 0;
    }

    /// <summary>A set of what differs between a folder's text and the revision that the text was made from.</summary>
    public static async Task<int> ImportAsync(
        Uri server, DirectoryInfo folder, string title, string reason, bool dryRun, CancellationToken cancellation)
    {
        var files = new JsonObject(SeedFolder.Read(folder.FullName, []).Select(file => KeyValuePair.Create(file.Key, (JsonNode?)file.Value)));
        using var http = Connect(server);
        var (_, opened) = await SendAsync(http, HttpMethod.Post, "/v1/changesets", null, new { title, reason }, cancellation);
        var path = $"/v1/changesets/{opened["id"]}";
        var (tag, report) = await SendAsync(http, HttpMethod.Post, $"{path}/import?dryRun={(dryRun ? "true" : "false")}", "\"1\"", new { files }, cancellation);
        Console.WriteLine($"{report["puts"]} rows to put, {report["closes"]} to close.");
        if (dryRun)
        {
            await SendAsync(http, HttpMethod.Delete, path, tag, null, cancellation);
        }
        else
        {
            Console.WriteLine($"{opened["id"]}");
        }

        return 0;
    }

    public static async Task<int> MoveAsync(Uri server, string id, string action, object? body, CancellationToken cancellation)
    {
        using var http = Connect(server);
        var path = $"/v1/changesets/{Uri.EscapeDataString(id)}";
        var (tag, _) = await SendAsync(http, HttpMethod.Get, path, null, null, cancellation);
        var (_, done) = await SendAsync(http, HttpMethod.Post, $"{path}/{action}", tag, body, cancellation);
        Console.WriteLine($"{id} is {done["state"]}{(done["result"] is JsonObject result && result["revision"] is { } revision ? $" as revision {revision}" : "")}.");
        return 0;
    }

    private static HttpClient Connect(Uri server)
    {
        var key = Environment.GetEnvironmentVariable("LEGAL_STATUS_KEY");
        if (string.IsNullOrEmpty(key))
        {
            throw new CommandException("Put your key into the environment variable LEGAL_STATUS_KEY.");
        }

        var http = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromSeconds(90) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }

    private static async Task<(string? Tag, JsonObject Body)> SendAsync(
        HttpClient http, HttpMethod method, string path, string? ifMatch, object? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation))!.AsObject();
            return answer.IsSuccessStatusCode ? (answer.Headers.ETag?.Tag, json) : throw new CommandException(Describe(json));
        }
        catch (HttpRequestException)
        {
            throw new CommandException($"No service answers at {http.BaseAddress}. Start it, or name another with --server.");
        }
    }

    private static string Describe(JsonObject problem) => string.Join('\n', (problem["errors"] as JsonArray ?? [])
        .Select(error => $"{error!["parameter"]}: {error["detail"]}").Prepend($"{problem["title"]}: {problem["detail"]}"));

    private static string Said(JsonNode said) =>
        $"{said["status"]}{(said["schedule"] is { } schedule ? $" ({schedule})" : "")}{(said["reason"] is { } reason ? $", {reason}" : "")}, {said["certainty"]}, {said["from"]}";
}
