using System.Net;
using System.Text;
using FsCheck.Fluent;
using LegalStatusApi.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace LegalStatusApi.Tests.Http;

/// <summary>Nothing that a client can send is a fault of the service.</summary>
[Fault(26, 28, 32)]
public sealed class HostileInputTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly string[] Nasty =
    [
        "\0", "a\0b", "\u0001", "\u001b[31m", "\r\nX: y", "\t", "\u007f", "\u0085", "\u2028", "\u202e", "\ufeff", "\ufffd", "\uffff", "\ud800", "\udc00", "x\ud83dy",
        "'", "''", "\"", "\\", "';drop table revision;--", "$1", "@Revision", ":x", "%", "_", "{0}", "{{}}", "${jndi:ldap://x}", "<script>", "&amp;", "%00", "%ff", "%c0%af", "..", "../..", "..\\..",
        "1e400", "NaN", "-0", "9007199254740993", "99999999999999999999999999", "0x10", "+1", " ", "\u00a0", "null", "true", "[]", "{}", "[1]", "a[b]", "__proto__", "constructor",
        "İ", "ı", "ß", "ﬀ", "K", "é", "e\u0301", "😀", "\u0430", "٢٠٢٤-٠١-٠١", "infinity", "-infinity", "now", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00",
        "2026-11-21T12:00:00+99:99", "2026-11-21T24:00:00Z", "2026-11-21T23:59:60Z", ",", ",,,,", ";", "|", "*", "(", ")", "(a+)+$", new('a', 10_000), new('-', 10_000), "US-" + new string('a', 10_000),
        string.Join(',', Enumerable.Repeat("US", 5_000)), string.Join('-', Enumerable.Repeat("a", 5_000)),
    ];

    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Given.Substances().Place("US").Record("lsd-1", "US", "lsd", from: "1971-05-01").Rows);
        }

        _api = await TestApi.StartAsync(database.Reader);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task No_text_in_a_query_is_a_fault()
    {
        foreach (var text in Nasty.Concat(Random()))
        {
            var written = Written(text);
            await AssertNoFaultAsync("/v1/status/US/lsd", $"?on={written}");
            await AssertNoFaultAsync("/v1/status/US/lsd", $"?form={written}");
            await AssertNoFaultAsync("/v1/status/US/lsd", $"?asOf={written}&revision={written}");
            await AssertNoFaultAsync("/v1/status/US/lsd", $"?{written}={written}");
            await AssertNoFaultAsync("/v1/status", $"?jurisdiction=US,{written}&substance=lsd,{written}");
        }
    }

    [Fact]
    public async Task No_text_in_a_path_is_a_fault()
    {
        foreach (var text in Nasty.Concat(Random()))
        {
            await AssertNoFaultAsync($"/v1/status/{text}/lsd", "");
            await AssertNoFaultAsync($"/v1/status/US/{text}", "");
            await AssertNoFaultAsync($"/{text}", "");
            await AssertNoFaultAsync($"/problems/{text}", "");
        }
    }

    [Theory]
    [InlineData("/v1/status?jurisdiction=US,%00&substance=lsd", "jurisdiction")]
    [InlineData("/v1/status?jurisdiction=US&substance=l%00sd", "substance")]
    [InlineData("/v1/status/US/lsd?form=%00", "form")]
    public async Task What_the_database_cannot_hold_is_refused_by_name_and_costs_nobody_an_answer(string address, string parameter)
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal([parameter], (await _api.GetAsync(address, 400)).WrongParameters());
            await _api.GetAsync("/v1/status?jurisdiction=US&substance=lsd");
            await _api.GetAsync("/v1/status/US/lsd");
        }
    }

    [Theory]
    [InlineData("?on=%ff")]
    [InlineData("?on=%c0%af")]
    [InlineData("?on=%ed%a0%80")]
    [InlineData("?on=%f8%88%80%80%80")]
    [InlineData("?on=%")]
    [InlineData("?on=%2")]
    [InlineData("?on=%zz")]
    [InlineData("?%ff=%ff")]
    [InlineData("?form=%00")]
    [InlineData("?form=%ed%a0%80")]
    [InlineData("?=")]
    [InlineData("?&&&")]
    [InlineData("?===")]
    public async Task No_broken_code_in_a_query_is_a_fault(string query)
    {
        await AssertNoFaultAsync("/v1/status/US/lsd", query);
        await AssertNoFaultAsync("/v1/status", query + "&jurisdiction=US&substance=lsd");
    }

    [Theory]
    [InlineData("If-None-Match")]
    [InlineData("Origin")]
    [InlineData("Accept")]
    [InlineData("Accept-Encoding")]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-HTTP-Method-Override")]
    [InlineData("Range")]
    public async Task No_text_in_a_header_is_a_fault(string header)
    {
        foreach (var text in Nasty.Where(text => !text.AsSpan().ContainsAny('\r', '\n', '\0') && text.Length < 9_000))
        {
            await AssertNoFaultAsync("/v1/status/US/lsd", "", http => http.Request.Headers[header] = text);
        }
    }

    // Straight to the service, past every client that would mend the address first.
    private async Task AssertNoFaultAsync(string path, string query, Action<HttpContext>? more = null)
    {
        var answer = await _api.SendAsync(http =>
        {
            http.Request.Method = "GET";
            http.Request.Path = new PathString(path);
            http.Request.QueryString = new QueryString(query);
            more?.Invoke(http);
        });

        var text = await new StreamReader(answer.Response.Body, Encoding.UTF8).ReadToEndAsync(TestContext.Current.CancellationToken);
        var shown = $"{path[..Math.Min(path.Length, 200)]}{query[..Math.Min(query.Length, 200)]} gave {answer.Response.StatusCode}: {text[..Math.Min(text.Length, 300)]}";
        Assert.True(answer.Response.StatusCode is 200 or 304 or 308 or 400 or 404, shown);
        // What a page refuses, a page tells; an address below that of a page is none.
        var isOfPage = path.StartsWith("/problems/", StringComparison.Ordinal) && !path["/problems/".Length..].Contains('/', StringComparison.Ordinal);
        Assert.True(
            answer.Response.StatusCode < 400 || answer.Response.ContentType == "application/problem+json" && !isOfPage
            || answer.Response.ContentType == "text/html; charset=utf-8" && path.StartsWith("/problems/", StringComparison.Ordinal), shown);
        Assert.DoesNotContain("   at ", text);
    }

    private static string[] Random() => Gen.Sample(
        from length in Gen.Choose(1, 30)
        from letters in Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 127), Gen.Choose(0, 65_535)).Select(code => (char)code), length)
        select new string(letters), 60);

    private static string Written(string text) => text.Any(char.IsSurrogate)
        ? string.Concat(text.Select(letter => char.IsSurrogate(letter) ? $"%{0xe0 | (letter >> 12):x2}%{0x80 | ((letter >> 6) & 0x3f):x2}%{0x80 | (letter & 0x3f):x2}" : Uri.EscapeDataString($"{letter}")))
        : WebUtility.UrlEncode(text);
}
