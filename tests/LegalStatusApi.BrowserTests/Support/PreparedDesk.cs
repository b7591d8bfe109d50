using LegalStatusApi.Tests.Features.Maintenance;
using LegalStatusApi.Tests.Features.Maintenance.Desk;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.BrowserTests.Support;

/// <summary>
/// A service with whatever its maintainers' desk can show: a change set in every state, records of every kind in a draft, readers' reports
/// before and after they were settled.
/// </summary>
public sealed class PreparedDesk : IAsyncDisposable
{
    public const string Author = "Ada";
    public const string Reviewer = "Rita";
    public const string Everything = "Olga";

    private static readonly Dictionary<string, string[]> Scopes = new(StringComparer.Ordinal)
    {
        [Author] = ["propose"], [Reviewer] = ["review", "publish"], [Everything] = ["propose", "review", "publish"],
    };

    private readonly TestDatabase _database;
    private readonly WiredApi _service;
    private readonly HttpClient _client;
    private readonly Subject _subject;
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IEnumerable<Microsoft.Playwright.Cookie>> _signedIn = new(StringComparer.Ordinal);

    private PreparedDesk(TestDatabase database, WiredApi service, Subject subject)
    {
        (_database, _service, _subject) = (database, service, subject);
        _client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = service.Address };
        (_addresses["place"], _addresses["record"], _addresses["other"], _addresses["source"]) = (subject.Place, subject.Record, subject.Other, subject.Source);
    }

    /// <summary>What is worked on.</summary>
    /// <param name="Place">Code of a place.</param>
    /// <param name="Record">A classification of it that the sets change.</param>
    /// <param name="Other">Another classification, which one set publishes and another would change too.</param>
    /// <param name="Source">A source, as addresses of the desk have it: its place and its key.</param>
    /// <param name="TextOf">What is typed into a field of this name.</param>
    public sealed record Subject(string Place, string Record, string Other, string Source, Func<string, string> TextOf);

    public static async Task<PreparedDesk> StartAsync(TestDatabase database, Subject subject)
    {
        var desk = new PreparedDesk(database, await WiredApi.StartAsync(database), subject);
        try
        {
            await desk.PrepareAsync();
            return desk;
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
    }

    /// <summary>An address with the names of what was prepared put in: <c>{draft}/leads/{place}/lsd-9</c>.</summary>
    public string AddressOf(string path) => _addresses.Aggregate(path, (address, each) => address.Replace($"{{{each.Key}}}", each.Value, StringComparison.Ordinal));

    /// <summary>Opens a page of the desk in a window of its own, as whoever it is for, and does there what leads to it.</summary>
    public async Task<Visit> OpenAsync(ChromiumBrowser browser, string name, Action<Microsoft.Playwright.BrowserNewContextOptions>? configure = null)
    {
        var visit = await OpenWindowAsync(browser, DeskPageTypes.Of(name).Who, configure);
        await GoAsync(visit, name);
        return visit;
    }

    /// <summary>Every type of page of the desk, one after the other, in one window for each who is signed in.</summary>
    public async Task EachAsync(ChromiumBrowser browser, Func<string, Visit, Task> look, Action<Microsoft.Playwright.BrowserNewContextOptions>? configure = null)
    {
        foreach (var ofOne in DeskPageTypes.Names.Select(row => row.Data).GroupBy(name => DeskPageTypes.Of(name).Who))
        {
            await using var visit = await OpenWindowAsync(browser, ofOne.Key, configure);
            foreach (var name in ofOne)
            {
                await GoAsync(visit, name);
                await look(name, visit);
            }
        }
    }

    private async Task<Visit> OpenWindowAsync(ChromiumBrowser browser, string? who, Action<Microsoft.Playwright.BrowserNewContextOptions>? configure)
    {
        var visit = await browser.OpenAsync(_service.Address, configure);
        if (who is not null)
        {
            await SignInAsync(visit, who);
        }

        return visit;
    }

    private async Task GoAsync(Visit visit, string name)
    {
        var type = DeskPageTypes.Of(name);
        await visit.GoAsync(AddressOf(type.Path));
        if (type.Then is { } then)
        {
            await visit.Page.EvaluateAsync("() => { window.isBefore = true; }");
            await then(visit.Page);
            await visit.Page.WaitForFunctionAsync("() => !window.isBefore && document.readyState === 'complete'");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _service.DisposeAsync();
    }

    // The cookie that the form gave is everybody's own; a window of its own takes it over.
    private async Task SignInAsync(Visit visit, string who)
    {
        if (_signedIn.TryGetValue(who, out var cookies))
        {
            await visit.Page.Context.AddCookiesAsync(cookies);
            return;
        }

        await visit.GoAsync("/desk");
        await visit.Page.Locator("input[name=key]").FillAsync(await _database.KeyAsync(who, Scopes[who]));
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await visit.Page.GetByText("Sign out").WaitForAsync();
        _signedIn[who] = [.. (await visit.Page.Context.CookiesAsync()).Select(cookie => new Microsoft.Playwright.Cookie
        {
            Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, HttpOnly = cookie.HttpOnly, SameSite = cookie.SameSite,
        })];
    }

    private async Task PrepareAsync()
    {
        var author = await DeskBrowser.SignInAsync(_client, _database, Author, Scopes[Author]);
        var reviewer = await DeskBrowser.SignInAsync(_client, _database, Reviewer, Scopes[Reviewer]);
        _addresses["empty"] = await OpenAsync(author, "empty");
        _addresses["draft"] = await DraftAsync(author);
        _addresses["review"] = await SubmitAsync(author, "review", _subject.Record);
        _addresses["approved"] = await SubmitAsync(author, "approved", _subject.Record);
        (await reviewer.StepAsync(_addresses["approved"], "approve")).Expect(200);
        _addresses["rejected"] = await SubmitAsync(author, "rejected", _subject.Record);
        (await reviewer.StepAsync(_addresses["rejected"], "reject", ("reason", _subject.TextOf("set.rejection")))).Expect(200);
        _addresses["withdrawn"] = await EditAsync(author, "withdrawn", _subject.Record);
        (await author.StepAsync(_addresses["withdrawn"], "withdraw")).Expect(200);
        _addresses["conflict"] = await EditAsync(author, "conflict", _subject.Other);
        _addresses["published"] = await SubmitAsync(author, "published", _subject.Other);
        (await reviewer.StepAsync(_addresses["published"], "approve")).Expect(200);
        (await reviewer.StepAsync(_addresses["published"], "publish")).Expect(200);
        await ReportAsync(reviewer);
    }

    private async Task<string> OpenAsync(DeskBrowser author, string name) =>
        await author.OpenAsync($"{_subject.TextOf("set.title")} ({name})", _subject.TextOf("set.reason"));

    private async Task<string> EditAsync(DeskBrowser author, string name, string record)
    {
        var set = await OpenAsync(author, name);
        (await author.EditAsync(set, record, ("summary", $"{_subject.TextOf("edited.summary")} ({name})"), ("change.kind", "corrected"), ("change.reason", _subject.TextOf("change.reason")))).Expect(200);
        return set;
    }

    private async Task<string> SubmitAsync(DeskBrowser author, string name, string record)
    {
        var set = await EditAsync(author, name, record);
        (await author.StepAsync(set, "submit")).Expect(200);
        return set;
    }

    // A draft with a record of every kind in it.
    private async Task<string> DraftAsync(DeskBrowser author)
    {
        var set = await EditAsync(author, "draft", _subject.Record);
        var (place, text) = (_subject.Place, _subject.TextOf);
        await SaveAsync(author, $"{set}/leads/{place}/ketamine-lead-9?substance=ketamine", ("summary", text("lead.summary")), ("toCheck", text("lead.toCheck")));
        await SaveAsync(author, $"{set}/sources/{place}/{place.ToLowerInvariant()}-read-again",
            ("type", "article"), ("title", text("source.title")), ("citation", text("source.citation")), ("versions[0].publisher", text("version.publisher")),
            ("versions[0].url", "https://gazette.example/1"), ("versions[0].retrievedOn", "2026-11-20"), ("versions[0].read", "true"));
        await SaveAsync(author, $"{set}/pending/{place}/ketamine-pending-9?substance=ketamine",
            ("kind", "bill"), ("title", text("pending.title")), ("summary", text("pending.summary")),
            ("citations[0].source", $"{place.ToLowerInvariant()}-read-again"), ("citations[0].version", "1"), ("citations[0].role", "reports"), ("citations[0].pinpoint", text("citation.pinpoint")));
        return set;
    }

    private static async Task SaveAsync(DeskBrowser author, string form, params (string Name, string Value)[] fields)
    {
        (await author.GetAsync(form)).Expect(200);
        (await author.SendAsync(form.Split('?')[0], [.. fields, ("do", "save")])).Expect(200);
    }

    private async Task ReportAsync(DeskBrowser reviewer)
    {
        var reader = new MaintainerClient(_client, null);
        foreach (var name in new[] { "report", "settled-report" })
        {
            var sent = await reader.PostAsync("/v1/reports", new()
            {
                ["jurisdiction"] = _subject.Place, ["substance"] = "psilocybin", ["kind"] = "wrong_date", ["text"] = _subject.TextOf("report.text"),
            });
            _addresses[name] = $"/desk/reports/{(string)sent.Expect(201).Json["id"]!}";
        }

        await reviewer.GetAsync(_addresses["settled-report"]);
        var settle = _addresses["settled-report"].Replace("/reports/", "/queue/", StringComparison.Ordinal) + "/settle";
        (await reviewer.SendAsync(settle, ("how", _subject.TextOf("settled.how")))).Expect(200);
    }
}
