using System.Globalization;

namespace LegalStatusApi.Caching;

/// <summary>
/// What tells two requests for the same address apart: an answer may name its host, tells a page of another site more headers, and has a
/// form and a coding. Clients ask in few ways, and each of these has a short name.
/// </summary>
internal sealed class Ways
{
    // Whoever makes up others has them spelled out, and is answered a little later.
    private const int Most = 64;
    private volatile Way[] _known = [];

    private sealed record Way(string Host, bool IsHttps, bool IsFromPage, string? Accept, string Coding, string Name)
    {
        public string Whole => $"{Host}\n{IsHttps}\n{IsFromPage}\n{Accept}\n{Coding}\n";
    }

    /// <summary>What the keys of all that is asked in this way begin with.</summary>
    /// <param name="request">A request.</param>
    /// <param name="coding">The coding of its answer.</param>
    public string Of(HttpRequest request, string coding)
    {
        var (host, isHttps, isFromPage) = (request.Host.Value ?? "", request.IsHttps, request.Headers.Origin.Count > 0);
        var accept = request.Headers.Accept is [var only] ? only : request.Headers.Accept.ToString();
        var known = _known;
        foreach (var way in known)
        {
            if (way.Host == host && way.IsHttps == isHttps && way.IsFromPage == isFromPage && way.Accept == accept && way.Coding == coding)
            {
                return way.Name;
            }
        }

        var another = new Way(host, isHttps, isFromPage, accept, coding, $"{known.Length.ToString(CultureInfo.InvariantCulture)} ");
        // Of two that come at once, one takes the number, and the other is known the next time.
        return known.Length < Most && Interlocked.CompareExchange(ref _known, [.. known, another], known) == known ? another.Name : another.Whole;
    }
}
