using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Http;

/// <summary>
/// The examples of the contract are answers that the service gave. With LEGAL_STATUS_WRITE_EXAMPLES=1 they are written
/// anew from the data set.
/// </summary>
public sealed class ExamplesTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    private const int LongestList = 4;

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Every_example_is_what_the_service_answers_and_fits_the_contract()
    {
        var contract = await ContractSchema.LoadAsync();
        await using var api = await TestApi.StartAsync(database.Reader);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "openapi", "examples"), "*.json").Order(StringComparer.Ordinal))
        {
            var example = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!.AsObject();
            var answer = await AnswerAsync(api, example);
            if (Environment.GetEnvironmentVariable("LEGAL_STATUS_WRITE_EXAMPLES") == "1")
            {
                example["answer"] = Cut(answer);
                await File.WriteAllTextAsync(file, example.ToJsonString(Readable) + "\n", TestContext.Current.CancellationToken);
            }

            var schema = contract.SchemaOfAnswer(Path.GetFileNameWithoutExtension(file));
            Assert.Empty(contract.Faults(schema, answer));
            Assert.Empty(contract.Faults(schema, example["answer"]));
            Assert.Equal(ShapeOf(Cut(answer)), ShapeOf(example["answer"]));
        }
    }

    [Fact]
    public async Task Every_operation_that_needs_no_key_has_an_example()
    {
        var contract = await ContractSchema.LoadAsync();

        Assert.All(contract.OpenReads, each => Assert.NotEmpty(
            each.Operation["responses"]!["200"]!["content"]!["application/json"]!["examples"]?.AsObject() ?? []));
    }

    private static async Task<JsonObject> AnswerAsync(TestApi api, JsonObject example)
    {
        if (example["body"] is not { } body)
        {
            return await api.GetAsync((string)example["request"]!);
        }

        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        var answer = await api.Client.PostAsync((string)example["request"]!, content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
    }

    // A correction of the data is no change of the contract: names and kinds of values are compared, not the values.
    private static string ShapeOf(JsonNode? value) => value switch
    {
        JsonObject members => $"{{{string.Join(',', members.Select(member => $"{member.Key}:{ShapeOf(member.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(ShapeOf))}]",
        _ => value?.GetValueKind().ToString().Replace("False", "True", StringComparison.Ordinal) ?? "null",
    };

    private static JsonNode? Cut(JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Cut(member.Value)))),
        JsonArray items => new JsonArray([.. items.Take(LongestList).Select(Cut)]),
        _ => value?.DeepClone(),
    };
}
