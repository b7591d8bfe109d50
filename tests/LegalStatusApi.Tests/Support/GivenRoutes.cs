using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;

namespace LegalStatusApi.Tests.Support;

/// <summary>What records say of treatment and of amounts, added to rows that say nothing of it.</summary>
public static class GivenRoutes
{
    public static IEnumerable<Row> With(this IEnumerable<Row> rows, string key, Func<ClassificationRow, ClassificationRow> change) =>
        rows.Select(row => row is ClassificationRow record && record.Key == key ? change(record) : row);

    /// <summary>The record tells of a route, for these indications.</summary>
    public static IEnumerable<Row> Route(this IEnumerable<Row> rows, string key, string access, params string[] indications) =>
        rows.With(key, record => record with
        {
            MedicalAccess = access,
            Conditions = indications.Length == 0 ? null : new ConditionsRow(null, null, null, null, null, indications),
        });

    public static IEnumerable<Row> Amounts(this IEnumerable<Row> rows, string key, params ThresholdRow[] amounts) =>
        rows.With(key, record => record with { Thresholds = amounts });

    /// <summary>Every item of a list, part by part.</summary>
    public static async Task<List<JsonNode>> FollowAsync(this TestApi api, string? address)
    {
        var items = new List<JsonNode>();
        while (address is not null)
        {
            var part = await api.GetAsync(address);
            items.AddRange(part["items"]!.AsArray().Select(item => item!));
            address = (string?)part["next"];
        }

        return items;
    }
}
