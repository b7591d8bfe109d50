namespace LegalStatusApi.Domain.Claims;

/// <summary>Something that was said of the law, as it can be judged.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Said">A word of the table, or a class by its name.</param>
/// <param name="Activity">What it is said of; null for the substance as such.</param>
public sealed record Claim(string Text, IClaimed Said, string? Activity)
{
    /// <summary>The claim of a text; null where the text is neither a word of the table nor a class.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="activity">What it is said of.</param>
    /// <param name="stack">Whose classes may be meant; null where the place is not known.</param>
    public static Claim? Read(string text, string? activity, Stack? stack)
    {
        var recorded = stack?.Classifications.Select(record => record.Schedule).OfType<string>() ?? [];
        IClaimed? said = ClaimWords.Find(text);
        said ??= ClaimedClass.Find(text, recorded);
        return said is null ? null : new Claim(text, said, activity);
    }
}
