using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;
using Npgsql;

namespace LegalStatusApi.Tests.Features.Mcp;

public sealed class RefusalsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const int ParseError = -32700;
    private const int InvalidRequest = -32600;
    private const int MethodNotFound = -32601;
    private const int InvalidParams = -32602;
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Owner.AskAsync<long?>("select max(number) from revision") is null)
        {
            await database.PublishAsync(Given.Substances().Place("US").Place("DE", name: "Germany").Record("lsd-1", "US", "lsd", from: "1971-05-01").Rows);
        }

        _api = await TestApi.StartAsync(database.Reader);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Theory]
    [InlineData("", ParseError)]
    [InlineData("{\"jsonrpc\":", ParseError)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}", ParseError)]
    [InlineData("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]", InvalidRequest)]
    [InlineData("7", InvalidRequest)]
    [InlineData("{}", InvalidRequest)]
    [InlineData("{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}", InvalidRequest)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}", InvalidRequest)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}", InvalidRequest)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":7}}", InvalidRequest)]
    public async Task What_is_no_message_is_an_error_of_JSON_RPC(string body, int code)
    {
        var reply = await _api.PostMcpAsync(body);

        Assert.Equal((400, code), (reply.Status, reply.ErrorCode));
        Assert.Equal("2.0", (string?)reply.Json!["jsonrpc"]);
        Assert.False(string.IsNullOrEmpty(reply.Error));
    }

    [Theory]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"tools/burn\"}", MethodNotFound)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"tools/call\",\"params\":{\"name\":\"lookup\",\"arguments\":{}}}", InvalidParams)]
    public async Task What_is_not_offered_is_said_so_to_whoever_asked(string body, int code)
    {
        var reply = await _api.PostMcpAsync(body);

        Assert.Equal((200, code, "a"), (reply.Status, reply.ErrorCode, (string?)reply.Json!["id"]));
    }

    [Fact]
    public async Task A_misspelt_tool_is_answered_with_what_may_have_been_meant() =>
        Assert.Contains("Did you mean 'look_up'?", (await _api.PostMcpAsync(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"lookup\"}}")).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":[]}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":7}}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"look_up\",\"arguments\":[1]}}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"look_up\",\"arguments\":{\"jurisdiction\":\"\\ud800\"}}}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{},\"error\":{\"code\":1,\"message\":\"x\"}}")]
    public async Task Parameters_of_another_shape_are_an_error_and_never_a_fault_of_the_service(string body)
    {
        var reply = await _api.PostMcpAsync(body);

        Assert.True(reply.Status == 202 || reply.ErrorCode is not null || (bool?)reply.Json!["result"]?["isError"] == true, reply.Json?.ToJsonString());
    }

    [Theory]
    [InlineData("""{"jurisdiction":"Germany","substance":"lsd"}""", "jurisdiction: No jurisdiction 'Germany'. Did you mean 'DE'?")]
    [InlineData("""{"jurisdiction":"XX","substance":"lsb"}""", "substance: No substance 'lsb'. Did you mean 'lsd'?")]
    [InlineData("""{"substance":"lsd","on":"2024-02-30","datum":"x","form":7}""", "jurisdiction: Missing.")]
    [InlineData("""{"jurisdiction":"US","substance":"lsd","dat":"2024-01-01","on":""}""", "on: Empty")]
    [InlineData("""{"jurisdiction":"US","substance":"lsd","o":"2024-01-01"}""", "Unknown argument. Did you mean 'on'?")]
    [InlineData("""{"jurisdiction":"US","substance":"psilocybin","form":"mushroom"}""", "Did you mean 'mushrooms'?")]
    [InlineData("""{"jurisdiction":"US","substance":"lsd","revision":9}""", "revision: There is no revision 9.")]
    [InlineData("""{"jurisdiction":"US","substance":"lsd","revision":1.5}""", "'1.5' is not a whole number")]
    [InlineData("""{"jurisdiction":"U\u0000S","substance":"lsd"}""", "control characters")]
    [InlineData("""{"jurisdiction":["US"],"substance":"lsd"}""", "jurisdiction: Give a text.")]
    public async Task Wrong_arguments_are_an_error_of_the_tool_that_names_them(string arguments, string detail)
    {
        var result = await CallAsync("look_up", arguments);

        Assert.True((bool)result["isError"]!);
        Assert.Contains(detail, (string?)result["content"]![0]!["text"], StringComparison.Ordinal);
        Assert.NotEmpty(result["structuredContent"]!.WrongParameters());
    }

    [Theory]
    [InlineData("compare", """{"jurisdictions":["US"],"substances":["lsd"],"on":"2024-01-01","on2":"2023-01-01"}""", "on2: Give a day after 2024-01-01")]
    [InlineData("compare", """{"jurisdictions":[7],"substances":[]}""", "jurisdictions: Give a list of texts.")]
    [InlineData("compare", """{"jurisdictions":"A1,A2,A3,A4,A5,A6,A7,A8,A9,A0,B1,B2,B3,B4,B5,B6,B7","substances":["lsd","ketamine","psilocybin"]}""", "17 places times 3 substances are more than 50 pairs")]
    [InlineData("history", """{"jurisdiction":"US","substance":"lsd","on":"2024-01-01"}""", "on: Unknown argument.")]
    [InlineData("check_claim", """{"jurisdiction":"US","substance":"lsd","claim":"decriminalised by"}""", "Did you mean 'decriminalised'")]
    [InlineData("check_claim", """{"jurisdiction":"US","substance":"lsd","claim":"legal","activity":"suply"}""", "Did you mean 'supply'?")]
    [InlineData("changes", """{"kind":"lew","limit":51}""", "Did you mean 'law'?")]
    [InlineData("changes", """{"since":"x","cursor":"y"}""", "not both")]
    [InlineData("changes", """{"jurisdiction":"XX"}""", "No jurisdiction 'XX'")]
    public async Task Every_tool_refuses_what_it_cannot_answer(string tool, string arguments, string detail)
    {
        var result = await CallAsync(tool, arguments);

        Assert.True((bool)result["isError"]!);
        Assert.Contains(detail, (string?)result["content"]![0]!["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_says_the_same_as_the_problem_of_the_API()
    {
        var problem = await _api.GetAsync("/v1/status/US/lsd?on=2024-02-30&revision=x", 400);
        var result = await CallAsync("look_up", """{"jurisdiction":"US","substance":"lsd","on":"2024-02-30","revision":"x"}""");

        Assert.Equal(problem.ToJsonString(), result["structuredContent"]!.ToJsonString());
        Assert.Equal((string?)problem["detail"], (string?)result["content"]![0]!["text"]);
    }

    [Fact]
    public async Task Another_kind_of_body_or_of_answer_a_larger_body_and_parameters_are_refused()
    {
        const string Ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

        Assert.Equal(200, (await _api.PostMcpAsync(Ping)).Status);
        Assert.Equal(200, (await _api.PostMcpAsync(Ping, accept: "*/*")).Status);
        Assert.Equal((415, InvalidRequest), Of(await _api.PostMcpAsync(Ping, type: "text/plain")));
        Assert.Equal((406, InvalidRequest), Of(await _api.PostMcpAsync(Ping, accept: "application/json")));
        Assert.Equal((406, InvalidRequest), Of(await _api.PostMcpAsync(Ping, accept: null)));
        Assert.Equal((400, InvalidRequest), Of(await _api.PostMcpAsync(Ping, address: "/mcp?session=1")));
        Assert.Equal((413, InvalidRequest), Of(await _api.PostMcpAsync($"{{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"{new string('a', 65_536)}\"}}")));
    }

    [Fact]
    public async Task Another_version_of_the_protocol_is_refused_with_those_that_are_spoken()
    {
        var reply = await _api.PostMcpAsync("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"ping\"}", version: "2099-01-01");

        Assert.Equal((400, 5), (reply.Status, (int?)reply.Json!["id"]));
        Assert.Contains("2025-11-25", reply.Json["error"]!["data"]!["supported"]!.AsArray().Select(version => (string?)version));
        Assert.Equal(200, (await _api.PostMcpAsync("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"ping\"}", version: "2025-06-18")).Status);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    public async Task There_is_no_stream_to_open_and_no_session_to_end(string method)
    {
        var answer = await _api.SendAsync(new HttpMethod(method), "/mcp");

        Assert.Equal((405, "POST"), ((int)answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow)));
    }

    [Fact]
    public async Task Each_request_stands_alone_and_a_notification_is_taken_without_an_answer()
    {
        var began = await _api.PostMcpAsync("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26","capabilities":{},"clientInfo":{"name":"a","version":"1"}}}""");
        var told = await _api.PostMcpAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");

        Assert.Equal("2025-03-26", (string?)began.Json!["result"]!["protocolVersion"]);
        Assert.False(began.Headers.Contains("Mcp-Session-Id"));
        Assert.Equal("no-store", began.Headers.CacheControl!.ToString());
        Assert.Equal((202, null), (told.Status, told.Json));
    }

    [Fact]
    public async Task Any_page_may_ask_as_it_may_ask_the_other_posts()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/mcp");
        preflight.Headers.Add("Origin", "https://agent.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type,mcp-protocol-version");

        using var answer = await _api.Client.SendAsync(preflight, TestContext.Current.CancellationToken);

        Assert.Equal(["*"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("mcp-protocol-version", string.Join(',', answer.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.OrdinalIgnoreCase);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Without_a_database_the_tools_are_listed_and_each_call_says_why_it_fails()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=/nowhere");
        await using var api = await TestApi.StartAsync(nowhere);

        var listed = await api.PostMcpAsync("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""");
        var called = await api.PostMcpAsync("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"look_up","arguments":{"jurisdiction":"DE","substance":"lsd"}}}""");

        Assert.Equal(5, listed.Json!["result"]!["tools"]!.AsArray().Count);
        Assert.True((bool)called.Json!["result"]!["isError"]!);
        Assert.Equal("The database is not available. Try again.", (string?)called.Json["result"]!["content"]![0]!["text"]);
    }

    private static (int Status, int? Code) Of(AgentClient.Reply reply) => (reply.Status, reply.ErrorCode);

    private async Task<JsonObject> CallAsync(string tool, string arguments)
    {
        var reply = await _api.PostMcpAsync($$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}}}}""");
        Assert.Equal(200, reply.Status);
        return reply.Json!["result"]!.AsObject();
    }
}
