using System.Text.Json;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance;

/// <summary>An answer to a write as it is sent, and kept to be sent again.</summary>
public sealed record StoredAnswer(int Status, string? Location, string? Tag, byte[] Body, bool Replayed) : IResult
{
    // What is absent was left out as it was written.
    private static readonly JsonSerializerOptions Lenient = new(ApiJson.Options) { RespectRequiredConstructorParameters = false };

    public static StoredAnswer Of(Written written) => new(
        written.Status,
        written.Location,
        written.Version is { } version ? Write.Tag(version) : null,
        written.Body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(written.Body, written.Body.GetType(), ApiJson.Options),
        Replayed: false);

    /// <summary>What it says, for a page that shows it.</summary>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Body, Lenient)!;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "private, no-store";
        response.Headers.Location = Location;
        response.Headers.ETag = Tag;
        if (Replayed)
        {
            response.Headers["Idempotency-Replayed"] = "true";
        }

        if (Body.Length > 0)
        {
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = Body.Length;
            await response.Body.WriteAsync(Body, httpContext.RequestAborted);
        }
    }
}
