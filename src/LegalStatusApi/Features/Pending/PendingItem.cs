using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;

namespace LegalStatusApi.Features.Pending;

/// <summary>Something that lies ahead. It is not law in force.</summary>
/// <param name="Id">Stable id of the pending law, or of the classification whose day or review lies ahead.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">open or resolved.</param>
/// <param name="Outcome">How a resolved one ended.</param>
/// <param name="Jurisdiction">The place whose law it is about.</param>
/// <param name="Substance">Slug of the substance.</param>
/// <param name="Form">Slug of the form; absent for the substance itself.</param>
/// <param name="Title">One line.</param>
/// <param name="Say">That it is not law, and what it is, in plain sentences.</param>
/// <param name="ExpectedOn">When it may be decided, take effect or end, as precisely as it is known; absent where it is not.</param>
/// <param name="Precision">year, month or day.</param>
/// <param name="Earliest">The earliest day that it may mean.</param>
/// <param name="Latest">The latest day that it may mean.</param>
/// <param name="Overdue">That day has passed, and how it ended is not on record.</param>
/// <param name="MayHaveCome">It is expected some day of a month or year that has begun: it may have happened already, which is not on record.</param>
/// <param name="InCalendar">Whether it is in the calendar too; without any expected day it cannot be.</param>
/// <param name="Status">Of a classification: the status that takes effect or ends.</param>
/// <param name="Schedule">Of a classification: the class or list exactly as that law names it.</param>
/// <param name="Verification">Of a classification: how well it was checked.</param>
/// <param name="Summary">What it would change.</param>
/// <param name="Citations">On what authority.</param>
/// <param name="RecordedIn">The revision that told it so.</param>
public sealed record PendingItem(
    string Id,
    string Kind,
    string State,
    string? Outcome,
    PlaceResponse Jurisdiction,
    string Substance,
    string? Form,
    string Title,
    string Say,
    string? ExpectedOn,
    string? Precision,
    string? Earliest,
    string? Latest,
    bool Overdue,
    bool MayHaveCome,
    bool InCalendar,
    string? Status,
    string? Schedule,
    string? Verification,
    string Summary,
    IReadOnlyList<CitationResponse> Citations,
    long RecordedIn)
{
    public static PendingItem Of(Coming coming, DateOnly on) => new(
        coming.Id,
        coming.Kind,
        coming.State,
        coming.Outcome,
        PlaceResponse.Of(coming.Place),
        coming.Substance,
        coming.Form,
        coming.Name,
        coming.SayOn(on),
        coming.ExpectedOn?.ToString(),
        coming.ExpectedOn?.Precision,
        coming.ExpectedOn?.First.ToString("yyyy-MM-dd"),
        coming.ExpectedOn?.Last.ToString("yyyy-MM-dd"),
        coming.IsOverdueOn(on),
        coming.MayHaveComeOn(on),
        coming.ExpectedOn is not null,
        coming.Record?.Status,
        coming.Record?.Schedule,
        coming.Record?.Verification,
        coming.Summary ?? coming.Record!.Summary,
        [.. coming.Citations.Select(CitationResponse.Of)],
        coming.RecordedIn);
}
