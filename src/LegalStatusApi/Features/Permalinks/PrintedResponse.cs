using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Features.Statuses;

namespace LegalStatusApi.Features.Permalinks;

/// <summary>What became of an answer that was printed.</summary>
/// <param name="Jurisdiction">Code of the place.</param>
/// <param name="Substance">Slug of the substance.</param>
/// <param name="Form">Slug of the form; absent for the substance itself.</param>
/// <param name="On">The law day that was printed.</param>
/// <param name="Revision">The revision from which it was printed.</param>
/// <param name="Verdict">The gravest that is true: corrected before law_changed before annotated before unchanged.</param>
/// <param name="Verdicts">All that is true.</param>
/// <param name="Differences">What the answer for the same day says otherwise now; what stands under layers is what other levels say that bind, under context what treaties and unions say.</param>
/// <param name="Changes">Of each classification behind it: the publications that changed it, how and why.</param>
/// <param name="Law">How the law itself changed since that day; absent where it did not, or where that cannot be said.</param>
/// <param name="Present">Permalink of the answer to the same question now; absent where place, substance or form are no longer on record.</param>
/// <param name="Today">What the answer is for today; absent in the same case.</param>
/// <param name="Notice">What every reuse must say.</param>
public sealed record PrintedResponse(
    string Jurisdiction,
    string Substance,
    string? Form,
    string On,
    long Revision,
    string Verdict,
    IReadOnlyList<string> Verdicts,
    IReadOnlyList<FieldChangeResponse> Differences,
    IReadOnlyList<RecordChange> Changes,
    PrintedLawChange? Law,
    string? Present,
    TodayResponse? Today,
    string Notice)
{
    public static PrintedResponse Of(PrintedAddress address, Printed printed, IEnumerable<RecordChange> changes, DateOnly today, long revision) => new(
        address.Jurisdiction,
        address.Substance,
        address.Form,
        address.On.ToString("yyyy-MM-dd"),
        address.Revision,
        printed.Verdicts[0],
        printed.Verdicts,
        [.. printed.Differences.Select(FieldOf)],
        [.. changes],
        printed.Law is { } law ? PrintedLawChange.Of(law) : null,
        printed.Present is null ? null : address.PresentAt(revision),
        printed.Today is { } answer ? TodayResponse.Of(answer, address.TodayAt(today, revision)) : null,
        Notices.LawOn(address.On));

    public static FieldChangeResponse FieldOf(FieldChange change) => new(change.Field, change.Before, change.After);
}

/// <summary>A publication that changed a classification after it was printed.</summary>
/// <param name="Printed">The revision from which it was printed.</param>
/// <param name="Classification">Stable id of the classification.</param>
/// <param name="Record">Key of the record.</param>
/// <param name="Revision">The publication.</param>
/// <param name="RecordedAt">When it was published.</param>
/// <param name="Kind">added, law_changed, corrected, reverified or withdrawn; absent where the publication does not say.</param>
/// <param name="Reason">Why.</param>
public sealed record RecordChange(
    long Printed, string Classification, string Record, long Revision, DateTimeOffset RecordedAt, string? Kind, string Reason);

/// <summary>The law itself changed.</summary>
/// <param name="Since">When the answer first became another: a partial date, as precisely as the record says.</param>
/// <param name="Differences">What today's answer says otherwise than that of the printed day.</param>
/// <param name="Classification">The classification that holds today.</param>
/// <param name="Instruments">What made that first change: the sources that establish, amend or repeal; none where a law only ended, or where none is on record.</param>
public sealed record PrintedLawChange(
    string Since, IReadOnlyList<FieldChangeResponse> Differences, string Classification, IReadOnlyList<CitationResponse> Instruments)
{
    public static PrintedLawChange Of(LawChange law) => new(
        $"{law.Since}",
        [.. law.Differences.Select(PrintedResponse.FieldOf)],
        law.Record.Id,
        [.. law.Instruments.Select(CitationResponse.Of)]);
}

/// <summary>The answer for today, in short.</summary>
/// <param name="Status">One word of the status vocabulary; unknown with a reason.</param>
/// <param name="Reason">Why it is unknown.</param>
/// <param name="Certainty">How sure the date is.</param>
/// <param name="Verification">How well the record was checked; absent where there is none.</param>
/// <param name="Permalink">Where the whole answer will always be.</param>
public sealed record TodayResponse(string Status, string? Reason, string Certainty, string? Verification, string Permalink)
{
    public static TodayResponse Of(StatusAnswer answer, string permalink) => new(
        answer.Headline.Status, answer.Headline.Reason, answer.Headline.Certainty, answer.Headline.Verification, permalink);
}
