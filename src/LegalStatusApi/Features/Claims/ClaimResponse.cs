using LegalStatusApi.Domain;
using LegalStatusApi.Domain.Claims;
using LegalStatusApi.Features.Records;

namespace LegalStatusApi.Features.Claims;

/// <summary>A claim, what the record makes of it, and the records that decide.</summary>
/// <param name="Jurisdiction">The place.</param>
/// <param name="Substance">Slug of the substance.</param>
/// <param name="Form">Slug of the form asked for; absent for the substance itself.</param>
/// <param name="On">The law day (UTC).</param>
/// <param name="Revision">The revision of the record that decides.</param>
/// <param name="Claim">The word that was checked, as the vocabulary has it; class for a class by its name.</param>
/// <param name="Asked">The claim as it was written.</param>
/// <param name="Activity">What it is said of; absent for the substance as such.</param>
/// <param name="Verdict">What the record makes of it.</param>
/// <param name="Certainty">How sure the date is.</param>
/// <param name="Why">The verdict as a sentence, with what decides.</param>
/// <param name="Say">Plain sentences on the law that day, safe to print.</param>
/// <param name="Avoid">Words that would be wrong.</param>
/// <param name="Records">What each level of law says that binds in the place, most local first.</param>
/// <param name="OtherDates">When else the claim is supported, or true in part.</param>
/// <param name="TrueOf">Where it is not supported: the other forms of which it is on that day; the substance's own slug for the substance itself.</param>
/// <param name="Permalink">Where exactly this answer will always be; absent where the day lies ahead.</param>
/// <param name="Notice">What every reuse must say.</param>
public sealed record ClaimResponse(
    PlaceResponse Jurisdiction,
    string Substance,
    string? Form,
    string On,
    long Revision,
    string Claim,
    string Asked,
    string? Activity,
    string Verdict,
    string Certainty,
    string Why,
    string Say,
    IReadOnlyList<string> Avoid,
    IReadOnlyList<ClaimRecord> Records,
    IReadOnlyList<ClaimDates> OtherDates,
    IReadOnlyList<string> TrueOf,
    string? Permalink,
    string Notice)
{
    public static ClaimResponse Of(ClaimCheck check, string? permalink)
    {
        var answer = check.Answer;
        var wording = Wording.Of(answer);
        return new ClaimResponse(
            PlaceResponse.Of(answer.Place),
            answer.Stack.Substance.Slug,
            answer.Form?.Slug,
            answer.On.ToString("yyyy-MM-dd"),
            answer.Stack.Revision.Number,
            check.Claim.Said.Name,
            check.Claim.Text,
            check.Claim.Activity,
            check.Verdict,
            answer.Headline.Certainty,
            check.Why(),
            wording.Say,
            wording.Avoid,
            [.. check.OnTheDay.Levels.SelectMany(ClaimRecord.Of)],
            [.. check.OtherDates.Select(ClaimDates.Of)],
            [.. check.TrueOf.Select(form => form?.Slug ?? answer.Stack.Substance.Slug)],
            permalink,
            Notices.LawOn(answer.On));
    }
}

/// <summary>A record that binds in the place, and what it makes of the claim by itself.</summary>
/// <param name="Jurisdiction">The level of law.</param>
/// <param name="Verdict">supported, overstated, contradicted or cannot_say; of a lead, which was not checked in the law itself, always cannot_say.</param>
/// <param name="Decides">It was counted: false where it does not speak of what is claimed, or cannot say.</param>
/// <param name="Record">What it says, when it held, and on what authority.</param>
public sealed record ClaimRecord(PlaceResponse Jurisdiction, string Verdict, bool Decides, RecordResponse Record)
{
    public static IEnumerable<ClaimRecord> Of(LevelVerdict level) => level.Records.Select(record => new ClaimRecord(
        PlaceResponse.Of(level.Layer.Place), level.Verdict, level.Verdict != VerdictTerm.CannotSay, RecordResponse.Of(record)));
}

/// <summary>Days on which the claim comes to the same.</summary>
/// <param name="From">First day; absent = since ever.</param>
/// <param name="To">First day on which it is another; absent = from then on.</param>
/// <param name="Verdict">supported or overstated.</param>
public sealed record ClaimDates(string? From, string? To, string Verdict)
{
    public static ClaimDates Of(ClaimSpan span) => new(span.From?.ToString("yyyy-MM-dd"), span.To?.ToString("yyyy-MM-dd"), span.Verdict);
}
