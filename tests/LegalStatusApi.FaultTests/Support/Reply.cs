using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LegalStatusApi.FaultTests.Support;

/// <summary>An answer as a client saw it.</summary>
/// <param name="Status">0 where there was none.</param>
/// <param name="Type">Of a problem: which it is.</param>
public sealed record Reply(int Status, string? Type, double Milliseconds, string Text, bool TellsWhenToTryAgain)
{
    private static readonly string[] Secrets = ["   at ", "Npgsql", "select ", "127.0.0.1", "/tmp/", "Exception"];

    public static async Task<Reply> GetAsync(HttpClient client, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SendAsync(client, request);
    }

    public static async Task<Reply> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var type = answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? (string?)JsonNode.Parse(text)!["type"] : null;
            return new Reply((int)answer.StatusCode, type, Stopwatch.GetElapsedTime(start).TotalMilliseconds, text, answer.Headers.RetryAfter is not null);
        }
        catch (HttpRequestException gone)
        {
            return new Reply(0, null, Stopwatch.GetElapsedTime(start).TotalMilliseconds, $"{gone.HttpRequestError}: {gone.InnerException?.Message}", false);
        }
    }

    /// <summary>What an answer must not be, whatever the fault; null where it is as it should be.</summary>
    public string? Mistake => Status switch
    {
        0 => null,
        >= 500 and not 503 => $"{Status}: {Text}",
        503 when !TellsWhenToTryAgain => "503 without Retry-After",
        >= 400 when Type is null => $"{Status} is no problem: {Text}",
        >= 400 when Array.Find(Secrets, secret => Text.Contains(secret, StringComparison.Ordinal)) is { } secret => $"says '{secret}': {Text}",
        _ => null,
    };
}
