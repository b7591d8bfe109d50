namespace LegalStatusApi.Features.Maintenance.Review;

/// <summary>Something that is to be looked at again.</summary>
/// <param name="Id">Stable: the same kind of doubt about the same thing always has the same id.</param>
/// <param name="Kind">Why it is in the queue.</param>
/// <param name="Jurisdiction">The place.</param>
/// <param name="Substance">The substance.</param>
/// <param name="Form">The form; absent = the substance.</param>
/// <param name="Record">The classification, lead or pending law that it is about.</param>
/// <param name="ReportKind">Of a report: what the reader says is wrong. The text itself is not public.</param>
/// <param name="Since">The day from which it is in the queue.</param>
/// <param name="WhatWouldSettleIt">What to do.</param>
/// <param name="State">open, claimed or settled.</param>
/// <param name="ClaimedBy">The maintainer who works on it.</param>
/// <param name="SettledOn">Of a settled item: the day.</param>
/// <param name="SettledBy">The maintainer who settled it.</param>
/// <param name="How">What settled it; of a report it is not public, as it may quote the reader.</param>
public sealed record ReviewItem(
    string Id, string Kind, string Jurisdiction, string Substance, string? Form, ReviewedRecord? Record, string? ReportKind, DateOnly Since,
    string WhatWouldSettleIt, string State, string? ClaimedBy, DateOnly? SettledOn, string? SettledBy, string? How);

/// <summary>A record that is named.</summary>
/// <param name="Id">Its stable id.</param>
/// <param name="Key">Its key.</param>
public sealed record ReviewedRecord(string Id, string Key);
