using System.Diagnostics;
using LegalStatusApi.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace LegalStatusApi.Tests.Caching;

/// <summary>What tests of caches ask of a service.</summary>
internal static class Cached
{
    /// <summary>A service that keeps nothing.</summary>
    public static void Off(WebApplicationBuilder builder)
    {
        builder.Configuration["Caching:AnswerMegabytes"] = "0";
        builder.Configuration["Caching:StackMegabytes"] = "0";
    }

    /// <summary>A service that keeps stacks alone.</summary>
    public static void StacksAlone(WebApplicationBuilder builder) => builder.Configuration["Caching:AnswerMegabytes"] = "0";

    /// <summary>An answer with all its headers that belong to it, not to the exchange.</summary>
    public static async Task<string> WholeAsync(this TestApi api, string address, params (string Name, string Value)[] headers)
    {
        using var answer = await api.SendAsync(address, headers);
        var said = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Content-Length" or "Transfer-Encoding"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return $"{(int)answer.StatusCode}\n{string.Join('\n', said)}\n\n{Convert.ToHexString(body)}";
    }

    /// <summary>How many statements a request cost.</summary>
    public static async Task<int> CostAsync(this TestApi api, Statements statements, string address, params (string Name, string Value)[] headers)
    {
        var trace = ActivityTraceId.CreateRandom();
        using var answer = await api.SendAsync(address, [.. headers, Statements.HeaderOf(trace)]);
        Assert.True(answer.IsSuccessStatusCode, $"{address} gave {answer.StatusCode}");
        await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return statements.Of(trace);
    }

    /// <summary>Waits until something holds; a busy machine is given its time.</summary>
    /// <param name="patience">How long; 20 s where nothing is said.</param>
    public static async Task UntilAsync(Func<Task<bool>> holds, string otherwise, TimeSpan? patience = null)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < (patience ?? TimeSpan.FromSeconds(20)), otherwise);
        }
    }

    /// <summary>Waits until the service knows the latest revision by itself, and so keeps what it reads.</summary>
    public static Task WarmAsync(this TestApi api, Statements statements) =>
        UntilAsync(async () => await api.CostAsync(statements, "/v1/status/DE/lsd?on=2000-01-01") == 0, "It is never warm.");
}
