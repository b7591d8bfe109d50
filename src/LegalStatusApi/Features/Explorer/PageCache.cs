using System.Globalization;
using LegalStatusApi.Http;
using Microsoft.Extensions.Caching.Memory;

namespace LegalStatusApi.Features.Explorer;

/// <summary>
/// Pages as they were made last, by address, host, latest revision and day: with any of those another, a page is made anew. So what is kept
/// is never out of date, only left behind. Bounded by bytes.
/// </summary>
public sealed class PageCache(LatestRevision latest, TimeProvider clock, long mostBytes = PageCache.MostBytes) : IEndpointFilter, IDisposable
{
    public const long MostBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = mostBytes });

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) || latest.Current is not { } revision)
        {
            return await next(context);
        }

        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{revision.Number} {revision.RecordedAt.UtcTicks} {clock.Today():O} {http.Request.Scheme} {http.Request.Host} {http.Request.Path}{http.Request.QueryString}");
        if (_pages.TryGetValue(key, out PageAnswer? kept))
        {
            return kept;
        }

        var made = await next(context);
        if (made is PageAnswer page)
        {
            _pages.Set(key, page, new MemoryCacheEntryOptions
            {
                Size = page.Length + (key.Length * sizeof(char)), AbsoluteExpirationRelativeToNow = Longest,
            });
        }

        return made;
    }

    public void Dispose() => _pages.Dispose();
}
