using System.Net.Http.Json;
using LegalStatusApi.Features.Maintenance.Review;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>The form by which readers report mistakes: nothing that was typed is lost by a refusal.</summary>
public sealed class ReportFormTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly (string Name, string Value)[] Good =
        [("jurisdiction", "DE"), ("substance", "psilocybin"), ("form", "mushrooms"), ("kind", "wrong_date"), ("on", "2024-01-01"), ("text", "It is <b>not</b> so.")];

    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Given.Substances().Place("DE").Rows);
        }

        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task A_report_that_is_taken_is_in_the_queue_and_its_page_is_kept_by_nobody()
    {
        using var answer = await SendAsync(Good);

        Assert.Equal(303, (int)answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var id = (await _api.PageAsync(answer.Headers.Location!.ToString())).TextOf("[role=status] code");
        Assert.Equal(("It is <b>not</b> so.", "mushrooms"), Assert.Single(await database.Owner.ListAsync<(string, string)>($"select text, form from report where id = '{id}'")));
    }

    [Theory]
    [InlineData("jurisdiction", "D3", 422, "jurisdiction")]
    [InlineData("jurisdiction", "ZZ", 422, "ZZ")]
    [InlineData("jurisdiction", "", 422, "jurisdiction")]
    [InlineData("substance", "heroin", 422, "heroin")]
    [InlineData("form", "chocolate", 422, "chocolate")]
    [InlineData("kind", "angry", 422, "kind")]
    [InlineData("on", "yesterday", 422, "on")]
    [InlineData("text", "", 422, "text")]
    [InlineData("text", "LONG", 422, "2000")]
    [InlineData("text", "a\u0007b", 422, "text")]
    public async Task What_was_typed_stays_in_the_form_that_is_not_taken(string field, string value, int status, string named)
    {
        value = value == "LONG" ? new string('é', 2_001) : value;
        var typed = Good.Select(each => each.Name == field ? (each.Name, value) : each).ToArray();
        var before = await database.Owner.AskAsync<int>("select count(*) from report");

        using var answer = await SendAsync(typed);
        var page = await answer.PageAsync(status);

        Assert.Contains(named, page.TextOf("[role=alert]"), StringComparison.Ordinal);
        foreach (var (name, said) in typed)
        {
            var shown = page.QuerySelector($"main [name={name}]")!;
            var stands = name switch
            {
                "text" => shown.TextContent,
                "substance" or "kind" => shown.QuerySelector("option[selected]")?.GetAttribute("value"),
                _ => shown.GetAttribute("value"),
            };
            // A choice holds only what can be chosen.
            Assert.Equal(name == field && (name is "substance" or "kind") ? null : said, stands);
        }

        Assert.Equal(before, await database.Owner.AskAsync<int>("select count(*) from report"));
    }

    [Fact]
    public async Task The_eleventh_report_of_a_day_is_refused_and_its_text_stays()
    {
        // A service that has counted no report yet.
        _api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        for (var number = 1; number <= ReportLimits.MostOfOneClient; number++)
        {
            using var taken = await SendAsync(Good);
            Assert.Equal(303, (int)taken.StatusCode);
        }

        using var answer = await SendAsync(Good);

        var page = await answer.PageAsync(429);
        Assert.Equal(TimeSpan.FromHours(12), answer.Headers.RetryAfter?.Delta);
        Assert.Contains("Try again tomorrow", page.TextOf("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("It is <b>not</b> so.", page.QuerySelector("textarea")!.TextContent);
    }

    [Theory]
    [InlineData("place de")]
    [InlineData(" Place DE ")]
    [InlineData("de")]
    public async Task A_place_may_be_called_by_its_name(string place)
    {
        using var answer = await SendAsync([.. Good.Where(each => each.Name != "jurisdiction"), ("jurisdiction", place)]);

        Assert.Equal(303, (int)answer.StatusCode);
        var id = answer.Headers.Location!.ToString().Split('=')[1];
        Assert.Equal("DE", await database.Owner.AskAsync<string>($"select jurisdiction from report where id = '{id}'"));
    }

    [Fact]
    public async Task Reviewers_see_which_revision_the_reader_looked_at()
    {
        var form = await _api.PageAsync($"/report?about={Uri.EscapeDataString("/places/DE/lsd?revision=1")}&revision=3");
        var shown = (await _api.PageAsync("/places/DE")).QuerySelectorAll("footer a").Select(link => link.GetAttribute("href")).Single(link => link!.StartsWith("/report", StringComparison.Ordinal));

        using var answer = await SendAsync([.. Good, ("revision", "1")]);

        Assert.Equal("1", form.QuerySelector("main [name=revision]")!.GetAttribute("value"));
        Assert.Equal("1", (await _api.PageAsync(shown!)).QuerySelector("main [name=revision]")!.GetAttribute("value"));
        var id = answer.Headers.Location!.ToString().Split('=')[1];
        Assert.Equal("It is <b>not</b> so.\n\n(Seen at revision 1 of the record.)", await database.Owner.AskAsync<string>($"select text from report where id = '{id}'"));
    }

    [Fact]
    public async Task A_text_that_leaves_no_room_for_the_revision_is_kept_whole()
    {
        var text = new string('a', 1_990);

        using var answer = await SendAsync([.. Good.Where(each => each.Name != "text"), ("text", text), ("revision", "1")]);

        var id = answer.Headers.Location!.ToString().Split('=')[1];
        Assert.Equal(text, await database.Owner.AskAsync<string>($"select text from report where id = '{id}'"));
    }

    [Fact]
    public async Task A_revision_that_is_none_is_refused()
    {
        using var answer = await SendAsync([.. Good, ("revision", "one")]);

        Assert.Contains("revision", (await answer.PageAsync(422)).TextOf("[role=alert]"), StringComparison.Ordinal);
        Assert.Contains("revision", (await _api.PageAsync("/report?revision=one", 400)).TextOf("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_stays_where_the_service_refuses_before_it_looks_at_the_form()
    {
        _api = await TestApi.StartAsync(database.Reader, builder =>
        {
            builder.Configuration["RateLimits:Enabled"] = "true";
            builder.Configuration["RateLimits:PerMinute"] = "1";
            builder.Configuration["RateLimits:Burst"] = "1";
        }, database.Writer);
        using var first = await SendAsync(Good);

        using var answer = await SendAsync(Good);
        var page = await answer.PageAsync(429);

        Assert.Equal("It is <b>not</b> so.", page.QuerySelector("textarea")!.TextContent);
        Assert.Equal(("DE", "mushrooms"), (page.QuerySelector("main [name=jurisdiction]")!.GetAttribute("value"), page.QuerySelector("main [name=form]")!.GetAttribute("value")));
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/report");
        request.Content = new FormUrlEncodedContent(Good.ToDictionary(each => each.Name, each => each.Value));
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        var before = await database.Owner.AskAsync<int>("select count(*) from report");

        using var answer = await _api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Equal(before, await database.Owner.AskAsync<int>("select count(*) from report"));
    }

    [Theory]
    [InlineData("/changes?kind=law", "Seen on /changes?kind=law\n")]
    [InlineData("/sources/de-btmg", "Seen on /sources/de-btmg\n")]
    [InlineData("https://elsewhere.example/changes", "")]
    [InlineData("/places/DE/lsd", "")]
    public async Task What_names_no_place_stands_in_the_text(string about, string text) =>
        Assert.Equal(text.Trim(), (await _api.PageAsync($"/report?about={Uri.EscapeDataString(about)}")).QuerySelector("textarea[name=text]")!.TextContent.Trim());

    [Theory]
    [InlineData("<b>")]
    [InlineData("a%20b")]
    public async Task Nothing_but_an_id_is_said_to_be_taken(string taken) =>
        Assert.Contains("taken", (await _api.PageAsync($"/report?taken={taken}", 400)).TextOf("main"), StringComparison.Ordinal);

    [Theory]
    [InlineData("a\u0000b", 1)]
    [InlineData("a", 100_000)]
    public async Task A_form_that_cannot_be_read_is_refused(string text, int times)
    {
        using var answer = await SendAsync([.. Good.Where(each => each.Name != "text"), ("text", string.Concat(Enumerable.Repeat(text, times)))]);

        Assert.Contains("could not be read", (await answer.PageAsync(400)).TextOf("main .lead"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_form_is_refused()
    {
        using var json = JsonContent.Create(new { jurisdiction = "DE" });

        using var answer = await _api.Client.PostAsync("/report", json, TestContext.Current.CancellationToken);

        Assert.NotEqual("", (await answer.PageAsync(415)).TextOf("h1"));
    }

    [Theory]
    [InlineData("/places/DE/psilocybin?form=mushrooms&on=2024-01-01&revision=1", "DE psilocybin mushrooms 2024-01-01")]
    [InlineData("/places/US-CO", "US-CO   ")]
    [InlineData("https://elsewhere.example/places/DE/lsd", "DE lsd  ")]
    [InlineData("/changes?kind=law", "   ")]
    [InlineData("not an address: %%%", "   ")]
    public async Task The_form_begins_with_what_the_page_was_about(string about, string filled)
    {
        var page = await _api.PageAsync($"/report?about={Uri.EscapeDataString(about)}");

        Assert.Equal(filled, string.Join(' ', page.QuerySelector("[name=jurisdiction]")!.GetAttribute("value"),
            page.QuerySelector("[name=substance] option[selected]")?.GetAttribute("value"), page.QuerySelector("[name=form]")!.GetAttribute("value"), page.QuerySelector("[name=on]")!.GetAttribute("value")));
    }

    private Task<HttpResponseMessage> SendAsync(IEnumerable<(string Name, string Value)> fields) => _api.Client.PostAsync(
        "/report", new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), TestContext.Current.CancellationToken);
}
