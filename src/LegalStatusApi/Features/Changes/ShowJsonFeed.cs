using System.Text.Json;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Changes;

/// <summary>What changed, as a JSON Feed.</summary>
public static class ShowJsonFeed
{
    public const string Path = "/v1/changes.json";
    public const string MediaType = "application/feed+json";

    public static Task<IResult> Handle(
        [AsParameters] ListChanges.Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation) =>
        ListChanges.AnswerAsync(request, http, database, clock, Write, cancellation);

    private static IResult Write(ChangesPage page) => Answer.OfBytes(
        JsonSerializer.SerializeToUtf8Bytes(JsonFeed.Of(page), ApiJson.Options), $"{MediaType}; charset=utf-8", page.Freshness);
}
