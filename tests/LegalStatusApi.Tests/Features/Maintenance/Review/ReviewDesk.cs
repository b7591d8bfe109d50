using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LegalStatusApi.Tests.Features.Maintenance.Review;

/// <summary>The service with its queue: what readers and maintainers send, and what comes back.</summary>
public sealed class ReviewDesk : IAsyncDisposable
{
    private const string AddressHeader = "Test-Address";

    private ReviewDesk(TestApi api) => Api = api;

    public TestApi Api { get; }

    public static async Task<ReviewDesk> OpenAsync(TestDatabase database) => new(await TestApi.StartAsync(
        database.Reader, builder => builder.Services.AddSingleton<IStartupFilter>(new ConnectedFrom()), database.Writer));

    public async Task<IReadOnlyList<JsonObject>> QueueAsync(string filters = "") =>
        [.. (await Api.GetAsync($"/v1/review-queue?limit=500{filters}"))["items"]!.AsArray().Select(item => item!.AsObject())];

    /// <summary>The one item of this kind and place.</summary>
    public async Task<JsonObject> ItemAsync(string kind, string place) => Assert.Single(await QueueAsync($"&kind={kind}&jurisdiction={place}"));

    public async Task<Reply> SendAsync(HttpMethod method, string address, string? key, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        if (key is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {key}");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var answer = await Api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Reply((int)answer.StatusCode, text, answer.Headers.RetryAfter?.Delta, answer.Headers.CacheControl?.ToString());
    }

    public Task<Reply> PostAsync(string address, string? key, string? json = null) => SendAsync(HttpMethod.Post, address, key, json);

    public Task<Reply> ClaimAsync(JsonObject item, string? key, string? json = null) => PostAsync($"/v1/review-queue/{item["id"]}/claim", key, json);

    public Task<Reply> SettleAsync(JsonObject item, string? key, string json = """{"how":"Read the law again."}""") =>
        PostAsync($"/v1/review-queue/{item["id"]}/settle", key, json);

    /// <summary>A reader's report, from an address.</summary>
    public Task<Reply> ReportAsync(string address, string text = "It is not so.", string members = "", params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, "/v1/reports", null, $$"""
            {"jurisdiction":"DE","substance":"lsd","kind":"wrong_date","text":{{JsonValue.Create(text).ToJsonString()}}{{members}}}
            """, [(AddressHeader, address), .. headers]);

    public ValueTask DisposeAsync() => Api.DisposeAsync();

    public sealed record Reply(int Status, string Text, TimeSpan? RetryAfter, string? CacheControl)
    {
        public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

        public Reply Expect(int status)
        {
            Assert.True(Status == status, $"Expected {status}, got {Status}: {Text}");
            return this;
        }
    }

    // The test server has no connections, so a header says where a request comes from.
    private sealed class ConnectedFrom : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((HttpContext http, RequestDelegate rest) =>
            {
                if (http.Request.Headers.TryGetValue(AddressHeader, out var address))
                {
                    http.Connection.RemoteIpAddress = IPAddress.Parse(address.ToString());
                }

                return rest(http);
            });
            next(app);
        };
    }
}
