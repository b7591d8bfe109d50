namespace LegalStatusApi.Domain;

// The terms that code decides by; what each means is in Vocabulary.

public static class StatusTerm
{
    public const string Prohibited = "prohibited";
    public const string MedicalOnly = "medical_only";
    public const string PrescriptionOnly = "prescription_only";
    public const string Deprioritized = "deprioritized";
    public const string Decriminalized = "decriminalized";
    public const string SupervisedProgram = "supervised_program";
    public const string Uncontrolled = "uncontrolled";
    public const string Legal = "legal";
    public const string Unclear = "unclear";
    public const string Unknown = "unknown";
}

public static class ReasonTerm
{
    public const string NotResearched = "not_researched";
    public const string NoRecordForDate = "no_record_for_date";
    public const string FormNotRecorded = "form_not_recorded";
    public const string OnlyFormsRecorded = "only_forms_recorded";
    public const string StartUnknown = "start_unknown";
    public const string LeadOnly = "lead_only";
    public const string BoundaryUncertain = "boundary_uncertain";
}

public static class CertaintyTerm
{
    public const string Certain = "certain";
    public const string Either = "either";
    public const string Projected = "projected";
    public const string Unsettled = "unsettled";
    public const string Unknown = "unknown";
}

public static class VerificationTerm
{
    public const string Primary = "primary";
    public const string Secondary = "secondary";
    public const string Treaty = "treaty";
    public const string Unverified = "unverified";
}

public static class ConflictTerm
{
    public const string StricterAbove = "stricter_above";
    public const string FreerAbove = "freer_above";
}

public static class FreshnessTerm
{
    public const string Fresh = "fresh";
    public const string Stale = "stale";
    public const string Unknown = "unknown";
}

public static class MovementTerm
{
    public const string Moved = "moved";
    public const string Same = "same";
    public const string CannotSay = "cannot_say";
}
