using System.Collections.Concurrent;
using Microsoft.AspNetCore.ResponseCompression;

namespace LegalStatusApi.Caching;

/// <summary>Which coding the framework's compression would choose for a request, remembered for the few headers that clients send.</summary>
public sealed class AcceptedCodings(IResponseCompressionProvider compression)
{
    private const int Most = 1000;
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The name of the coding, empty for none; null where there is no telling without looking each time.</summary>
    public string? Of(HttpContext http)
    {
        if (http.Request.Headers.AcceptEncoding is not { Count: > 0 } accepted)
        {
            return "";
        }

        if (accepted is not [{ } text])
        {
            return null;
        }

        if (_known.TryGetValue(text, out var coding))
        {
            return coding;
        }

        if (_known.Count >= Most)
        {
            return null;
        }

        return _known[text] = compression.GetCompressionProvider(http)?.EncodingName ?? "";
    }
}
