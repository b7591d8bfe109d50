using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using LegalStatusApi.Features.Maintenance.Keys;
using LegalStatusApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LegalStatusApi.Tests.Features.Maintenance.Keys;

/// <summary>What a key is good for, and what a guesser learns (fault 23).</summary>
[Fault(23)]
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
    }

    [Theory]
    [InlineData("access_token={0}")]
    [InlineData("key={0}")]
    [InlineData("api_key={0}")]
    [InlineData("authorization=Bearer%20{0}")]
    public async Task A_key_in_the_address_is_no_key(string query)
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        var key = await database.KeyAsync("Ada", "propose");

        using var answer = await api.SendAsync("/v1/changesets?" + query.Replace("{0}", key, StringComparison.Ordinal));

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal(0, await database.Owner.AskAsync<int>("select count(*) from key_use where key = @Id", new { Id = IdOf(key) }));
    }

    [Fact]
    public async Task The_body_of_whoever_has_no_key_is_not_read()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        await database.PublishAsync(Given.Substances().Rows);
        var (valid, scopeless) = (await database.KeyAsync("Ada", "propose"), await database.KeyAsync("Adam", "admin"));
        foreach (var (keys, status) in new (string?[], int)[]
        {
            ([], 401), ([KeyToken.New().ToString()], 401), ([valid, valid], 400), ([scopeless], 403), ([valid], 201),
        })
        {
            using var body = new WatchedBody("""{"title":"One","reason":"So."}""");
            var answer = await api.SendAsync(http =>
            {
                (http.Request.Method, http.Request.Path, http.Request.ContentType, http.Request.Body) = ("POST", "/v1/changesets", "application/json", body);
                http.Request.Headers.Authorization = new([.. keys.Select(key => $"Bearer {key}")]);
            });

            Assert.Equal((status, status == 201), (answer.Response.StatusCode, body.WasRead));
        }
    }

    [Fact]
    public async Task Without_a_key_a_draft_and_none_get_the_same_answer()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        await database.PublishAsync(Given.Substances().Rows);
        var opened = (await new MaintainerClient(api, await database.KeyAsync("Ada", "propose"))
            .PostAsync("/v1/changesets", new JsonObject { ["title"] = "One", ["reason"] = "So." })).Expect(201);

        var answers = new List<string>();
        foreach (var id in new[] { (string)opened.Json["id"]!, "chs_aaaaaaaaaaaaaaaa" })
        {
            var answer = await new MaintainerClient(api, null).GetAsync($"/v1/changesets/{id}");
            answers.Add($"{answer.Status} {answer.Headers} {answer.Text}");
        }

        Assert.StartsWith("401", Assert.Single(answers.Distinct()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_key_was_let_in_for_is_done_and_what_comes_after_its_revocation_is_not()
    {
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        await database.PublishAsync(Given.Substances().Rows);
        var key = await database.KeyAsync("Rae", "propose");
        // Its body comes after the key was checked, and the key is revoked in between.
        using var body = new WatchedBody("""{"title":"While it ran","reason":"So."}""", () =>
            database.Owner.AskAsync<int>("update api_key set revoked_at = clock_timestamp() where id = @Id", new { Id = IdOf(key) }));

        var running = await api.SendAsync(http =>
        {
            (http.Request.Method, http.Request.Path, http.Request.ContentType, http.Request.Body) = ("POST", "/v1/changesets", "application/json", body);
            http.Request.Headers.Authorization = $"Bearer {key}";
        });

        Assert.Equal(201, running.Response.StatusCode);
        (await new MaintainerClient(api, key).GetAsync("/v1/changesets")).Expect(401);
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

    /// <summary>A body that remembers whether anybody read it.</summary>
    private sealed class WatchedBody(string text, Func<Task>? beforeIsRead = null) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public bool WasRead { get; private set; }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            WasRead = true;
            await (beforeIsRead?.Invoke() ?? Task.CompletedTask);
            await base.CopyToAsync(destination, bufferSize, cancellationToken);
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            WasRead = true;
            return base.Read(buffer, offset, count);
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            WasRead = true;
            return base.ReadAsync(buffer, cancellationToken);
        }
    }

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
