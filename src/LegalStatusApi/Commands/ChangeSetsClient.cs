using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Commands;

/// <summary>What <c>changesets</c> does: calls of the service's own API, so that one set of rules judges every way of working.</summary>
public static class ChangeSetsClient
{
    private const string Withdraw = "withdraw";
    private static readonly string[] Columns = ["id", "state", "rows", "baseRevision", "author", "title"];

    public static async Task<int> ListAsync(Uri server, CancellationToken cancellation)
    {
        using var http = Connect(server);
        var items = new List<JsonNode>();
        for (var address = "/v1/changesets?limit=500"; address is not null;)
        {
            var (_, body) = await SendAsync(http, HttpMethod.Get, address, null, null, cancellation);
            items.AddRange(body["items"]!.AsArray()!);
            address = (string?)body["next"];
        }

        new Table("id", "state", "rows", "base", "author", "title").Write(Console.Out, items.Select(item =>
            Columns.Select(name => item[name]!.ToString()).ToArray()));
        return 0;
    }

    public static async Task<int> DiffAsync(Uri server, string id, CancellationToken cancellation)
    {
        using var http = Connect(server);
        var (_, body) = await SendAsync(http, HttpMethod.Get, $"/v1/changesets/{Uri.EscapeDataString(id)}/diff", null, null, cancellation);
        foreach (var record in body["records"]!.AsArray())
        {
            Colour.WriteLine(Colour.Bold, $"{record!["record"]}: {record["relation"]} {record["action"]}");
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

        foreach (var change in body["changes"]!.AsArray())
        {
            Colour.WriteLine(change!["kind"] is null ? Colour.Red : Colour.Bold, $"{change["record"]}: {change["kind"]?.ToString() ?? "of no kind yet"}, {change["reason"]}");
        }

        var answers = body["answers"]!.AsArray();
        if (answers.Count > 0)
        {
            Console.WriteLine();
        }

        new Table("place", "substance", "form", "from", "to", "was", "becomes", "differs in").Write(Console.Out, answers.Select(answer => new[]
        {
            $"{answer!["jurisdiction"]}", $"{answer["substance"]}", $"{answer["form"]}", $"{answer["from"]}", $"{answer["to"]}",
            Said(answer["before"]), Said(answer["after"]), string.Join(", ", Differing(answer["before"], answer["after"])),
        }));
        foreach (var conflict in body["conflicts"]!.AsArray())
        {
            Colour.WriteLine(Colour.Red, $"changed by others meanwhile: {conflict}");
        }

        Console.WriteLine($"\nhash {body["hash"]}");
        return 0;
    }

    /// <summary>What an import is to be.</summary>
    /// <param name="Folder">The folder of the text.</param>
    /// <param name="Title">What it is about.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Kind">Of which kind the change of records is that are there already.</param>
    /// <param name="Base">The revision that the text was made from, where the text itself does not say.</param>
    /// <param name="DryRun">Only report.</param>
    public sealed record Proposed(DirectoryInfo Folder, string Title, string Reason, string? Kind, long? Base, bool DryRun);

    /// <summary>A set of what differs between a folder's text and the revision that the text was made from.</summary>
    /// <returns>1 where the text has mistakes.</returns>
    public static async Task<int> ImportAsync(Uri server, Proposed proposed, CancellationToken cancellation)
    {
        var mistakes = new List<Mistake>();
        var files = new JsonObject(SeedFolder.Read(proposed.Folder.FullName, mistakes).Select(file => KeyValuePair.Create(file.Key, (JsonNode?)file.Value)));
        if (mistakes.Count > 0)
        {
            throw new CommandException(string.Join('\n', mistakes));
        }

        using var http = Connect(server);
        var from = await RevisionOfAsync(http, proposed, cancellation);
        var (_, opened) = await SendAsync(http, HttpMethod.Post, "/v1/changesets", null,
            new JsonObject { ["title"] = proposed.Title, ["reason"] = proposed.Reason, ["baseRevision"] = from }, cancellation);
        var path = $"/v1/changesets/{opened["id"]}";
        var (isKept, version) = (false, "\"1\"");
        try
        {
            var query = $"?dryRun={(proposed.DryRun ? "true" : "false")}{(proposed.Kind is null ? "" : $"&kind={Uri.EscapeDataString(proposed.Kind)}")}";
            var (tag, report) = await SendAsync(http, HttpMethod.Post, $"{path}/import{query}", version, new JsonObject { ["whole"] = true, ["files"] = files }, cancellation);
            version = tag ?? version;
            isKept = !proposed.DryRun && report["rows"]!.AsArray().Count + (int)report["puts"]! + (int)report["closes"]! > 0;
            return Tell(report, isKept ? (string?)opened["id"] : null);
        }
        finally
        {
            if (!isKept)
            {
                // Nothing is left behind: neither of a dry run nor of a text with mistakes.
                await SendAsync(http, HttpMethod.Delete, path, version, null, CancellationToken.None);
            }
        }
    }

    private static int Tell(JsonObject report, string? id)
    {
        var rows = report["rows"]!.AsArray();
        new Table("record", "outcome").Write(Console.Out, rows.Select(row => new[] { $"{row!["record"]}", $"{row["outcome"]}" }));
        foreach (var mistake in report["mistakes"]!.AsArray())
        {
            Console.Error.WriteLine($"{mistake!["parameter"]}: {mistake["detail"]}");
        }

        if (report["mistakes"]!.AsArray().Count > 0)
        {
            return 1;
        }

        if (rows.Count > 0)
        {
            Console.WriteLine();
        }

        Console.WriteLine($"{report["puts"]} {((int)report["puts"]! == 1 ? "row" : "rows")} to put, {report["closes"]} to close.{((bool)report["dryRun"]! ? " Nothing was kept." : id is null ? " The text says what the record says: no set was left open." : "")}");
        if (id is not null)
        {
            Console.WriteLine(id);
        }

        return 0;
    }

    // The revision that the text names, if the service has that very revision. One that is only guessed would turn what others
    // published meanwhile into proposals to take it back.
    private static async Task<long> RevisionOfAsync(HttpClient http, Proposed proposed, CancellationToken cancellation)
    {
        ExportedFrom? from;
        try
        {
            from = ExportedFrom.Read(proposed.Folder.FullName);
        }
        catch (InvalidDataException mistake)
        {
            throw new CommandException(mistake.Message);
        }

        if (from is null)
        {
            return proposed.Base ?? throw new CommandException(
                $"The text has no {ExportedFrom.FileName}, so nobody knows which revision it was made from: say so with --base, or `export` it again.");
        }

        if (proposed.Base is { } named && named != from.Revision)
        {
            throw new CommandException($"--base says revision {named}, but the text's {ExportedFrom.FileName} says {from.Revision}. Leave out --base.");
        }

        var (_, revision) = await SendAsync(http, HttpMethod.Get, $"/v1/revisions/{from.Revision}", null, null, cancellation);
        return (string?)revision["hash"] == from.Hash
            ? from.Revision
            : throw new CommandException($"The text was exported from a revision {from.Revision} with another hash than the one at {http.BaseAddress}: it belongs to another installation.");
    }

    public static async Task<int> MoveAsync(Uri server, string id, string action, object? body, CancellationToken cancellation)
    {
        using var http = Connect(server);
        var path = $"/v1/changesets/{Uri.EscapeDataString(id)}";
        var (tag, _) = await SendAsync(http, HttpMethod.Get, path, null, null, cancellation);
        var (method, address) = action == Withdraw ? (HttpMethod.Delete, path) : (HttpMethod.Post, $"{path}/{action}");
        var (_, done) = await SendAsync(http, method, address, tag, body, cancellation);
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

        // On a terminal somebody waits while the service judges the whole record.
        var progress = new TerminalProgress($"{method} {path.Split('?')[0]}");
        try
        {
            progress.Report("the service is at work");
            using var answer = await http.SendAsync(request, cancellation);
            var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation))!.AsObject();
            return answer.IsSuccessStatusCode ? (answer.Headers.ETag?.Tag, json) : throw new CommandException(Describe(json));
        }
        catch (HttpRequestException)
        {
            throw new CommandException($"No service answers at {http.BaseAddress}. Start it, or name another with --server.");
        }
        finally
        {
            progress.Done();
        }
    }

    private static string Describe(JsonObject problem) => string.Join('\n', (problem["errors"] as JsonArray ?? [])
        .Select(error => $"{error!["parameter"]}: {error["detail"]}").Prepend($"{problem["title"]}: {problem["detail"]}"));

    private static IEnumerable<string> Differing(JsonNode? before, JsonNode? after) =>
        (before as JsonObject ?? []).Concat(after as JsonObject ?? []).Select(member => member.Key).Distinct(StringComparer.Ordinal)
            .Where(name => !JsonNode.DeepEquals(before?[name], after?[name]));

    private static string Said(JsonNode? said) => said is null
        ? "nothing"
        : $"{said["status"]}{(said["schedule"] is { } schedule ? $" ({schedule})" : "")}{(said["reason"] is { } reason ? $", {reason}" : "")}, {said["certainty"]}, {said["from"]}";
}
