namespace LegalStatusApi.Http;

/// <summary>Addresses for what leaves the service as a file: feeds and calendars, whose readers need them whole.</summary>
public static class AbsoluteAddress
{
    /// <summary>An address of this service under the name that it was asked by; as it is where the request names none.</summary>
    public static string Absolute(this HttpRequest request, string path) =>
        request.Host.HasValue ? $"{request.Scheme}://{request.Host.Value}{path}" : path;
}
