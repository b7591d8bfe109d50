namespace LegalStatusApi.Domain;

/// <summary>The words of maps: which part of the world one shows, and what it marks beside the status of a place.</summary>
public static class MapTerms
{
    public const string World = "world";

    public const string NotOnRecord = "not_on_record";
    public const string OutsideCoverage = "outside_coverage";
    public const string NotChecked = "not_checked";

    public static readonly TermList Regions = new("region", "Which part of the world a map shows.",
        [
            new(World, "All countries and territories."),
            new("US", "The United States: states, and those cities and counties that are on record."),
            new("CA", "Canada: provinces and territories, and those cities that are on record."),
            new("AU", "Australia: states and territories."),
            new("Europe", "The countries and territories of Europe, with Turkey and the Caucasus."),
        ]);

    public static readonly TermList Marks = new("mapMark", "What a map marks beside the status of a place, by pattern.",
        [
            new(NotChecked, "The status comes from a record that was not checked in the law itself: its verification is treaty or unverified.",
                ["not checked in the law itself"]),
            new(NotOnRecord, "Nothing is on record for the place and the substance. It never means lawful.", ["not on record"], ["legal", "not illegal"]),
            new(OutsideCoverage, "The map draws the place, but the record does not cover it at this revision.", ["outside our coverage"]),
        ]);
}
