using System.Text.Json.Nodes;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Redactions;

/// <summary>What is no redaction is refused in words, and nothing is asked for.</summary>
public sealed class RedactionRefusalsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Address = "/v1/redactions";
    private static readonly string Record = RecordId.OfClassification("US/lsd-1");
    private MaintainerClient? _ada;

    private MaintainerClient Ada => _ada!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(EveryRelation.Rows);
        }

        _ada = new MaintainerClient(await TestApi.StartAsync(database.Reader, writer: database.Writer), await database.KeyAsync("Ada", "admin"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("classification", null, 2, "summary", 404, "Revision 2 recorded no classification")]
    [InlineData("classification", "cls_aaaaaaaaaaaaaaaa", 1, "summary", 404, "recorded no classification")]
    [InlineData("planet", "x", 1, "summary", 404, "recorded no planet 'x'")]
    [InlineData("revision", "7", 7, "reason", 404, "recorded no revision '7'")]
    [InlineData("classification", null, 1, "status", 422, "'status' is no free text of this row. Those that are: summary.")]
    [InlineData("classification", null, 1, "disputed", 422, "Those that are: summary.")]
    [InlineData("revision", "1", 1, "changes/0/reason", 422, "Those that are: reason.")]
    [InlineData("jurisdiction", "US", 1, "name", 422, "This row has no free text.")]
    [InlineData("", "US", 1, "name", 422, "relation: Give a text")]
    [InlineData("lead", "x", 0, "summary", 422, "recordedIn: Give the number")]
    public async Task What_cannot_be_redacted_is_refused_in_words(string relation, string? id, long recordedIn, string field, int status, string said)
    {
        var answer = (await Ada.PostAsync(Address, Body(relation, id ?? Record, recordedIn, field))).Expect(status);

        Assert.Contains(said, answer.Detail, StringComparison.Ordinal);
        Assert.Equal(0, await database.Owner.AskAsync<int>("select count(*) from redaction_request"));
    }

    [Fact]
    public async Task The_reason_is_public_so_it_must_not_repeat_the_text_and_no_member_is_unknown()
    {
        var repeating = Body();
        repeating["reason"] = "It said: a summary. That is wrong.";
        Assert.Equal("reason", Assert.Single((await Ada.PostAsync(Address, repeating)).Expect(422).Errors).Parameter);
        var unknown = Body();
        unknown["text"] = "x";
        (await Ada.PostAsync(Address, unknown)).Expect(422);
        var unreasoned = Body();
        unreasoned.Remove("reason");
        (await Ada.PostAsync(Address, unreasoned)).Expect(422);
    }

    internal static JsonObject Body(string relation = "classification", string? id = null, long recordedIn = 1, string field = "summary") => new()
    {
        ["relation"] = relation, ["id"] = id ?? Record, ["recordedIn"] = recordedIn, ["field"] = field, ["reason"] = "It named a person.",
    };
}
