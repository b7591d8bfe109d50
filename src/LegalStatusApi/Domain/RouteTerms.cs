namespace LegalStatusApi.Domain;

// The terms that routes and amounts are judged by; what each means is in Vocabulary.

public static class IndicationMatchTerm
{
    public const string Named = "named";
    public const string Any = "any";
    public const string Broader = "broader";
    public const string Narrower = "narrower";
    public const string OffLabel = "off_label";
    public const string NotRecorded = "not_recorded";
}

public static class StandingTerm
{
    public const string OnRecord = "on_record";
    public const string Uncertain = "uncertain";
    public const string Context = "context";
    public const string Lead = "lead";
}

public static class RecordedTerm
{
    public const string Yes = "recorded";
    public const string NotCertain = "not_certain";
    public const string NoneRecorded = "none_recorded";
    public const string None = "none";
}

public static class RouteTerm
{
    public const string OffLabel = "off_label";
    public const string Research = "research_only";
}
