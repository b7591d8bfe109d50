namespace LegalStatusApi.Tests.Features.Maintenance.Desk;

/// <summary>What a maintainer does with a change set at the desk.</summary>
public static class DeskSet
{
    /// <summary>Opens a draft; its address.</summary>
    public static async Task<string> OpenAsync(this DeskBrowser browser, string title = "A proposal", string reason = "A test.")
    {
        await browser.GetAsync("/desk/changesets/new");
        await browser.SendAsync("/desk/changesets/new", ("title", title), ("reason", reason));
        return browser.Expect(200).Address;
    }

    /// <summary>Opens the form of a classification and sends it with these fields changed.</summary>
    public static async Task<DeskBrowser> EditAsync(this DeskBrowser browser, string set, string record, params (string Name, string Value)[] fields)
    {
        var form = $"{set}/classifications/{record}";
        (await browser.GetAsync(form)).Expect(200);
        return await browser.SendAsync(form, fields);
    }

    public static readonly (string Name, string Value)[] Correction = [("change.kind", "corrected"), ("change.reason", "The gazette was read again.")];

    /// <summary>Takes a step on the page of the set.</summary>
    public static async Task<DeskBrowser> StepAsync(this DeskBrowser browser, string set, string step, params (string Name, string Value)[] fields)
    {
        await browser.GetAsync(set);
        return await browser.SendAsync($"{set}/{step}", fields);
    }

    /// <summary>Whether the page offers a step.</summary>
    public static bool Offers(this DeskBrowser browser, string set, string step) => browser.Page.QuerySelector($"form[action='{set}/{step}']") is not null;
}
