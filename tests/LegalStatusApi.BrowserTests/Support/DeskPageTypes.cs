using Microsoft.Playwright;

namespace LegalStatusApi.BrowserTests.Support;

/// <summary>Every type of page of the maintainers' desk, by the name that tests and screenshots call it; addresses are those of <see cref="PreparedDesk"/>.</summary>
public static class DeskPageTypes
{
    private const string Ada = PreparedDesk.Author;
    private const string Rita = PreparedDesk.Reviewer;
    private const string Olga = PreparedDesk.Everything;

    private static readonly Dictionary<string, DeskPageType> All = new(StringComparer.Ordinal)
    {
        ["sign-in"] = new("/desk", null),
        ["sign-in-needed"] = new("/desk/queue", null, 401),
        ["sign-in-refused"] = new("/desk", null, 401, async page =>
        {
            await page.Locator("input[name=key]").FillAsync("lsk_nonsense");
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        }),
        ["home"] = new("/desk", Olga),
        ["home-of-a-reviewer"] = new("/desk", Rita),
        ["queue"] = new("/desk/queue", Olga),
        ["queue-of-reports"] = new("/desk/queue?kind=report", Rita),
        ["queue-settled"] = new("/desk/queue?state=settled", Olga),
        ["queue-empty"] = new("/desk/queue?kind=dead_source&state=settled", Olga),
        ["queue-refused"] = new("/desk/queue?jurisdiction=nowhere%20at%20all", Olga, 400),
        ["settle-refused"] = new("/desk/queue?kind=report", Rita, 422, page => SendEmptiedAsync(page, "form[action$='/settle']")),
        ["report"] = new("{report}", Rita),
        ["report-settled"] = new("{settled-report}", Rita),
        ["report-not-allowed"] = new("{report}", Ada, 403),
        ["sets"] = new("/desk/changesets", Ada),
        ["not-there"] = new("/desk/changesets/chs_aaaaaaaaaaaaaaaa", Ada, 404),
        ["new"] = new("/desk/changesets/new", Ada),
        ["new-refused"] = new("/desk/changesets/new", Ada, 422, page => SendEmptiedAsync(page, "main form[action='/desk/changesets/new']")),
        ["set-empty"] = new("{empty}", Ada),
        ["set-draft"] = new("{draft}", Ada),
        ["set-saved"] = new("{draft}?saved={record}", Ada),
        ["set-place-refused"] = new("{draft}?place=nowhere%20at%20all", Ada, 400),
        ["set-draft-of-another"] = new("{draft}", Rita),
        ["set-in-review"] = new("{review}", Rita),
        ["set-in-review-of-mine"] = new("{review}", Ada),
        ["set-step-refused"] = new("{review}", Rita, 422, page => SendEmptiedAsync(page, "form[action$='/reject']")),
        ["set-rejected"] = new("{rejected}", Ada),
        ["set-approved"] = new("{approved}", Rita),
        ["set-published"] = new("{published}", Rita),
        ["set-withdrawn"] = new("{withdrawn}", Ada),
        ["set-conflict"] = new("{conflict}", Ada),
        ["place"] = new("{draft}/places/{place}", Ada),
        ["place-of-another"] = new("{draft}/places/{place}", Rita),
        ["general"] = new("{draft}/places/general", Ada),
        ["classification"] = new("{draft}/classifications/{record}", Ada),
        ["classification-new"] = new("{draft}/classifications/{place}/ketamine-9?substance=ketamine", Ada),
        ["classification-refused"] = new("{draft}/classifications/{record}", Ada, 422, page => SendEmptiedAsync(page, "main form.wide")),
        ["lead"] = new("{draft}/leads/{place}/ketamine-lead-9", Ada),
        ["lead-refused"] = new("{draft}/leads/{place}/ketamine-lead-8?substance=ketamine", Ada, 422, page => SendEmptiedAsync(page, "main form.wide")),
        ["pending"] = new("{draft}/pending/{place}/ketamine-pending-9", Ada),
        ["pending-refused"] = new("{draft}/pending/{place}/ketamine-pending-8?substance=ketamine", Ada, 422, page => SendEmptiedAsync(page, "main form.wide")),
        ["place-itself"] = new("{draft}/jurisdictions/{place}", Ada),
        ["place-new"] = new("{draft}/jurisdictions/DE-ZZ", Ada),
        ["place-refused"] = new("{draft}/jurisdictions/DE-ZZ", Ada, 422, page => SendEmptiedAsync(page, "main form.wide")),
        ["source"] = new("{draft}/sources/{source}", Ada),
        ["source-new"] = new("{draft}/places/{place}/sources?key=one-more", Ada),
        ["source-refused"] = new("{draft}/sources/{place}/one-more", Ada, 422, page => SendEmptiedAsync(page, "main form.wide")),
        ["verification"] = new("{draft}/verifications/{other}", Ada),
        ["verification-refused"] = new("{draft}/verifications/{other}", Ada, 422, page => SendEmptiedAsync(page, "main form[action*='/verifications/']")),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static DeskPageType Of(string name) => All[name];

    // As a browser would that knows nothing of required fields.
    private static Task SendEmptiedAsync(IPage page, string form) => page.Locator(form).First.EvaluateAsync("""
        form => {
          form.noValidate = true;
          form.querySelectorAll('input:not([type=hidden]):not([type=checkbox]), textarea').forEach(field => field.value = '');
          form.requestSubmit(form.querySelector('button[value=save]') ?? form.querySelector('button'));
        }
        """);
}

/// <param name="Path">Its address, with the names of what was prepared.</param>
/// <param name="Who">Who is signed in; null: nobody.</param>
/// <param name="Status">What is answered in the end.</param>
/// <param name="Then">What is done on the page at the address to come to this one; it sends a form.</param>
public sealed record DeskPageType(string Path, string? Who, int Status = 200, Func<IPage, Task>? Then = null);
