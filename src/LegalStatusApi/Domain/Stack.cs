namespace LegalStatusApi.Domain;

/// <summary>
/// Everything one revision says of a substance in a place and in the places above it, for every date at once: what
/// Features/Statuses/FetchLevels.sql brings, and all that an answer is made of.
/// </summary>
/// <param name="Days">Of a place with many periods: the days of which it is everything; null = all.</param>
public sealed record Stack(
    Revision Revision,
    string Jurisdiction,
    Substance Substance,
    IReadOnlyList<Place> Places,
    IReadOnlyList<ParentLink> Links,
    IReadOnlyList<Classification> Classifications,
    IReadOnlyList<Lead> Leads,
    IReadOnlyList<PendingLaw> Pending,
    IReadOnlyList<Participation> Participations,
    SomeDays? Days = null)
{
    /// <summary>Whether it says all that there is to say of a day; null = of every day.</summary>
    public bool Covers(DateOnly? day) => Days is null || (day >= Days.First && day <= Days.Last);
}

/// <summary>Days from a first to a last.</summary>
public sealed record SomeDays(DateOnly First, DateOnly Last);

public sealed record Revision(long Number, DateTimeOffset RecordedAt);

public sealed record Place(string Code, string Name, string Type);

public sealed record ParentLink(string Jurisdiction, string Parent, string Law, PartialDate? From = null, PartialDate? To = null)
{
    public bool Applies => Law == "applies";

    // A link whose day is not known exactly is followed on every day on which it may hold.
    public bool HoldsOn(DateOnly day) => new Period(From, To).IsPossibleOn(day);
}

public sealed record Substance(string Slug, string Name, IReadOnlyList<Form> Forms);

/// <param name="FallsBack">Where a place says nothing of the form, what it says of the substance counts.</param>
public sealed record Form(string Slug, string Name, bool FallsBack);

public sealed record Classification(
    string Id,
    string Key,
    string Jurisdiction,
    string Substance,
    string? Form,
    PartialDate? From,
    PartialDate? To,
    DateOnly? AttestedFrom,
    string Status,
    string? Schedule,
    IReadOnlyDictionary<string, string> Activities,
    string MedicalAccess,
    IReadOnlyList<Threshold> Thresholds,
    Conditions? Conditions,
    string Summary,
    string Verification,
    DateOnly? VerifiedOn,
    DateOnly? ReviewDue,
    string? Disputed,
    long RecordedIn,
    IReadOnlyList<Citation> Citations)
{
    public Period Period => new(From, To, AttestedFrom);

    /// <summary>Not checked in the law or by a reliable second hand.</summary>
    public bool IsLead => Verification is VerificationTerm.Treaty or VerificationTerm.Unverified;

    /// <summary>Nobody should act on a lead: one that is freer than medicines law heads no answer and is compared with none.</summary>
    public bool MayBeRelied => !(IsLead && Strictness.IsFreerThanPrescriptionOnly(Status));

    /// <summary>It bars the licensed businesses of a program alone: a city or county that opts out says nothing of who has the substance (CODEBOOK, statuses).</summary>
    public bool BarsBusinessesAlone => Status == StatusTerm.Prohibited && JurisdictionCode.IsOfCountyOrCity(Jurisdiction)
        && Activities.Count > 0 && Activities.All(activity => activity is { Key: "supply" or "production" or "cultivation", Value: "not_permitted" });

    /// <summary>Its status as words, with what it is of where that is not all that the word says.</summary>
    public string StatusInWords => Wording.Plain(Status) + (BarsBusinessesAlone ? $", {Wording.BusinessesOnly}" : "");
}

/// <summary>An amount that the law names. Amounts on different bases cannot be compared.</summary>
/// <param name="Activity">The activity it is about; absent = possession, or as the summary says.</param>
/// <param name="Quantity">The amount, in <paramref name="Unit"/>.</param>
/// <param name="Unit">UCUM unit; countable things as annotations: <c>{tab}</c>, <c>{dose}</c>.</param>
/// <param name="Basis">Measured of: pure, mixture, dose, plant.</param>
/// <param name="Effect">What crossing it changes.</param>
/// <param name="Below">What the act is below the amount.</param>
/// <param name="Above">What it is above.</param>
public sealed record Threshold(
    decimal Quantity, string Unit, string Basis, string Effect, string? Activity = null, string? Below = null, string? Above = null);

/// <summary>Who, where, under whose supervision.</summary>
/// <param name="MinimumAge">Years.</param>
/// <param name="Setting">Where.</param>
/// <param name="Prescriber">Who may prescribe or give it.</param>
/// <param name="Supervision">Under whose supervision.</param>
/// <param name="Residency">Who must live where.</param>
/// <param name="Indications">What for: terms of the vocabulary.</param>
public sealed record Conditions(
    int? MinimumAge = null,
    string? Setting = null,
    string? Prescriber = null,
    string? Supervision = null,
    string? Residency = null,
    IReadOnlyList<string>? Indications = null);

/// <summary>A record rests on this version of this source, at this pinpoint, in this role.</summary>
/// <param name="Id">Stable id of the citation.</param>
/// <param name="Source">Key of the source.</param>
/// <param name="Version">Number of the source version.</param>
/// <param name="Role">What the source does for the record.</param>
/// <param name="Pinpoint">Where in the source.</param>
/// <param name="Class">The class that this instrument gives.</param>
/// <param name="FrozenOn">With <c>incorporates</c>: the day at which the other list is frozen; absent = it follows changes.</param>
/// <param name="Type">Kind of source.</param>
/// <param name="Title">Title of the source.</param>
/// <param name="OfficialCitation">Official citation of the source.</param>
/// <param name="Url">Where that version stands, if known.</param>
/// <param name="ArchiveUrl">An archived copy, if known.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="PublishedOn">When it was published; may be partial.</param>
/// <param name="RetrievedOn">When someone looked.</param>
/// <param name="Read">Was the text itself seen?</param>
public sealed record Citation(
    string Id,
    string Source,
    int Version,
    string Role,
    string? Pinpoint,
    string? Class,
    DateOnly? FrozenOn,
    string Type,
    string Title,
    string? OfficialCitation,
    string? Url,
    string? ArchiveUrl,
    string? Publisher,
    PartialDate? PublishedOn,
    DateOnly? RetrievedOn,
    bool Read,
    string? Language = null);

/// <summary>Something to find out, on which no answer rests.</summary>
public sealed record Lead(string Id, string Jurisdiction, string? Form, string Summary, string ToCheck);

public sealed record PendingLaw(
    string Id,
    string Jurisdiction,
    string? Form,
    string Kind,
    string Title,
    PartialDate? ExpectedOn,
    string Summary,
    IReadOnlyList<Citation> Citations);

/// <summary>A place in a treaty, or known not to be.</summary>
public sealed record Participation(string Jurisdiction, string Treaty, bool Party, PartialDate? From = null, PartialDate? To = null)
{
    public string BindingOn(DateOnly day)
    {
        var period = new Period(From, To);
        return !Party ? "no" : From is null ? "unknown" : period.IsCertainOn(day) ? "yes" : period.IsPossibleOn(day) ? "unknown" : "no";
    }
}
