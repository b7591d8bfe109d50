using LegalStatusApi.Dataset;

namespace LegalStatusApi.Tests.Support;

/// <summary>At least one row of every kind that is recorded, with its fields filled.</summary>
public static class EveryRelation
{
    public static IReadOnlyList<Row> Rows { get; } =
    [
        .. Given.Substances().Place("UN").Place("US", "UN", "context", from: "1945").Place("US-CO", "US", from: "1876-08-01").Party("US", "1980-07-15")
            .Record("lsd-1", "US", "lsd", from: "1971-05-01", to: "2020-01-01", activities: new Dictionary<string, string> { ["possession"] = "criminal_offense" }, schedule: "Schedule I")
            .Record("lsd-2", "US", "lsd", from: "2020-01-01")
            .Record("psilocybin-mushrooms-1", "US-CO", "psilocybin", "deprioritized", "mushrooms", from: "2019-05")
            .Lead("lsd-lead-1", "US-CO", "lsd").Pending("lsd-pending-1", "US-CO", "lsd", "2030").Rows,
    ];
}
