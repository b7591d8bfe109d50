using System.IO.Compression;
using System.Net;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Http;

/// <summary>The same answer in fewer bytes, and never taken for the one in more.</summary>
public sealed class CompressionTests(FilledDatabase database) : IClassFixture<FilledDatabase>, IAsyncLifetime
{
    private const string Address = "/v1/vocabulary";
    private TestApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await TestApi.StartAsync(database.Reader);

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    public async Task An_answer_comes_in_the_coding_that_is_asked_for(string accepted, string coding)
    {
        var plain = await _api.Client.GetByteArrayAsync(Address, TestContext.Current.CancellationToken);

        using var answer = await _api.SendAsync(Address, ("Accept-Encoding", accepted));

        Assert.Equal([coding], answer.Content.Headers.ContentEncoding);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(bytes.Length < plain.Length / 2, $"{bytes.Length} of {plain.Length} bytes");
        Assert.Equal(plain, Unpacked(bytes, coding));
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Fault(37)]
    [Fact]
    public async Task A_strong_tag_names_the_bytes_so_each_coding_has_its_own()
    {
        var tags = new List<string>();
        foreach (var coding in new[] { "identity", "br", "gzip" })
        {
            using var answer = await _api.SendAsync(Address, ("Accept-Encoding", coding));
            tags.Add(answer.Headers.ETag!.ToString());
        }

        Assert.Distinct(tags);
        Assert.EndsWith("-br\"", tags[1]);
        Assert.EndsWith("-gzip\"", tags[2]);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task Whoever_has_a_coding_of_it_is_told_that_nothing_changed(string coding)
    {
        using var first = await _api.SendAsync(Address, ("Accept-Encoding", coding));

        using var again = await _api.SendAsync(Address, ("Accept-Encoding", coding), ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Contains("Accept-Encoding", again.Headers.Vary);
    }

    [Fact]
    public async Task HEAD_tells_the_same_coding_and_tag()
    {
        using var got = await _api.SendAsync(Address, ("Accept-Encoding", "br"));
        using var head = await _api.SendAsync(HttpMethod.Head, Address, ("Accept-Encoding", "br"));

        Assert.Equal(got.Headers.ETag, head.Headers.ETag);
        Assert.Equal(got.Content.Headers.ContentEncoding, head.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_problem_is_compressed_too_and_has_no_tag()
    {
        using var answer = await _api.SendAsync("/v1/jurisdictions/XX", ("Accept-Encoding", "gzip"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        Assert.Null(answer.Headers.ETag);
    }

    private static byte[] Unpacked(byte[] bytes, string coding)
    {
        using var packed = new MemoryStream(bytes);
        using Stream reader = coding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        reader.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
