using System.Text.Json;
using System.Text.Json.Nodes;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using Microsoft.Net.Http.Headers;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace LegalStatusApi.Features.Mcp;

/// <summary>
/// One message of an agent, answered by a server that lives as long as its request (streamable HTTP without sessions). What cannot be
/// read is an error of JSON-RPC with the HTTP status that fits.
/// </summary>
public static class AnswerMcp
{
    public const string VersionHeader = "MCP-Protocol-Version";
    private const int LargestBody = 64 * 1024;

    // Those that begin with initialize; clients of later ones that speak these too fall back when they are told so.
    private static readonly string[] Versions = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"];

    public static async Task Handle(
        HttpContext http, StackCache stacks, TimeProvider clock, ILoggerFactory loggers, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-store";
        var desk = new ToolDesk(http, stacks, clock, loggers.CreateLogger(typeof(AnswerMcp)), cancellation);
        JsonNode? id = null;
        try
        {
            RefuseWhatIsNotTaken(http);
            var json = await JsonBody.ReadAsync(http, LargestBody);
            id = json["id"]?.GetValueKind() is JsonValueKind.String or JsonValueKind.Number ? json["id"]!.DeepClone() : null;
            RefuseOtherVersions(http.Request);
            var message = json.Deserialize<JsonRpcMessage>(McpJsonUtilities.DefaultOptions) ?? throw new JsonException();
            await AnswerAsync(http, message, desk.Options, cancellation);
        }
        catch (RefusedException refusal)
        {
            // A list of messages can be read, but the protocol took batches out.
            var isUnreadable = refusal.Problem.Title == Problems.BadRequest.Title && refusal.Problem.Detail != JsonBody.NoObject;
            var code = isUnreadable ? McpErrorCode.ParseError : McpErrorCode.InvalidRequest;
            await WriteErrorAsync(http, refusal.Problem.Status, code, refusal.Problem.Detail, id);
        }
        catch (UnsupportedVersionException unsupported)
        {
            var data = new JsonObject { ["supported"] = new JsonArray([.. Versions.Select(version => (JsonNode)version)]), ["requested"] = unsupported.Message };
            await WriteErrorAsync(http, StatusCodes.Status400BadRequest, McpErrorCode.UnsupportedProtocolVersion,
                $"{VersionHeader} '{unsupported.Message}' is not spoken here. Spoken: {string.Join(", ", Versions)}.", id, data);
        }
        catch (JsonException)
        {
            await WriteErrorAsync(http, StatusCodes.Status400BadRequest, McpErrorCode.InvalidRequest,
                "The body is no message of JSON-RPC 2.0 as the Model Context Protocol has them.", id);
        }
    }

    // The whole answer is there before its first byte is sent, so that a deadline or a fault is still told as one.
    private static async Task AnswerAsync(HttpContext http, JsonRpcMessage message, McpServerOptions options, CancellationToken cancellation)
    {
        using var answer = new MemoryStream();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bool hasAnswer;
        await using (var transport = new StreamableHttpServerTransport { Stateless = true })
        await using (var server = McpServer.Create(transport, options))
        {
            var running = server.RunAsync(ended.Token);
            try
            {
                hasAnswer = await transport.HandlePostRequestAsync(message, answer, cancellation);
            }
            finally
            {
                await ended.CancelAsync();
                await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        if (!hasAnswer)
        {
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        http.Response.ContentType = "text/event-stream";
        http.Response.ContentLength = answer.Length;
        await http.Response.Body.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length), cancellation);
    }

    private static void RefuseWhatIsNotTaken(HttpContext http)
    {
        var check = Check.Of(http);
        if (check.Failed)
        {
            throw new RefusedException(check.Problem());
        }

        var accepted = http.Request.GetTypedHeaders().Accept;
        bool Accepts(string type) => accepted.Any(each => new MediaTypeHeaderValue(type).IsSubsetOf(each));

        if (!Accepts("application/json") || !Accepts("text/event-stream"))
        {
            throw new RefusedException(Problems.InvalidParameters.With("Accept both application/json and text/event-stream.")
                with { Status = StatusCodes.Status406NotAcceptable });
        }
    }

    private static void RefuseOtherVersions(HttpRequest request)
    {
        var version = request.Headers[VersionHeader].ToString();
        if (version.Length > 0 && !Versions.Contains(version, StringComparer.Ordinal))
        {
            throw new UnsupportedVersionException(Check.Shown(version));
        }
    }

    private static Task WriteErrorAsync(HttpContext http, int status, McpErrorCode code, string message, JsonNode? id, JsonObject? data = null)
    {
        var error = new JsonObject { ["code"] = (int)code, ["message"] = message };
        if (data is not null)
        {
            error["data"] = data;
        }

        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(
            new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["error"] = error }, ApiJson.Options, "application/json", http.RequestAborted);
    }

    private sealed class UnsupportedVersionException(string version) : Exception(version);
}
