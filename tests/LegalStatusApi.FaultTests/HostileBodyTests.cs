using System.IO.Compression;
using System.Text;
using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.FaultTests;

/// <summary>Bodies and addresses that nobody sends by mistake: each is refused by name, and none is a fault.</summary>
[Collection(FaultyService.OfClients)]
public sealed class HostileBodyTests(FaultyService service)
{
    private const string Claim = """{"claims":[{"jurisdiction":"DE","substance":"lsd","claim":"legal"}]}""";

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(new byte[20 * 1024 * 1024]);
        }

        return packed.ToArray();
    }

    public static TheoryData<string, byte[], string, int[]> Bodies => new()
    {
        { "empty", [], "", [400, 415] },
        { "null", "null"u8.ToArray(), "", [400, 422] },
        { "a list", "[]"u8.ToArray(), "", [400, 422] },
        { "an open brace", "{"u8.ToArray(), "", [400] },
        { "200 deep", Encoding.ASCII.GetBytes(new string('[', 200)), "", [400] },
        { "1e400", """{"claims":1e400}"""u8.ToArray(), "", [400, 422] },
        { "2^53 + 1", """{"claims":9007199254740993}"""u8.ToArray(), "", [400, 422] },
        { "a member twice", """{"claims":[],"claims":[]}"""u8.ToArray(), "", [400, 422] },
        { "NUL", [.. "{\"claims\":\"a"u8, 0, .. "\"}"u8], "", [400] },
        { "a lone surrogate", """{"claims":[{"jurisdiction":"\ud800","substance":"lsd","claim":"legal"}]}"""u8.ToArray(), "", [400, 422] },
        { "invalid UTF-8", [.. "{\"claims\":[{\"jurisdiction\":\""u8, 0xff, 0xfe, .. "\",\"substance\":\"lsd\",\"claim\":\"legal\"}]}"u8], "", [400, 422] },
        { "overlong UTF-8", [.. "{\"claims\":[{\"jurisdiction\":\""u8, 0xc0, 0xaf, .. "\",\"substance\":\"lsd\",\"claim\":\"legal\"}]}"u8], "", [400, 422] },
        { "UTF-16", Encoding.Unicode.GetBytes(Claim), "", [400] },
        { "UTF-16 that says so", Encoding.Unicode.GetBytes(Claim), "Content-Type: application/json; charset=utf-16\r\n", [400, 415] },
        { "a bomb of gzip", Bomb(), "Content-Encoding: gzip\r\n", [400, 415] },
        { "text", Encoding.ASCII.GetBytes(Claim), "Content-Type: text/plain\r\n", [415] },
        { "a form", Encoding.ASCII.GetBytes("claims=1"), "Content-Type: application/x-www-form-urlencoded\r\n", [415] },
        { "one byte too many", [.. Encoding.ASCII.GetBytes(Claim), .. Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024))], "", [413] },
    };

    [Theory, Fault(27)]
    [MemberData(nameof(Bodies))]
    public async Task A_hostile_body_is_refused(string name, byte[] body, string headers, int[] statuses)
    {
        var type = headers.StartsWith("Content-Type", StringComparison.Ordinal) ? "" : "Content-Type: application/json\r\n";
        var heard = await Wire.SendAsync(service.Address,
            [.. Wire.Bytes($"POST /v1/claims/check HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{type}{headers}Content-Length: {body.Length}\r\n\r\n"), .. body]);

        Figures.Saw($"{name}: {string.Join(", ", heard.Statuses)}");
        Assert.Contains(Assert.Single(heard.Statuses), statuses);
        Assert.Contains("application/problem+json", heard.Text, StringComparison.Ordinal);
    }

    [Theory, Fault(27)]
    [InlineData("Content-Length: 1000\r\n\r\n{}", 408, 400)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n", 408, 400)]
    public async Task A_body_that_does_not_end_is_given_up(string rest, params int[] statuses)
    {
        var heard = await Wire.SendAsync(service.Address, Wire.Bytes($"POST /v1/claims/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{rest}"), TimeSpan.FromSeconds(30));

        Assert.True(heard.IsClosed);
        Assert.All(heard.Statuses, status => Assert.Contains(status, statuses.Append(503)));
    }

    [Fact, Fault(28)]
    public async Task No_spelling_of_an_address_leads_to_a_file()
    {
        string[] ups = ["..", "%2e%2e", ".%2e", "%2E.", "..%00", "%252e%252e", "..;", "%c0%ae%c0%ae", "%e0%80%ae.", "..\\", "..%5c", "....//", "%uff0e%uff0e"];
        string[] files = ["etc/passwd", "appsettings.json", "legal-status.dll"];
        var seen = new SortedDictionary<int, int>();
        foreach (var target in from up in ups from file in files from below in new[] { "/", "/assets/", "/v1/" } select $"{below}{string.Concat(Enumerable.Repeat($"{up}/", 6))}{file}")
        {
            var heard = await Wire.SendAsync(service.Address, Wire.Bytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
            var status = Assert.Single(heard.Statuses);
            Assert.True(status is 400 or 404, $"{target}: {heard.Text}");
            Assert.DoesNotContain("root:", heard.Text, StringComparison.Ordinal);
            seen[status] = seen.GetValueOrDefault(status) + 1;
        }

        Figures.Saw($"{seen.Values.Sum()} spellings: {string.Join(", ", seen.Select(each => $"{each.Value} × {each.Key}"))}");
    }

    [Theory, Fault(28)]
    [InlineData("9 KB of address", "GET /{0} HTTP/1.1\r\nHost: localhost\r\n\r\n", 9 * 1024, 414)]
    [InlineData("40 KB of header", "GET / HTTP/1.1\r\nHost: localhost\r\nX: {0}\r\n\r\n", 40 * 1024, 431)]
    public async Task What_is_longer_than_the_web_server_takes_is_refused(string name, string request, int length, int status)
    {
        var heard = await Wire.SendAsync(service.Address, Wire.Bytes(request.Replace("{0}", new string('a', length), StringComparison.Ordinal)));

        Figures.Saw($"{name}: {status}");
        Assert.Equal([status], heard.Statuses);
    }

    [Theory, Fault(32)]
    [InlineData("(a+)+$ ", 60)]
    [InlineData("a!", 90)]
    [InlineData("%26%7C!(", 30)]
    [InlineData("the of and ", 18)]
    public async Task A_search_for_what_is_no_question_costs_no_time(string part, int times)
    {
        var reply = await Reply.GetAsync(service.Client, $"/v1/search?q={string.Concat(Enumerable.Repeat(part, times))}");

        Figures.Saw($"{times} × {part}: {reply.Status} after {reply.Milliseconds:0} ms");
        Assert.Null(reply.Mistake);
        Assert.True(reply.Status is 200 or 400, reply.Text);
        Assert.InRange(reply.Milliseconds, 0, 2000);
    }
}
