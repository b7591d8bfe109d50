using LegalStatusApi.Features.Maintenance.Keys;
using LegalStatusApi.Tests.Support;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Tests.Features.Maintenance.Desk;

/// <summary>Who is let in, with what, and for how long.</summary>
public sealed class SignInTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_key_signs_in_and_the_page_says_who_and_what_they_may()
    {
        await using var api = await StartAsync();

        var browser = await DeskBrowser.SignInAsync(api, database, "Ada", "propose", "review");

        Assert.Equal("/desk", browser.Address);
        Assert.Contains("You are signed in as Ada.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Publish (your key may not)", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Propose (your key may not)", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("revoked")]
    [InlineData("expired")]
    [InlineData("no key at all")]
    [InlineData("")]
    public async Task A_key_that_is_not_valid_signs_nobody_in_and_the_page_does_not_say_why(string what)
    {
        await using var api = await StartAsync();
        var key = what switch { "unknown" => KeyToken.New().ToString(), "revoked" or "expired" => await database.KeyAsync($"Former {what}", "propose"), _ => what };
        await database.Owner.TamperAsync(what == "revoked"
            ? "update api_key set revoked_at = now() where maintainer in (select id from maintainer where name = 'Former revoked')"
            : "update api_key set created_at = now() - interval '2 days', expires_at = now() - interval '1 day' where maintainer in (select id from maintainer where name = 'Former expired')");

        var browser = await new DeskBrowser(api).SignInAsync(key);

        browser.Expect(401);
        Assert.Contains("This key is not valid: it is mistyped, expired or revoked.", browser.Text, StringComparison.Ordinal);
        Assert.False(browser.Cookies.ContainsKey("desk"));
        Assert.Equal("", browser.Value("key"));
    }

    [Theory]
    [InlineData("http", false)]
    [InlineData("https", true)]
    [Privacy("A cookie for the desk alone holds your key, sealed, for twelve hours.")]
    public async Task The_cookie_is_for_the_desk_alone_and_the_key_cannot_be_read_in_it(string scheme, bool isSecure)
    {
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        api.Client.BaseAddress = new Uri($"{scheme}://localhost");
        var key = await database.KeyAsync("Ada", "propose");
        var browser = await new DeskBrowser(api).GetAsync("/desk");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/sign-in");
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = browser.Token, ["key"] = key });
        request.Headers.Add("Cookie", $"desk-form={browser.Cookies["desk-form"]}");

        using var answer = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(303, (int)answer.StatusCode);
        var cookie = SetCookieHeaderValue.ParseList([.. answer.Headers.GetValues("Set-Cookie")]).Single(each => each.Name == (isSecure ? "__Secure-desk" : "desk"));
        Assert.Equal((true, SameSiteMode.Strict, isSecure, "/desk", null, null),
            (cookie.HttpOnly, cookie.SameSite, cookie.Secure, cookie.Path.ToString(), cookie.Expires, cookie.MaxAge));
        Assert.Null(cookie.Domain.Value);
        var secret = key.Split('_')[2];
        Assert.DoesNotContain(secret, cookie.Value.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(secret))[..20], cookie.Value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_revoked_is_out_at_once()
    {
        await using var api = await StartAsync();
        var browser = await DeskBrowser.SignInAsync(api, database, "Rea", "propose");
        (await browser.GetAsync("/desk/changesets")).Expect(200);
        await browser.GetAsync("/desk/changesets/new");
        await database.Owner.TamperAsync("update api_key set revoked_at = now() where maintainer in (select id from maintainer where name = 'Rea')");

        (await browser.SendAsync("/desk/changesets/new", ("title", "One"), ("reason", "So."))).Expect(401);

        Assert.False(browser.Cookies.ContainsKey("desk"));
        (await browser.GetAsync("/desk/changesets")).Expect(401);
        Assert.NotNull(browser.Page.QuerySelector("input[name=key][type=password][autocomplete=off]"));
        Assert.Equal(0, await database.Owner.AskAsync<long>("select count(*) from changeset"));
    }

    [Fact]
    public async Task Whoever_signs_out_is_out()
    {
        await using var api = await StartAsync();
        var browser = await DeskBrowser.SignInAsync(api, database, "Ada", "propose");

        await browser.SendAsync("/desk/sign-out");

        Assert.False(browser.Cookies.ContainsKey("desk"));
        (await browser.GetAsync("/desk/changesets")).Expect(401);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_opens_nothing_after_signing_out()
    {
        await using var api = await StartAsync();
        var browser = await DeskBrowser.SignInAsync(api, database, "Ada", "propose");
        var copy = browser.Cookies["desk"];
        await browser.SendAsync("/desk/sign-out");
        var thief = new DeskBrowser(api);
        thief.Cookies["desk"] = copy;

        (await thief.GetAsync("/desk/changesets")).Expect(401);
    }

    [Theory]
    [InlineData(11, 200)]
    [InlineData(13, 401)]
    public async Task One_is_signed_in_for_a_working_day(int hours, int status)
    {
        await using var api = await StartAsync();
        var browser = await DeskBrowser.SignInAsync(api, database, "Ada", "propose");

        api.Clock.Now = TestApi.Now.AddHours(hours);

        (await browser.GetAsync("/desk/changesets")).Expect(status);
    }

    [Fact]
    public async Task After_a_restart_everybody_signs_in_again()
    {
        await using var api = await StartAsync();
        var browser = await DeskBrowser.SignInAsync(api, database, "Ada", "propose");
        await using var other = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);

        var same = new DeskBrowser(other);
        same.Cookies["desk"] = browser.Cookies["desk"];

        (await same.GetAsync("/desk/changesets")).Expect(401);
    }

    [Fact]
    public async Task Signing_in_leads_to_the_page_that_was_asked_for()
    {
        await using var api = await StartAsync();
        var browser = await new DeskBrowser(api).GetAsync("/desk/changesets?state=draft&author=");

        browser.Expect(401);
        await browser.SendAsync("/desk/sign-in", ("key", await database.KeyAsync("Ada", "propose")));

        Assert.Equal("/desk/changesets?state=draft&author=", browser.Expect(200).Address);
    }

    [Theory]
    [InlineData("https://elsewhere.example/desk")]
    [InlineData("//elsewhere.example")]
    [InlineData("/desk//elsewhere.example/..\\x")]
    [InlineData("/desk\r\nSet-Cookie: a=b")]
    [InlineData("/deskelsewhere")]
    [InlineData("/v1/")]
    public async Task Signing_in_leads_nowhere_else(string next)
    {
        await using var api = await StartAsync();
        var browser = await new DeskBrowser(api).GetAsync("/desk");

        await browser.SendAsync("/desk/sign-in", ("key", await database.KeyAsync("Ada", "propose")), ("next", next));

        Assert.Equal("/desk", browser.Expect(200).Address);
    }

    [Fact]
    public async Task The_cookie_opens_the_desk_alone_and_a_header_does_not_open_it()
    {
        await using var api = await StartAsync();
        var key = await database.KeyAsync("Ada", "propose");
        var browser = await new DeskBrowser(api).SignInAsync(key);

        using var byCookie = await api.SendAsync("/v1/changesets", ("Cookie", $"desk={browser.Cookies["desk"]}"));
        using var byHeader = await api.SendAsync("/desk/changesets", ("Authorization", $"Bearer {key}"));

        Assert.Equal((401, 401), ((int)byCookie.StatusCode, (int)byHeader.StatusCode));
    }

    private async Task<TestApi> StartAsync()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "2000-01-01").Rows);
        return await TestApi.StartAsync(database.Reader, writer: database.Writer);
    }
}
