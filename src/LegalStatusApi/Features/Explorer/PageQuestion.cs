using System.Globalization;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Explorer;

/// <summary>What every page about the law can be asked: the day, the form and the revision, as its address has them.</summary>
public static class PageQuestion
{
    /// <summary>
    /// The question, or null with the mistakes in <paramref name="check"/>. A form of a page sends fields that were left empty, which is no
    /// mistake there: they are as if they were not sent.
    /// </summary>
    public static StatusQuestion? Read(Check check, TimeProvider clock, string? on, string? form, string? revision)
    {
        var question = StatusQuestion.Read(check, clock, NullIfEmpty(on), NullIfEmpty(form), NullIfEmpty(revision), null);
        return check.Failed ? null : question;
    }

    public static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>The address of a page on the same day and at the same revision, where they were asked for.</summary>
    public static string Address(this StatusQuestion question, string path, params (string Name, string? Value)[] asked) => Address(
        path, [.. asked, ("on", question.OnWasGiven ? question.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null), ("revision", RevisionOf(question))]);

    /// <summary>The revision asked for; null for the latest.</summary>
    public static string? RevisionOf(StatusQuestion question) => question.Asked.Number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The address of a page with what it was asked.</summary>
    public static string Address(string path, params (string Name, string? Value)[] asked)
    {
        var given = asked.Where(each => !string.IsNullOrEmpty(each.Value)).Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value!)}").ToList();
        return given.Count == 0 ? path : $"{path}?{string.Join('&', given)}";
    }
}
