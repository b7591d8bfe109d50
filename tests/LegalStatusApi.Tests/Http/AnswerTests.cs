using System.Net;
using System.Net.Http.Headers;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Http;

/// <summary>How long an answer keeps, and what is sent to whoever has it already.</summary>
public sealed class AnswerTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Pinned = "/v1/status/DE/lsd?on=2020-01-01&revision=1";
    private const string Dated = "/v1/status/DE/lsd?on=2020-01-01";
    private const string Today = "/v1/status/DE/lsd";
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "1967-02-25").Rows);
        }

        _api = await TestApi.StartAsync(database.Reader);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task A_pinned_answer_is_immutable_and_says_where_the_latest_is()
    {
        using var answer = await _api.SendAsync(Pinned);

        Assert.Equal("public, max-age=31536000, immutable", CacheControlOf(answer));
        Assert.Contains("</v1/status/DE/lsd?on=2020-01-01>; rel=\"latest-version\"", string.Join(", ", answer.Headers.GetValues("Link")));
        Assert.Null(answer.Content.Headers.ContentLocation);
    }

    [Theory]
    [InlineData(Dated, "2020-01-01")]
    [InlineData(Today, "2026-11-21")]
    [InlineData("/v1/status/DE/lsd?revision=1", "2026-11-21")]
    public async Task An_answer_that_may_change_keeps_a_minute_and_says_where_it_stands_for_ever(string address, string day)
    {
        using var answer = await _api.SendAsync(address);

        Assert.Equal("public, max-age=60, stale-while-revalidate=600, stale-if-error=86400", CacheControlOf(answer));
        Assert.Equal($"/v1/status/DE/lsd?on={day}&revision=1", answer.Content.Headers.ContentLocation?.OriginalString);
        Assert.DoesNotContain("latest-version", string.Join(", ", answer.Headers.GetValues("Link")));
    }

    [Theory]
    [InlineData("/v1/status/DE/lsd?on=2026-11-22&revision=1")]
    [InlineData("/v1/status/DE/lsd?on=2199-12-31")]
    [InlineData("/v1/status?jurisdiction=DE&substance=lsd&on=2030-01-01&revision=1")]
    public async Task A_day_that_lies_ahead_has_no_permalink_and_is_never_immutable(string address)
    {
        using var answer = await _api.SendAsync(address);
        var body = await _api.GetAsync(address);

        Assert.DoesNotContain("immutable", CacheControlOf(answer));
        Assert.Null(body["permalink"]);
        Assert.Null(answer.Content.Headers.ContentLocation);
    }

    [Fact]
    public async Task Today_itself_may_be_pinned() =>
        Assert.Contains("immutable", CacheControlOf(await _api.SendAsync("/v1/status/DE/lsd?on=2026-11-21&revision=1")));

    [Fact]
    public async Task An_answer_was_last_modified_when_its_revision_was_published()
    {
        var recorded = await database.Reader.AskAsync<DateTime>("select date_trunc('second', recorded_at) from revision");

        using var answer = await _api.SendAsync(Dated);

        Assert.Equal(recorded, answer.Content.Headers.LastModified?.UtcDateTime);
    }

    [Fault(37)]
    [Fact]
    public async Task The_same_answer_has_the_same_tag_and_another_answer_another()
    {
        var tag = await TagAsync(Pinned);

        Assert.False(tag.IsWeak);
        Assert.Equal(tag, await TagAsync(Pinned));
        Assert.Equal(tag, await TagAsync(Dated));
        Assert.NotEqual(tag, await TagAsync("/v1/status/DE/lsd?on=2020-01-02"));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("W/{0}")]
    [InlineData("\"another\", {0}")]
    [InlineData("\"another\",W/{0} , \"third\"")]
    [InlineData("*")]
    public async Task Whoever_has_the_answer_is_told_so_without_a_body(string known)
    {
        var tag = await TagAsync(Pinned);

        using var answer = await _api.SendAsync(Pinned, ("If-None-Match", string.Format(known, tag)));

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(tag, answer.Headers.ETag);
        Assert.Equal("public, max-age=31536000, immutable", CacheControlOf(answer));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("\"another\"")]
    [InlineData("W/\"another\"")]
    [InlineData("no tag at all")]
    [InlineData("\"")]
    public async Task Whoever_has_another_answer_gets_this_one(string known)
    {
        using var answer = await _api.SendAsync(Pinned, ("If-None-Match", known));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_time_alone_is_no_reason_to_say_not_modified()
    {
        using var answer = await _api.SendAsync(Today, ("If-Modified-Since", "Sat, 21 Nov 2099 12:00:00 GMT"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData(Pinned, 200)]
    [InlineData(Today, 200)]
    [InlineData("/v1/status?jurisdiction=DE&substance=lsd", 200)]
    [InlineData("/v1/status/XX/lsd", 404)]
    [InlineData("/v1/status/de/lsd", 308)]
    [InlineData("/v1/status/DE/lsd?on=x", 400)]
    [InlineData("/nowhere", 404)]
    public async Task Head_has_the_headers_of_get_and_no_body(string address, int status)
    {
        using var got = await _api.SendAsync(address);
        using var head = await _api.SendAsync(HttpMethod.Head, address);

        Assert.Equal(status, (int)got.StatusCode);
        Assert.Equal(got.StatusCode, head.StatusCode);
        Assert.Equal(Headers(got), Headers(head));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fault(39)]
    [Theory]
    [InlineData(Pinned, 200)]
    [InlineData("/v1/status/XX/lsd", 404)]
    [InlineData("/v1/status/DE/lsd?on=x", 400)]
    [InlineData("/v1/status/de/lsd", 308)]
    [InlineData("/nowhere", 404)]
    public async Task Any_page_on_the_web_may_read_answers_and_errors(string address, int status)
    {
        using var answer = await _api.SendAsync(address, ("Origin", "https://a.example"));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("*", string.Join(',', answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task A_page_may_ask_with_a_tag_and_read_where_the_answer_stands()
    {
        using var asked = await _api.SendAsync(HttpMethod.Options, Pinned, ("Origin", "https://a.example"),
            ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "if-none-match"));
        using var answer = await _api.SendAsync(Pinned, ("Origin", "https://a.example"));

        Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
        Assert.Contains("If-None-Match", string.Join(',', asked.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.OrdinalIgnoreCase);
        Assert.Superset(new HashSet<string>(["ETag", "Link", "Content-Location", "Retry-After"]),
            string.Join(',', answer.Headers.GetValues("Access-Control-Expose-Headers")).Split(',').ToHashSet());
    }

    [Theory]
    [InlineData(Pinned)]
    [InlineData("/v1/status/XX/lsd")]
    [InlineData("/nowhere")]
    public async Task Every_answer_names_its_licence_and_terms_and_is_not_guessed_at(string address)
    {
        using var answer = await _api.SendAsync(address);

        var links = string.Join(", ", answer.Headers.GetValues("Link"));
        Assert.Contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"", links);
        Assert.Contains("rel=\"terms-of-service\"", links);
        Assert.Equal("nosniff", string.Join(',', answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Every_answer_says_that_it_is_no_advice() =>
        Assert.Equal("Information, not legal or medical advice; law on 2020-01-01.", (string?)(await _api.GetAsync(Dated))["notice"]);

    private static string CacheControlOf(HttpResponseMessage answer) => string.Join(", ", answer.Headers.NonValidated["Cache-Control"]);

    private static string Headers(HttpResponseMessage answer) => string.Join('\n', answer.Headers.Concat(answer.Content.Headers)
        .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal));

    private async Task<EntityTagHeaderValue> TagAsync(string address)
    {
        using var answer = await _api.SendAsync(address);
        return answer.Headers.ETag!;
    }
}
