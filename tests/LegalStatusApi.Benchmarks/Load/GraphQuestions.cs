using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LegalStatusApi.Benchmarks.Load;

/// <summary>What a client of PostGraphile asks for to have what an answer is made of: it must know the levels and the records beforehand.</summary>
internal static class GraphQuestions
{
    /// <returns>A line for wrk for each stack.</returns>
    public static async Task<IReadOnlyList<string>> OfAsync(Server service, IReadOnlyList<string> stacks)
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        var lines = new string[stacks.Count];
        await Parallel.ForAsync(0, stacks.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (at, cancellation) =>
        {
            var answer = JsonNode.Parse(await client.GetStringAsync($"{stacks[at]}?on=2024-01-01", cancellation))!;
            lines[at] = $"/graphql\tContent-Type:application/json\tbody:{JsonSerializer.Serialize(new { query = QueryOf(answer) })}";
        });
        return lines;
    }

    private static string QueryOf(JsonNode answer)
    {
        var query = new StringBuilder("{");
        var substance = (string)answer["substance"]!;
        foreach (var (level, number) in answer["layers"]!.AsArray().Select((layer, number) => (layer!, number)))
        {
            var code = (string)level["jurisdiction"]!["code"]!;
            query.Append($"p{number}:allJurisdictions(condition:{{code:\"{code}\"}}){{nodes{{code name type}}}}")
                .Append($"l{number}:allJurisdictionParents(condition:{{jurisdiction:\"{code}\"}}){{nodes{{parent law begins{{start{{value}}}}}}}}")
                .Append($"r{number}:allClassifications(condition:{{jurisdiction:\"{code}\",substance:\"{substance}\"}}){{nodes{{id key form begins{{start{{value}}}} ends{{start{{value}}}} status schedule activities medicalAccess thresholds conditions summary verification verifiedOn reviewDue disputed}}}}");
            if ((string?)level["classification"] is { } record)
            {
                query.Append($"c{number}:allCitations(condition:{{record:\"{record}\"}}){{nodes{{ordinal source version role pinpoint class}}}}");
            }
        }

        return query.Append('}').ToString();
    }
}
