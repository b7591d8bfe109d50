using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance;

/// <summary>One maintainer's way to the service: each request with the same key.</summary>
public sealed class MaintainerClient(HttpClient http, string? key)
{
    public MaintainerClient(TestApi api, string? key)
        : this(api.Client, key)
    {
    }

    /// <param name="Version">Of the change set, as its ETag says.</param>
    public sealed record Answer(int Status, string Text, int? Version, HttpResponseHeaders Headers)
    {
        public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

        public string Detail => (string)Json["detail"]!;

        /// <summary>What was refused, field by field.</summary>
        public IReadOnlyList<(string Parameter, string Detail)> Errors =>
            [.. Json["errors"]?.AsArray().Select(error => ((string)error!["parameter"]!, (string)error["detail"]!)) ?? []];

        public Answer Expect(int status)
        {
            Assert.True(Status == status, $"Expected {status}, got {Status}: {Text}");
            return this;
        }
    }

    public Task<Answer> GetAsync(string address) => SendAsync(HttpMethod.Get, address);

    public Task<Answer> PostAsync(string address, JsonObject? body = null, int? version = null) => SendAsync(HttpMethod.Post, address, body, version);

    public Task<Answer> PutAsync(string address, JsonObject body, int? version) => SendAsync(HttpMethod.Put, address, body, version);

    public Task<Answer> DeleteAsync(string address, int? version) => SendAsync(HttpMethod.Delete, address, null, version);

    public Task<Answer> SendAsync(HttpMethod method, string address, JsonObject? body = null, int? version = null, params (string Name, string Value)[] headers) =>
        SendAsync(method, address, body?.ToJsonString(), "application/json", version, headers);

    public async Task<Answer> SendAsync(
        HttpMethod method, string address, string? body, string mediaType, int? version, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, mediaType);
        if (key is not null)
        {
            headers = [.. headers, ("Authorization", $"Bearer {key}")];
        }

        if (version is not null)
        {
            headers = [.. headers, ("If-Match", $"\"{version}\"")];
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer((int)answer.StatusCode, text, answer.Headers.ETag is { } tag ? int.Parse(tag.Tag.Trim('"')) : null, answer.Headers);
    }
}
