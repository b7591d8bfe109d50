using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Review;

/// <summary>Which items, in the order of kind and subject.</summary>
public sealed record ReviewQuestion(
    long Revision, DateOnly Today, string[] States, string? Kind = null, string? Jurisdiction = null, string? Substance = null,
    string? AfterKind = null, string? AfterSubject = null, int Take = int.MaxValue);

/// <summary>An item as it was found.</summary>
/// <param name="Subject">What it is about; with its kind what its id is made of.</param>
/// <param name="ChangedIn">The revision that last changed what it is about.</param>
/// <param name="ToCheck">What the record itself says would settle it.</param>
/// <param name="ClaimedBy">Id of the maintainer.</param>
/// <param name="SettledBy">Name of the maintainer.</param>
public sealed record FoundItem(
    string Kind, string Subject, string Jurisdiction, string Substance, string? Form, string? Record, string? Key, string? ReportKind,
    DateOnly Since, long? ChangedIn, string? ToCheck, string State, string? ClaimedBy, string? ClaimedByName,
    DateOnly? SettledOn, string? SettledBy, string? How)
{
    public string Id => Kind == ReviewTerms.Report ? Subject : RecordId.OfReviewItem(Kind, Subject);

    // What settled a report may quote the reader, whose text is for reviewers alone.
    public ReviewItem Item => new(
        Id, Kind, Jurisdiction, Substance, Form, Record is null ? null : new ReviewedRecord(Record, Key!), ReportKind, Since,
        ToCheck ?? ReviewTerms.Kinds[Kind].Meaning, State, State == ReviewTerms.Claimed ? ClaimedByName : null,
        SettledOn, SettledBy, Kind == ReviewTerms.Report ? null : How);
}

/// <summary>Computes the review queue: no item is stored but a reader's report.</summary>
public static class FindReviewItems
{
    public static Task<IReadOnlyList<FoundItem>> FindAsync(NpgsqlConnection connection, ReviewQuestion question, CancellationToken cancellation) =>
        connection.QueryJsonAsync<FoundItem>(SqlFile.Beside(typeof(FindReviewItems), nameof(FindReviewItems)), new
        {
            question.Revision,
            Today = question.Today.ToDateTime(TimeOnly.MinValue),
            question.States,
            question.Kind,
            question.Jurisdiction,
            question.Substance,
            question.AfterKind,
            question.AfterSubject,
            Take = (long)question.Take,
        }, cancellation);
}
