using System.Collections.Concurrent;
using LegalStatusApi.Features.Maintenance.Keys;
using LegalStatusApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LegalStatusApi.Tests.Features.Maintenance.Keys;

/// <summary>What a key is good for, and what a guesser learns (fault 23).</summary>
public sealed class KeyAuthenticationTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Every_key_that_is_not_valid_gets_the_same_answer()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        var (valid, revoked, expired) = (await database.KeyAsync("Ada", "propose"), await database.KeyAsync("Rex", "propose"), await database.KeyAsync("Eva", "propose"));
        await database.Owner.AskAsync<int>("update api_key set revoked_at = now() where id = @Id", new { Id = IdOf(revoked) });
        await database.Owner.TamperAsync($"update api_key set created_at = now() - interval '2 days', expires_at = now() - interval '1 second' where id = '{IdOf(expired)}'");
        var wrongSecret = $"lsk_{IdOf(valid)}_{KeyToken.New().Secret}";
        (await new MaintainerClient(api, valid).GetAsync("/v1/changesets")).Expect(200);

        var answers = new List<string>();
        foreach (var header in new[] { null, "", "Bearer", "Bearer ", "Bearer wrong", $"Basic {valid}", valid, $"Bearer {valid[..^1]}", $"Bearer {valid} {valid}",
            $"Bearer {valid.ToUpperInvariant()}", $"Bearer {KeyToken.New()}", $"Bearer {wrongSecret}", $"Bearer {revoked}", $"Bearer {expired}" })
        {
            using var answer = await api.SendAsync("/v1/changesets", header is null ? [] : [("Authorization", header)]);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            answers.Add($"{(int)answer.StatusCode} {answer.Headers.WwwAuthenticate} {answer.Content.Headers.ContentType} {answer.Headers} {text}");
        }

        Assert.StartsWith("401 Bearer realm=\"maintainers\" application/problem+json", Assert.Single(answers.Distinct()));
        using var inQuery = await api.SendAsync($"/v1/changesets?access_token={valid}&key={valid}");
        Assert.Equal(401, (int)inQuery.StatusCode);
    }

    [Fact]
    public async Task A_key_without_the_scope_is_forbidden_and_that_is_noted()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        var key = await database.KeyAsync("Paul", "publish", "review", "admin");

        var answer = (await new MaintainerClient(api, key).PostAsync("/v1/changesets", [])).Expect(403);

        Assert.Equal("/problems/forbidden", (string?)answer.Json["type"]);
        Assert.Equal(["refused: 403 POST /v1/changesets"], await database.Owner.ListAsync<string>("select action || ' ' || subject from audit where key = @Id", new { Id = IdOf(key) }));
    }

    [Fact]
    public async Task Each_use_is_recorded_with_its_route()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        var key = await database.KeyAsync("Uma", "propose");
        var client = new MaintainerClient(api, key);

        await client.GetAsync("/v1/changesets");
        await client.PostAsync("/v1/changesets/chs_aaaaaaaaaaaaaaaa/submit");
        await client.PostAsync("/v1/changesets/chs_aaaaaaaaaaaaaaaa/publish");

        Assert.Equal(["GET /v1/changesets/", "POST /v1/changesets/{id}/submit", "POST /v1/changesets/{id}/publish"],
            await database.Owner.ListAsync<string>("select method || ' ' || route from key_use where key = @Id order by number", new { Id = IdOf(key) }));
    }

    [Fact]
    public async Task No_key_comes_into_a_log()
    {
        using var log = new KeptLog();
        await using var api = await TestApi.StartAsync(database.Reader, builder =>
        {
            builder.Configuration["Logging:Requests"] = "true";
            builder.Services.AddSingleton(LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));
        }, database.Writer);
        var key = await database.KeyAsync("Lea", "propose");
        var forged = KeyToken.New().ToString();
        foreach (var sent in new[] { key, forged, key + "x" })
        {
            await new MaintainerClient(api, sent).GetAsync("/v1/changesets");
            await new MaintainerClient(api, sent).PostAsync("/v1/changesets/chs_aaaaaaaaaaaaaaaa/publish");
        }

        Assert.NotEmpty(log.Lines);
        foreach (var secret in new[] { key, forged }.Select(text => text.Split('_')[2]))
        {
            Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    private static string IdOf(string key) => key.Split('_')[1];

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
