using System.Reflection;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>The page /privacy is true: each of its sentences has a test, here or where the matter is.</summary>
public sealed class PrivacyTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private const string Asked = "/v1/status/DE/lsd?on=2019-08-07";
    private static readonly string[] Questions = [Asked, "/places/DE/lsd?on=2019-08-07", "/v1/changes.atom", "/v1/jurisdictions", "/search?q=lsd+in+germany", "/v1/status/XX/lsd"];

    [Fact]
    public async Task Each_sentence_of_the_page_has_a_test()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        var page = await api.PageAsync("/privacy");

        var tested = typeof(PrivacyTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<PrivacyAttribute>()).Select(promise => promise.Sentence);
        Assert.Equal(page.QuerySelectorAll("main li").Select(item => item.TextContent).Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
        Assert.Contains(page.QuerySelectorAll("footer a"), link => link.GetAttribute("href") == "/privacy");
    }

    [Fact]
    [Privacy("Readers have no account and get no cookie.")]
    [Privacy("A link that leads elsewhere does not tell that site where you came from.")]
    public async Task No_answer_to_a_reader_sets_a_cookie_or_lets_its_address_go_along_with_a_link()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        foreach (var address in PagesOfApi.Addresses.Concat(Questions))
        {
            using var answer = await api.SendAsync(address);
            Assert.False(answer.Headers.Contains("Set-Cookie"), address);
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        }
    }

    [Fact]
    [Privacy("A page loads nothing from other hosts and stores nothing in your browser.")]
    public async Task A_page_names_no_other_host_to_load_from_and_its_script_no_store()
    {
        await using var api = await TestApi.StartAsync(database.Reader);
        foreach (var address in PagesOfApi.Addresses)
        {
            var page = await api.PageAsync(address);
            var loaded = page.QuerySelectorAll("[src], link[rel=stylesheet], link[rel=icon], link[rel=preload]").Select(each => each.GetAttribute("src") ?? each.GetAttribute("href")!).ToList();
            Assert.NotEmpty(loaded);
            Assert.All(loaded, each => Assert.True(each.StartsWith('/') && !each.StartsWith("//", StringComparison.Ordinal), $"{address} loads {each}"));
        }

        var script = (await api.PageAsync("/about")).QuerySelector("script")!.GetAttribute("src")!;
        using var read = await api.SendAsync(script);
        var text = await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.All(new[] { "cookie", "localStorage", "sessionStorage", "indexedDB", "caches", "sendBeacon", "serviceWorker" }, store => Assert.DoesNotContain(store, text, StringComparison.Ordinal));
    }

    [Fact]
    [Privacy("No table of the database has a place for your address, your browser or your question, and reading writes nothing to it.")]
    public async Task The_database_has_no_column_for_a_reader_and_holds_the_same_after_questions()
    {
        var placesForReaders = await database.Owner.ListAsync<string>("""
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and (data_type in ('inet', 'cidr', 'macaddr') or column_name ~ '(^|_)(ip|addr|address|agent|browser|referer|host|cookie|session|query|path)(_|$)')
            """);
        var before = await RowsAsync();
        await using (var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer))
        {
            foreach (var address in Questions)
            {
                using var answer = await api.SendAsync(address, ("User-Agent", "Somebody's"), ("X-Forwarded-For", "198.51.100.7"));
            }
        }

        Assert.Empty(placesForReaders);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    [Privacy("A log has a line for each fault, for each key that is refused and, if the operator wants it, one for each request: method, kind of address, status and time, never what was asked about or who asked.")]
    public async Task A_log_holds_nothing_of_what_was_asked_or_who_asked()
    {
        string log;
        await using (var served = await ServedApi.StartAsync(["serve", "--urls", "http://127.0.0.1:0"], ("ConnectionStrings__Postgres", database.ConnectionString), ("Logging__Requests", "true"), ("TrustedProxies", "127.0.0.1")))
        {
            served.Client.DefaultRequestHeaders.UserAgent.ParseAdd("SomebodysBrowser");
            served.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
            served.Client.DefaultRequestHeaders.Add("Cookie", "somebody=known");
            foreach (var address in Questions)
            {
                using var answer = await served.Client.GetAsync(address, TestContext.Current.CancellationToken);
            }

            await served.StopAsync();
            log = served.Log;
        }

        Assert.Contains("/v1/status/{jurisdiction}/{substance}", log, StringComparison.Ordinal);
        Assert.All(new[] { "DE/lsd", "germany", "2019-08-07", "198.51.100.7", "SomebodysBrowser", "somebody" }, never => Assert.DoesNotContain(never, log, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    [Privacy("Your network address is counted in memory alone, so that nobody crowds out others, and the count ends with the service.")]
    public async Task Who_asked_too_often_is_unknown_to_the_service_once_it_was_started_anew()
    {
        (string, string)[] limits = [("RateLimits:Enabled", "true"), ("RateLimits:PerMinute", "1"), ("RateLimits:Burst", "2")];
        await using (var before = await WiredApi.StartAsync(database, limits))
        {
            var statuses = new List<int>();
            for (var number = 1; number <= 3; number++)
            {
                statuses.Add((await before.SendAsync($"GET {Asked}")).Status);
            }

            Assert.Equal([200, 200, 429], statuses);
        }

        await using var after = await WiredApi.StartAsync(database, limits);
        Assert.Equal(200, (await after.SendAsync($"GET {Asked}")).Status);
    }

    [Fact]
    [Privacy("Answers are kept in memory for whoever asks the same, without who asked first.")]
    public async Task An_answer_that_was_kept_is_the_same_for_another_client_byte_for_byte()
    {
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn);
        var said = new List<string>();
        foreach (var who in new[] { "one", "one", "two" })
        {
            using var answer = await api.SendAsync(Asked, ("User-Agent", who), ("X-Forwarded-For", $"198.51.100.{who.Length}"), ("Cookie", $"who={who}"), ("Referer", $"https://{who}.example"));
            said.Add($"{(int)answer.StatusCode} {answer.Headers.ETag} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            Assert.DoesNotContain(who + ".example", answer.Headers.ToString(), StringComparison.Ordinal);
        }

        Assert.Single(said.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    [Privacy("Each use of a key is noted with its time, method and kind of address.")]
    public async Task A_use_of_a_key_is_noted_by_its_route_alone()
    {
        var key = await database.KeyAsync("Noted", "propose");
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        using var answer = await api.SendAsync("/v1/changesets/cs_aaaaaaaaaaaaaaaa?x=1", ("Authorization", $"Bearer {key}"), ("User-Agent", "Somebody's"));

        Assert.Equal(["key", "method", "number", "route", "used_at"], await database.Owner.ListAsync<string>("select column_name from information_schema.columns where table_name = 'key_use' order by 1"));
        Assert.Equal(["GET /v1/changesets/{id}"], await database.Owner.ListAsync<string>($"select method || ' ' || route from key_use where key = '{key.Split('_')[1]}'"));
    }

    [Fact]
    [Privacy("The configuration of the proxy that comes with this service logs no request.")]
    public async Task The_proxy_that_is_configured_here_logs_no_request()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "deploy", "nginx.conf"), TestContext.Current.CancellationToken);

        Assert.Equal(["access_log off;"], text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("access_log", StringComparison.Ordinal)));
    }

    private async Task<IReadOnlyList<string>> RowsAsync()
    {
        var rows = new List<string>();
        foreach (var table in await database.Owner.ListAsync<string>("select tablename from pg_tables where schemaname = 'public' order by 1"))
        {
            rows.Add($"{table}: {await database.Owner.AskAsync<long>($"select count(*) from {table}")}");
        }

        return rows;
    }
}
