using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Desk;

/// <summary>A browser at the desk that runs no script: it keeps cookies, follows what leads on, and sends the forms of the page that it shows.</summary>
public sealed class DeskBrowser(HttpClient client)
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public DeskBrowser(TestApi api)
        : this(api.Client)
    {
    }

    public int Status { get; private set; }

    public string Html { get; private set; } = "";

    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>Where it is after all that led on.</summary>
    public string Address { get; private set; } = "";

    public HttpResponseMessage Answer { get; private set; } = null!;

    /// <summary>Headers that it sends with every request.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    public IDictionary<string, string> Cookies => _cookies;

    public string Text => string.Join(' ', Page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static Task<DeskBrowser> SignInAsync(TestApi api, TestDatabase database, string name, params string[] scopes) => SignInAsync(api.Client, database, name, scopes);

    /// <param name="client">It neither follows what leads on nor keeps cookies.</param>
    public static async Task<DeskBrowser> SignInAsync(HttpClient client, TestDatabase database, string name, params string[] scopes)
    {
        var browser = new DeskBrowser(client);
        await browser.SignInAsync(await database.KeyAsync(name, scopes));
        return browser.Expect(200);
    }

    public async Task<DeskBrowser> SignInAsync(string key)
    {
        await GetAsync("/desk");
        return await SendAsync("/desk/sign-in", ("key", key));
    }

    public DeskBrowser Expect(int status)
    {
        Assert.True(Status == status, $"{Address}: expected {status}, got {Status}: {Page.QuerySelector("main")?.TextContent}");
        return this;
    }

    public Task<DeskBrowser> GetAsync(string address) => GoAsync(HttpMethod.Get, address, null);

    /// <summary>Sends the form of the page with this address, its fields as they stand but for those that are given.</summary>
    public Task<DeskBrowser> SendAsync(string action, params (string Name, string Value)[] fields)
    {
        var form = FormOf(action);
        Assert.True(form is not null, $"{Address} has no form {action}: {string.Join(", ", Page.QuerySelectorAll("form").Select(each => each.GetAttribute("action")))}");
        var given = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return GoAsync(HttpMethod.Post, action, [.. FieldsOf(form).Where(field => !given.Contains(field.Name)), .. fields.Where(field => field.Value.Length > 0)]);
    }

    /// <summary>The form of the page with this address.</summary>
    public IHtmlFormElement? FormOf(string action) => Page.Forms.FirstOrDefault(each => each.GetAttribute("action") == action);

    /// <summary>Sends what no page offers.</summary>
    public Task<DeskBrowser> PostAsync(string address, params (string Name, string Value)[] fields) => GoAsync(HttpMethod.Post, address, fields);

    /// <summary>The token of the page that it shows.</summary>
    public string Token => Page.QuerySelector("input[name=token]")!.GetAttribute("value")!;

    public string Value(string field) => Page.QuerySelector($"main [name=\"{field}\"]") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => throw new InvalidOperationException($"{Address} has no field {field}."),
    };

    /// <summary>What stands beside a field that is wrong.</summary>
    public string? Mistake(string field)
    {
        var element = Page.QuerySelector($"main [name=\"{field}\"]")!;
        Assert.Equal("true", element.GetAttribute("aria-invalid"));
        return element.ParentElement!.QuerySelector(".mistake")?.TextContent;
    }

    public static IEnumerable<(string Name, string Value)> FieldsOf(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name.Length: > 0, Type: not ("submit" or "checkbox") } input:
                    yield return (input.Name, input.Value);
                    break;
                case IHtmlInputElement { Name.Length: > 0, Type: "checkbox", IsChecked: true } box:
                    yield return (box.Name, box.Value);
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    yield return (area.Name, area.Value);
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select:
                    yield return (select.Name, select.Value ?? "");
                    break;
            }
        }
    }

    private async Task<DeskBrowser> GoAsync(HttpMethod method, string address, (string Name, string Value)[]? fields)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Content = fields is null ? null : new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        if (_cookies.Count > 0 && address.StartsWith("/desk", StringComparison.Ordinal))
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        foreach (var (name, value) in Headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        Answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        // What a page is to say of what was just done is no part of where it is.
        (Status, Address) = ((int)Answer.StatusCode, address.Split("?saved=")[0]);
        Keep(Answer);
        Html = await Answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Page = new HtmlParser().ParseDocument(Html);
        return Status == 303 ? await GetAsync(Answer.Headers.Location!.ToString()) : this;
    }

    private void Keep(HttpResponseMessage answer)
    {
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var left, var right] ? (left, right) : default;
            if (value.Length == 0)
            {
                _cookies.Remove(name);
            }
            else
            {
                _cookies[name] = value;
            }
        }
    }
}
