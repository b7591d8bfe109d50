using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Benchmarks.Cluster;

/// <summary>A maintainer who works through the front. A write that was not answered, or told to come again, is sent again under the same name.</summary>
internal sealed class Maintainer : IDisposable
{
    private const int Most = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly HttpClient _client;

    public Maintainer(Uri front, string key)
    {
        _client = new HttpClient { BaseAddress = front };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Says that a record was checked on another day; <paramref name="other"/> judges it and publishes.</summary>
    /// <returns>The revision.</returns>
    public async Task<long> PublishAsync(Maintainer other, int day)
    {
        var (set, version) = await SendAsync(HttpMethod.Post, "/v1/changesets", new JsonObject { ["title"] = $"Check {day}", ["reason"] = "A test of the cluster." }, null);
        var address = $"/v1/changesets/{set["id"]}";
        (_, version) = await SendAsync(HttpMethod.Put, $"{address}/verifications/{RecordId.OfClassification("DE/lsd-1")}", new JsonObject { ["verifiedOn"] = "2026-11-22", ["reviewDue"] = $"2027-06-0{day}" }, version);
        (_, version) = await SendAsync(HttpMethod.Post, $"{address}/submit", null, version);
        var (diff, _) = await other.SendAsync(HttpMethod.Get, $"{address}/diff", null, null);
        (_, version) = await other.SendAsync(HttpMethod.Post, $"{address}/approve", new JsonObject { ["hash"] = (string)diff["hash"]! }, version);
        return (long)(await other.SendAsync(HttpMethod.Post, $"{address}/publish", null, version)).Said["result"]!["revision"]!;
    }

    public void Dispose() => _client.Dispose();

    private async Task<(JsonNode Said, string? Version)> SendAsync(HttpMethod method, string address, JsonObject? body, string? version)
    {
        var name = Guid.NewGuid().ToString();
        for (var time = 1; ; time++)
        {
            using var request = new HttpRequestMessage(method, address);
            if (method != HttpMethod.Get)
            {
                request.Headers.Add("Idempotency-Key", name);
            }

            if (version is not null)
            {
                request.Headers.TryAddWithoutValidation("If-Match", version);
            }

            request.Content = body is null ? null : JsonContent.Create(body);
            try
            {
                using var answer = await _client.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.IsSuccessStatusCode)
                {
                    return (JsonNode.Parse(text)!, answer.Headers.ETag?.ToString() ?? version);
                }

                if ((int)answer.StatusCode is not (409 or >= 500) || time == Most)
                {
                    throw new InvalidOperationException($"{method} {address}: {(int)answer.StatusCode} {text}");
                }
            }
            catch (HttpRequestException) when (time < Most)
            {
                // Sent again.
            }

            await Task.Delay(Pause);
        }
    }
}
