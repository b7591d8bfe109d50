using System.Collections.Concurrent;
using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.FaultTests;

/// <summary>Requests that end elsewhere for one reader than for another: the second one, hidden in the first, never runs.</summary>
[Collection(FaultyService.OfClients)]
public sealed class SmugglingTests(FaultyService service)
{
    private const string Hidden = "GET /v1/substances HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private const string Post = "POST /v1/claims/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private const string Get = "GET /v1/vocabulary HTTP/1.1\r\n";

    private static readonly IReadOnlyList<(string Name, string Bytes)> Requests =
    [
        ("CL and TE", $"{Post}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{Hidden}"),
        ("TE and CL", $"{Post}Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n{Hidden}"),
        ("CL and TE on GET", $"{Get}Host: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{Hidden}"),
        ("two TE", $"{Post}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n{Hidden}"),
        ("TE twice chunked", $"{Post}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n{Hidden}"),
        ("TE list", $"{Post}Transfer-Encoding: identity, chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n{Hidden}"),
        ("TE not last", $"{Post}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n{Hidden}"),
        ("TE unknown", $"{Post}Transfer-Encoding: cow\r\n\r\n0\r\n\r\n{Hidden}"),
        ("TE xchunked", $"{Post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n{Hidden}"),
        ("TE with tab", $"{Post}Transfer-Encoding:\tchunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n{Hidden}"),
        ("TE with vertical tab", $"{Post}Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n{Hidden}"),
        ("TE quoted", $"{Post}Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n{Hidden}"),
        ("TE folded", $"{Post}Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n{Hidden}"),
        ("TE of HTTP/1.0", $"POST /v1/claims/check HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n{Hidden}"),
        ("two CL", $"{Post}Content-Length: 0\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}"),
        ("two equal CL", $"{Post}Content-Length: 2\r\nContent-Length: 2\r\n\r\n{{}}{Hidden}"),
        ("CL list", $"{Post}Content-Length: 0, {Hidden.Length}\r\n\r\n{Hidden}"),
        ("CL negative", $"{Post}Content-Length: -1\r\n\r\n{Hidden}"),
        ("CL hexadecimal", $"{Post}Content-Length: 0x0\r\n\r\n{Hidden}"),
        ("CL with blank", $"{Post}Content-Length: 0 0\r\n\r\n{Hidden}"),
        ("CL too large", $"{Post}Content-Length: 99999999999999999999\r\n\r\n{Hidden}"),
        ("CL with sign", $"{Post}Content-Length: +0\r\n\r\n{Hidden}"),
        ("CL with sign on GET", $"{Get}Host: localhost\r\nContent-Length: +0\r\n\r\n{Hidden}"),
        ("CL minus nought", $"{Post}Content-Length: -0\r\n\r\n{Hidden}"),
        ("CL of many noughts", $"{Post}Content-Length: {new string('0', 40)}\r\n\r\n{Hidden}"),
        ("CL with tab within", $"{Post}Content-Length: 0\t0\r\n\r\n{Hidden}"),
        ("CL in other digits", $"{Post}Content-Length: \u00b2\r\n\r\n{Hidden}"),
        ("CL empty", $"{Post}Content-Length:\r\n\r\n{Hidden}"),
        ("CL with letters", $"{Post}Content-Length: 0a\r\n\r\n{Hidden}"),
        ("CL with underscore", $"{Post}Content-Length: 0_0\r\n\r\n{Hidden}"),
        ("CL decimal", $"{Post}Content-Length: 0.0\r\n\r\n{Hidden}"),
        ("blank before colon", $"{Post}Content-Length : {Hidden.Length}\r\n\r\n{Hidden}"),
        ("TE blank before colon", $"{Post}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n{Hidden}"),
        ("tab before colon", $"{Post}Content-Length\t: {Hidden.Length}\r\n\r\n{Hidden}"),
        ("no colon", $"{Post}Content-Length {Hidden.Length}\r\n\r\n{Hidden}"),
        ("empty name", $"{Post}: 5\r\n\r\n{Hidden}"),
        ("blank line within", $"{Get} Host: localhost\r\n\r\n{Hidden}"),
        ("first header begins with blank", $"{Get} X: y\r\nHost: localhost\r\n\r\n{Hidden}"),
        ("folded", $"{Get}Host: localhost\r\nX: y\r\n z\r\n\r\n{Hidden}"),
        ("bare LF in header", $"{Get}Host: localhost\nX: y\r\n\r\n{Hidden}"),
        ("bare LF throughout", $"GET /v1/vocabulary HTTP/1.1\nHost: localhost\n\n{Hidden.Replace("\r", "", StringComparison.Ordinal)}"),
        ("bare CR in header", $"{Get}Host: localhost\r\nX: y\rTransfer-Encoding: chunked\r\n\r\n{Hidden}"),
        ("NUL in header", $"{Get}Host: localhost\r\nX: a\0b\r\n\r\n{Hidden}"),
        ("NUL in name", $"{Get}Host: localhost\r\nX\0: a\r\n\r\n{Hidden}"),
        ("NUL in request line", $"GET /v1/voca\0bulary HTTP/1.1\r\nHost: localhost\r\n\r\n{Hidden}"),
        ("two Hosts", $"{Get}Host: localhost\r\nHost: evil.example\r\n\r\n{Hidden}"),
        ("no Host", $"{Get}\r\n{Hidden}"),
        ("Host with path", $"{Get}Host: localhost/evil\r\n\r\n{Hidden}"),
        ("Host with user", $"{Get}Host: a@localhost\r\n\r\n{Hidden}"),
        ("Host with blank", $"{Get}Host: local host\r\n\r\n{Hidden}"),
        ("absolute form and another Host", $"GET http://evil.example/v1/vocabulary HTTP/1.1\r\nHost: localhost\r\n\r\n{Hidden}"),
        ("no version", $"GET /v1/vocabulary\r\nHost: localhost\r\n\r\n{Hidden}"),
        ("version 1.2", $"GET /v1/vocabulary HTTP/1.2\r\nHost: localhost\r\n\r\n{Hidden}"),
        ("version 9.9", $"GET /v1/vocabulary HTTP/9.9\r\nHost: localhost\r\n\r\n{Hidden}"),
        ("version with tail", $"GET /v1/vocabulary HTTP/1.1x\r\nHost: localhost\r\n\r\n{Hidden}"),
        ("blank in target", $"GET /v1/vocabulary x HTTP/1.1\r\nHost: localhost\r\n\r\n{Hidden}"),
        ("method with colon", $"GE:T /v1/vocabulary HTTP/1.1\r\nHost: localhost\r\n\r\n{Hidden}"),
        ("preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + Hidden),
        ("TLS hello", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003" + Hidden),
        ("chunk size with sign", $"{Post}Transfer-Encoding: chunked\r\n\r\n+5\r\n12345\r\n0\r\n\r\n{Hidden}"),
        ("chunk size negative", $"{Post}Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n0\r\n\r\n{Hidden}"),
        ("chunk size 0x", $"{Post}Transfer-Encoding: chunked\r\n\r\n0x2\r\n{{}}\r\n0\r\n\r\n{Hidden}"),
        ("chunk size too large", $"{Post}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{{}}\r\n0\r\n\r\n{Hidden}"),
        ("chunk with bare LF", $"{Post}Transfer-Encoding: chunked\r\n\r\n2\n{{}}\r\n0\r\n\r\n{Hidden}"),
        ("chunk extension with bare LF", $"{Post}Transfer-Encoding: chunked\r\n\r\n2;\nxx\r\n{{}}\r\n0\r\n\r\n{Hidden}"),
        ("chunk without its end", $"{Post}Transfer-Encoding: chunked\r\n\r\n2\r\n{{}}xx0\r\n\r\n{Hidden}"),
        ("chunk longer than said", $"{Post}Transfer-Encoding: chunked\r\n\r\n1\r\n{{}}\r\n0\r\n\r\n{Hidden}"),
        ("chunk shorter than said", $"{Post}Transfer-Encoding: chunked\r\n\r\n5\r\n{{}}\r\n0\r\n\r\n{Hidden}"),
    ];

    [Fact, Fault(29)]
    public async Task A_request_hidden_in_another_never_runs()
    {
        var before = Ran();
        var wrong = new ConcurrentQueue<string>();
        // Several at once, as some are only given up after seconds of waiting for more.
        await Parallel.ForEachAsync(Requests, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (request, _) =>
        {
            var heard = await Wire.SendAsync(service.Address, Wire.Bytes(request.Bytes));
            var isRefused = heard.Statuses.Count <= 1 && heard.IsClosed && heard.Statuses.All(status => status is >= 400 and < 500 or 501 or 505)
                && !heard.Text.Contains("evil", StringComparison.Ordinal);
            if (!isRefused)
            {
                wrong.Enqueue($"{request.Name}: {string.Join(", ", heard.Statuses)}, closed: {heard.IsClosed}\n{heard.Text}");
            }
        });

        Figures.Saw($"{Requests.Count} ways to hide a request: {Requests.Count - wrong.Count} refused and closed, {Ran() - before} hidden requests ran");
        Assert.Empty(wrong);
        Assert.Equal(before, Ran());
    }

    [Fact, Fault(29)]
    public async Task Behind_the_documented_front_no_more_requests_run_than_it_has_seen()
    {
        await using var front = await Front.StartAsync(service.Address);
        var (wrong, refused) = (new List<string>(), 0);
        foreach (var request in Requests.Where(request => !request.Name.StartsWith("chunk", StringComparison.Ordinal)))
        {
            // What the front takes for two requests, and answers twice, is two: none is hidden then.
            var before = Ran();
            var heard = await Wire.SendAsync(front.Address, Wire.Bytes(request.Bytes), TimeSpan.FromMilliseconds(700));
            var answered = heard.Statuses.Count(status => status == 200);
            refused += heard.Statuses.Count == 1 && heard.Statuses[0] >= 400 ? 1 : 0;
            if (Ran() - before > Math.Max(0, heard.Statuses.Count - 1) || answered > 2)
            {
                wrong.Add($"{request.Name}: {string.Join(", ", heard.Statuses)}, {Ran() - before} ran\n{heard.Text}");
            }
        }

        foreach (var name in new[] { "CL with sign", "CL and TE", "two CL" })
        {
            var heard = await Wire.SendAsync(front.Address, Wire.Bytes(Requests.Single(request => request.Name == name).Bytes));
            Assert.Equal(400, Assert.Single(heard.Statuses));
        }

        Figures.Saw($"behind nginx: {refused} refused, {wrong.Count} hidden requests ran; a Content-Length of +0 is refused by both");
        Assert.Empty(wrong);
    }

    [Fact, Fault(29)]
    public async Task Two_requests_in_a_row_that_hide_nothing_both_run()
    {
        var before = Ran();
        var heard = await Wire.SendAsync(service.Address, Wire.Bytes($"{Get}Host: localhost\r\n\r\n{Hidden}"));

        Assert.Equal([200, 200], heard.Statuses);
        Assert.Equal(before + 1, Ran());
    }

    // Each request that runs leaves a line with its route.
    private int Ran() => service.Served.Log.Split("/v1/substances ").Length - 1;
}
