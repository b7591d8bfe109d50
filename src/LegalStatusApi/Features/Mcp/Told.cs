using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;

namespace LegalStatusApi.Features.Mcp;

// What every tool tells before the status word.

/// <summary>Whose law it is.</summary>
/// <param name="Code">Code of the place.</param>
/// <param name="Name">Its name.</param>
/// <param name="Inherited">It stands above the place that was asked about.</param>
public sealed record ToldLevel(string Code, string Name, bool? Inherited = null)
{
    public static ToldLevel Of(Place place, bool? inherited = null) => new(place.Code, place.Name, inherited);

    public override string ToString() => $"{Name} ({Code}){(Inherited == true ? ", above the place asked about" : "")}";
}

/// <summary>How well it was checked.</summary>
/// <param name="Value">The word of the vocabulary; absent where there is nothing to check.</param>
/// <param name="IsLead">It was not checked in the law itself: something to confirm, not an answer.</param>
/// <param name="Meaning">The same as a sentence.</param>
/// <param name="VerifiedOn">The day on which it was last checked.</param>
/// <param name="ReviewDue">The day by which it should be checked again.</param>
/// <param name="Disputed">What good sources disagree about.</param>
public sealed record ToldCheck(string? Value, bool IsLead, string Meaning, string? VerifiedOn, string? ReviewDue, string? Disputed)
{
    private static readonly ToldCheck Nothing = new(null, false, "No record answers this, so there is nothing that could have been checked.", null, null, null);

    public static ToldCheck Of(Classification? said) => said is null ? Nothing : new(
        said.Verification,
        said.IsLead,
        (said.IsLead ? "Not checked in the law itself. " : "") + Vocabulary.Verification[said.Verification].Meaning,
        said.VerifiedOn?.ToString("yyyy-MM-dd"),
        said.ReviewDue?.ToString("yyyy-MM-dd"),
        said.Disputed);

    public override string ToString() => $"{(Value is null ? "" : $"{Value}. ")}{Meaning}"
        + (VerifiedOn is null ? "" : $" Last checked on {VerifiedOn}, to be checked again by {ReviewDue}.")
        + (Disputed is null ? "" : $" Disputed: {Disputed}");
}

/// <summary>Conflicts between levels of law, as they are told.</summary>
public static class ToldConflicts
{
    public static IReadOnlyList<ConflictResponse> Of(StatusAnswer answer) =>
        [.. answer.Conflicts.Select(conflict => ConflictResponse.Of(conflict, answer.Headline.Layer!.Place))];

    /// <summary>Those of the day on which a record begins to hold, as it is seen from the place itself; null where it heads no answer then.</summary>
    public static IReadOnlyList<ConflictResponse>? At(Stack stack, Classification record, DateOnly? day, DateOnly today)
    {
        var form = stack.Substance.Forms.FirstOrDefault(form => form.Slug == record.Form);
        return day is { } on && StatusAnswer.Of(stack, form, on, on > today) is { } answer && answer.Headline.Record?.Id == record.Id ? Of(answer) : null;
    }

    public static string Line(IReadOnlyList<ConflictResponse>? conflicts) => conflicts switch
    {
        null => "not compared.",
        [] => "none on record between the levels that apply.",
        _ => string.Join(" ", conflicts.Select(conflict => $"[{conflict.Kind} {conflict.Level}] {conflict.Why}")),
    };
}

/// <summary>On what authority, in short.</summary>
/// <param name="Title">Title of the source.</param>
/// <param name="OfficialCitation">Its official citation.</param>
/// <param name="Pinpoint">Where in it.</param>
/// <param name="Role">What it does for the record.</param>
/// <param name="Read">Was the text itself seen?</param>
/// <param name="Url">Where it stands, if known.</param>
public sealed record ToldSource(string Title, string? OfficialCitation, string? Pinpoint, string Role, bool Read, string? Url)
{
    public static IReadOnlyList<ToldSource>? Of(Classification? record) => record is null ? null :
        [.. record.Citations.Select(each => new ToldSource(each.Title, each.OfficialCitation, each.Pinpoint, each.Role, each.Read, each.Url))];
}
