using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LegalStatusApi.Dataset;

/// <summary>
/// One row of the data set, as the view recorded_row shows it and as sql/seed says it: the shape that reading, import,
/// the hash chain and export share. Serialized (<see cref="Json"/>) it equals the view's fields and texts together.
/// </summary>
public abstract record Row
{
    /// <summary>camelCase, absent members left out, in the order of declaration.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhereItIsRecorded } },
    };

    /// <summary>The table it is recorded in.</summary>
    public abstract string Relation { get; }

    /// <summary>What stays the same about it through every revision, unique in its relation.</summary>
    public abstract string Identity { get; }

    // An attribute on the abstract properties would not reach their overrides.
    private static void LeaveOutWhereItIsRecorded(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.Name is "relation" or "identity").ToList())
        {
            type.Properties.Remove(property);
        }
    }
}

public sealed record JurisdictionRow(string Code, string Type, string Name, IReadOnlyList<string>? Aliases) : Row
{
    public override string Relation => "jurisdiction";

    public override string Identity => Code;
}

// Dates are partial dates as text (1971, 2019-05, 2019-05-07), checked by the reader.
public sealed record ParentRow(string Jurisdiction, string Parent, string Law, string? From, string? To) : Row
{
    public string Id => $"{Jurisdiction}>{Parent}@{From}";

    public override string Relation => "jurisdiction_parent";

    public override string Identity => Id;
}

public sealed record ParticipationRow(
    string Jurisdiction, string Treaty, bool Party, string? From, string? To, string Source, int Version, string? Pinpoint) : Row
{
    public string Id => $"{Jurisdiction}>{Treaty}@{From}";

    public override string Relation => "participation";

    public override string Identity => Id;
}

/// <param name="Identifiers">cas, unii, pubchemCid, inchiKey, atc, dea, un: what other registers call it.</param>
public sealed record SubstanceRow(
    string Slug,
    int Ordinal,
    string Name,
    string? Inn,
    IReadOnlyList<string>? Synonyms,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Identifiers) : Row
{
    public override string Relation => "substance";

    public override string Identity => Slug;
}

public sealed record FormRow(
    string Substance,
    string Slug,
    int Ordinal,
    string Name,
    IReadOnlyList<string>? Synonyms,
    bool FallsBack,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Identifiers) : Row
{
    public override string Relation => "form";

    public override string Identity => $"{Substance}/{Slug}";
}

public sealed record SourceRow(string Key, string? Jurisdiction, string Type, string Title, string? Citation) : Row
{
    public override string Relation => "source";

    public override string Identity => Key;
}

public sealed record SourceVersionRow(
    string Source,
    int Version,
    string? Url,
    string? ArchiveUrl,
    string? Language,
    string? Publisher,
    string? PublishedOn,
    string? RetrievedOn,
    string? Sha256,
    bool Read) : Row
{
    public override string Relation => "source_version";

    public override string Identity => $"{Source}/{Version}";
}

/// <param name="Key">The full key: jurisdiction, '/', and the key of the seed file.</param>
public sealed record ClassificationRow(
    string Id,
    string Key,
    string Jurisdiction,
    string Substance,
    string? Form,
    string? From,
    string? To,
    string? AttestedFrom,
    string Status,
    string? Schedule,
    IReadOnlyDictionary<string, string>? Activities,
    string MedicalAccess,
    IReadOnlyList<ThresholdRow>? Thresholds,
    ConditionsRow? Conditions,
    string Summary,
    string Verification,
    string? VerifiedOn,
    string? ReviewDue,
    string? Disputed,
    string? ToCheck) : Row
{
    public override string Relation => "classification";

    public override string Identity => Id;
}

public sealed record ThresholdRow(
    string? Activity, decimal Quantity, string Unit, string Basis, string Effect, string? Below, string? Above);

public sealed record ConditionsRow(
    int? MinimumAge,
    string? Setting,
    string? Prescriber,
    string? Supervision,
    string? Residency,
    IReadOnlyList<string>? Indications);

/// <param name="Record">The id of a classification, a lead or a pending law.</param>
public sealed record CitationRow(
    string Id,
    string Record,
    int Ordinal,
    string Source,
    int Version,
    string Role,
    string? Pinpoint,
    string? Class,
    string? FrozenOn) : Row
{
    public override string Relation => "citation";

    public override string Identity => Id;
}

public sealed record LeadRow(
    string Id, string Key, string Jurisdiction, string Substance, string? Form, string Summary, string ToCheck) : Row
{
    public override string Relation => "lead";

    public override string Identity => Id;
}

public sealed record PendingLawRow(
    string Id,
    string Key,
    string Jurisdiction,
    string Substance,
    string? Form,
    string Kind,
    string Title,
    string? ExpectedOn,
    string? Outcome,
    string Summary) : Row
{
    public override string Relation => "pending_law";

    public override string Identity => Id;
}
