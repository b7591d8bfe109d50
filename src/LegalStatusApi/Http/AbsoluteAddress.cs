namespace LegalStatusApi.Http;

/// <summary>The name under which the service is reached from outside.</summary>
/// <param name="Base">Scheme, host and port without a path; null where it is whatever name the service was asked by.</param>
public sealed record PublicAddress(Uri? Base)
{
    /// <summary>Whether an address is one of this service.</summary>
    public bool IsOwn(Uri address, HttpRequest request) =>
        string.Equals(address.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
        || (Base is not null && string.Equals(address.Authority, Base.Authority, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Whole addresses, for what leaves the service: feeds and calendars, citations, embeds.</summary>
public static class AbsoluteAddress
{
    /// <summary>
    /// An address of this service under its public name; where none is set, under the name that it was asked by; as it is where the
    /// request names none.
    /// </summary>
    public static string Absolute(this HttpRequest request, string path) =>
        request.HttpContext.RequestServices.GetRequiredService<PublicAddress>().Base is { } own ? own.GetLeftPart(UriPartial.Authority) + path
        : request.Host.HasValue ? $"{request.Scheme}://{request.Host.Value}{path}"
        : path;
}
