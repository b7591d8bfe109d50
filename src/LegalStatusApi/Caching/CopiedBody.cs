using LegalStatusApi.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Caching;

/// <summary>Copies an answer as it goes out, with its headers as they are at last, unless it is too long to be kept.</summary>
internal sealed class CopiedBody : Stream
{
    // What belongs to one exchange alone.
    private static readonly HashSet<string> NotKept = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Date, HeaderNames.Connection, HeaderNames.TransferEncoding, HeaderNames.ContentLength, "RateLimit", "RateLimit-Policy",
    };

    private readonly HttpContext _http;
    private readonly Stream _body;
    private readonly int _longest;
    private readonly MemoryStream _copy = new();
    private KeyValuePair<string, StringValues>[]? _headers;
    private bool _isTooLong;

    public CopiedBody(HttpContext http, int longest)
    {
        (_http, _longest) = (http, longest);
        _body = http.Response.Body;
        http.Response.Body = this;
        // Whoever asks first is told last: by then every header is there.
        http.Response.OnStarting(() =>
        {
            _headers = [.. http.Response.Headers.Where(header => !NotKept.Contains(header.Key))];
            return Task.CompletedTask;
        });
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>What can be kept of it; null where it is neither a whole answer nor 304.</summary>
    /// <param name="shared">What other answers say in their headers too.</param>
    public async Task<KeptAnswer?> AnswerAsync(SharedHeaders shared)
    {
        if (_isTooLong || _http.Response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified)
            || !_http.Response.Headers.ContainsKey(HeaderNames.ETag) || _http.RequestAborted.IsCancellationRequested)
        {
            return null;
        }

        // What has no body has not begun yet, and is without some of its headers.
        await _http.Response.StartAsync(CancellationToken.None);
        if (_headers is null)
        {
            return null;
        }

        var (common, own) = shared.Split(_headers);
        return new KeptAnswer(common, own, _copy.ToArray(), _http.GetEndpoint());
    }

    public override void Flush() => _body.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => _body.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count)
    {
        Copy(buffer.AsSpan(offset, count));
        _body.Write(buffer, offset, count);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Copy(buffer.Span);
        return _body.WriteAsync(buffer, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _http.Response.Body = _body;
        _copy.Dispose();
        base.Dispose(disposing);
    }

    private void Copy(ReadOnlySpan<byte> bytes)
    {
        _isTooLong |= _copy.Length + bytes.Length > _longest;
        if (!_isTooLong)
        {
            _copy.Write(bytes);
        }
    }
}
