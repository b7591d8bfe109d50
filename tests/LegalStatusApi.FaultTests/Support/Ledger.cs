using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;
using Npgsql;

namespace LegalStatusApi.FaultTests.Support;

/// <summary>Writes with a name each, and what became of them: none that was acknowledged is lost, and none is there twice.</summary>
public sealed class Ledger(string key)
{
    private readonly ConcurrentDictionary<string, Reply> _replies = new(StringComparer.Ordinal);
    private int _number;

    public IReadOnlyCollection<Reply> Replies => [.. _replies.Values];

    public string Statuses => string.Join(", ", _replies.Values.GroupBy(reply => reply.Status).OrderBy(group => group.Key).Select(group => $"{group.Count()} × {group.Key}"));

    /// <summary>Opens a change set; the answer is noted, or that there was none.</summary>
    public async Task<Reply> WriteAsync(HttpClient client)
    {
        var name = $"{key[4..10]}-{Interlocked.Increment(ref _number)}";
        return _replies[name] = await SendAsync(client, name);
    }

    /// <summary>Several at once, each until it is refused or told to stop.</summary>
    public async Task WriteAsync(HttpClient client, int writers, CancellationToken until) =>
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            while (!until.IsCancellationRequested && (await WriteAsync(client)).Status == 201)
            {
                // Another one.
            }
        })));

    /// <summary>Sends every write again under its name: each is then there exactly once, and what was acknowledged is answered as it was.</summary>
    public async Task CheckAsync(HttpClient client, NpgsqlDataSource owner)
    {
        await Parallel.ForEachAsync(_replies, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (write, _) =>
        {
            var (name, was, now) = (write.Key, write.Value, await SendAsync(client, write.Key));
            while (now.Type == "/problems/still-at-work")
            {
                // What was given up while the database was silent may not have ended yet.
                now = await SendAsync(client, name);
            }

            Assert.True(now.Status == 201, $"{name} was {was.Status}, then {now.Status}: {now.Text}");
            Assert.True(was.Status != 201 || IdOf(was) == IdOf(now), $"{name} was acknowledged as {was.Text}, then as {now.Text}");
        });

        var there = await owner.ListAsync<string>("select title from changeset where title like @Like", new { Like = $"{key[4..10]}-%" });
        Assert.Equal(_replies.Keys.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    private async Task<Reply> SendAsync(HttpClient client, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/changesets") { Content = JsonContent.Create(new { title = name, reason = "A test." }) };
        request.Headers.Authorization = new("Bearer", key);
        request.Headers.Add("Idempotency-Key", name);
        return await Reply.SendAsync(client, request);
    }

    private static string? IdOf(Reply reply) => (string?)JsonNode.Parse(reply.Text)!["id"];
}
