using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace LegalStatusApi.Tests.Features.Mcp;

/// <summary>Agents: with the library's own client, and byte by byte.</summary>
public static class AgentClient
{
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Json">The message; null where there is none.</param>
    /// <param name="Headers">The headers.</param>
    public sealed record Reply(int Status, JsonObject? Json, System.Net.Http.Headers.HttpResponseHeaders Headers)
    {
        public int? ErrorCode => (int?)Json?["error"]?["code"];

        public string? Error => (string?)Json?["error"]?["message"];
    }

    public static Task<McpClient> ConnectAsync(this TestApi api) => McpClient.CreateAsync(
        new HttpClientTransport(
            new HttpClientTransportOptions { Endpoint = new Uri("http://localhost/mcp"), TransportMode = HttpTransportMode.StreamableHttp },
            api.Client, ownsHttpClient: false),
        cancellationToken: TestContext.Current.CancellationToken);

    public static async Task<CallToolResult> AskAsync(this McpClient client, string tool, object arguments) => await client.CallToolAsync(
        tool,
        arguments.GetType().GetProperties().ToDictionary(each => each.Name, each => each.GetValue(arguments)),
        cancellationToken: TestContext.Current.CancellationToken);

    public static string Text(this CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;

    public static JsonObject Json(this CallToolResult result) => JsonNode.Parse(result.StructuredContent!.Value.GetRawText())!.AsObject();

    public static async Task<Reply> PostMcpAsync(
        this TestApi api, string body, string type = "application/json", string? accept = "application/json, text/event-stream",
        string address = "/mcp", string? version = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("MCP-Protocol-Version", version);
        }

        using var answer = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (answer.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            text = Assert.Single(text.Split('\n'), line => line.StartsWith("data: ", StringComparison.Ordinal))["data: ".Length..];
        }

        Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{body} gave {answer.StatusCode}: {text}");
        return new Reply((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text)!.AsObject(), answer.Headers);
    }
}
