using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;
using ModelContextProtocol.Client;

namespace LegalStatusApi.Tests.Features.Mcp;

/// <summary>The five tools over the whole data set, asked with the library's own client.</summary>
public sealed class ToolsTests(FilledDatabase database) : IClassFixture<FilledDatabase>, IAsyncLifetime
{
    private static readonly string[] Order = ["level", "verification", "conflicts", "status"];
    private TestApi _api = null!;
    private McpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await TestApi.StartAsync(database.Reader);
        _client = await _api.ConnectAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task A_client_finds_five_tools_that_only_read_and_says_how_to_ask_them()
    {
        var tools = await _client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("legal-status-api", _client.ServerInfo!.Name);
        Assert.Contains("unknown never means lawful", _client.ServerInstructions!, StringComparison.Ordinal);
        Assert.Equal(["look_up", "compare", "history", "check_claim", "changes"], tools.Select(tool => tool.Name));
        Assert.All(tools, tool =>
        {
            var hints = tool.ProtocolTool.Annotations!;
            Assert.Equal((true, true, false, false), (hints.ReadOnlyHint, hints.IdempotentHint, hints.DestructiveHint, hints.OpenWorldHint));
            Assert.Contains("date, level of law, how it was checked and conflicts before the status", tool.Description, StringComparison.Ordinal);
            var schema = JsonNode.Parse(tool.JsonSchema.GetRawText())!;
            Assert.False((bool)schema["additionalProperties"]!);
            Assert.All(schema["properties"]!.AsObject(), each => Assert.False(string.IsNullOrEmpty((string?)each.Value!["description"]), each.Key));
        });
        Assert.Equal(["jurisdiction", "substance"], JsonNode.Parse(tools[0].JsonSchema.GetRawText())!["required"]!.AsArray().Select(name => (string?)name));
    }

    [Fact]
    public async Task A_status_is_told_after_date_level_verification_and_conflicts()
    {
        var result = await _client.AskAsync("look_up", new { jurisdiction = "us-co-denver", substance = "Psilocybin", form = "mushrooms", on = "2024-01-01" });

        var (said, text) = (result.Json(), result.Text());
        InOrder(said, "on");
        Assert.All(said["levels"]!.AsArray(), level => InOrder(level!.AsObject(), null, "level", "verification", "status"));
        InOrder(text, "Date: 2024-01-01", "Level of law: Denver (US-CO-denver).", "Verification: secondary.", "Conflicts: [freer_above US-CO]", "Status: deprioritized", "Do not say: legal", "Permalink: http");
        Assert.Equal(["freer_above US-CO", "stricter_above US"], said["conflicts"]!.AsArray().Select(each => $"{each!["kind"]} {each["level"]}"));
        Assert.Equal(["US-CO-denver", "US-CO", "US", "UN"], said["levels"]!.AsArray().Select(each => (string?)each!["level"]!["code"]));
        Assert.EndsWith("Information, not legal or medical advice; law on 2024-01-01.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("thresholds", said.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_permalink_answers_the_same()
    {
        var said = (await _client.AskAsync("look_up", new { jurisdiction = "US-CO-denver", substance = "psilocybin", form = "mushrooms", on = "2024-01-01" })).Json();
        var claim = (await _client.AskAsync("check_claim", new { jurisdiction = "US-OR", substance = "psilocybin", claim = "legal", on = "2024-01-01" })).Json();
        var history = (await _client.AskAsync("history", new { jurisdiction = "GB", substance = "ketamine" })).Json();
        var compared = (await _client.AskAsync("compare", new { jurisdictions = new[] { "NL", "DE" }, substances = new[] { "lsd" }, on = "2024-01-01", on2 = "2025-01-01" })).Json();

        var answer = await _api.GetAsync((string)said["permalink"]!);
        Assert.Equal(((string?)answer["headline"]!["status"], (string?)answer["wording"]!["say"]), ((string?)said["status"], (string?)said["say"]));
        Assert.Equal((string?)(await _api.GetAsync((string)claim["permalink"]!))["verdict"], (string?)claim["verdict"]);
        Assert.Equal(
            (await _api.GetAsync((string)history["permalink"]!))["histories"]!.AsArray().Sum(form => form!["periods"]!.AsArray().Count), history["periods"]!.AsArray().Count);
        Assert.Equal(
            (await _api.GetAsync((string)compared["permalink"]!))["items"]!.AsArray().Select(item => (string?)item!["answer"]!["headline"]!["status"]),
            compared["items"]!.AsArray().Select(item => (string?)item!["answer"]!["status"]));
    }

    [Fact]
    public async Task An_unknown_says_why_and_that_it_does_not_mean_lawful()
    {
        var result = await _client.AskAsync("look_up", new { jurisdiction = "AQ", substance = "ketamine", on = "2024-01-01" });

        Assert.Equal(("unknown", "not_researched"), ((string?)result.Json()["status"], (string?)result.Json()["reason"]));
        Assert.Null(result.Json()["verification"]!["value"]);
        InOrder(result.Text(), "Verification: No record answers this", "Conflicts: not compared.", "Status: unknown, reason not_researched", "Unknown does not mean lawful.");
    }

    [Fact]
    public async Task A_lead_is_said_not_to_be_checked_before_its_status()
    {
        var result = await _client.AskAsync("look_up", new { jurisdiction = "VN", substance = "lsd", on = "2026-06-01" });

        Assert.True((bool)result.Json()["verification"]!["isLead"]!);
        InOrder(result.Text(), "Verification: unverified. Not checked in the law itself.", "Status: prohibited", "Say: Not checked in the law itself: ");
    }

    [Fact]
    public async Task What_is_pending_stands_apart_and_a_day_ahead_has_no_permalink()
    {
        var result = await _client.AskAsync("look_up", new { jurisdiction = "US-CO", substance = "psilocybin", on = "2030-01-01" });

        Assert.NotEmpty(result.Json()["pendingNotLaw"]!.AsArray());
        Assert.Contains("\nPending, not law: ", result.Text(), StringComparison.Ordinal);
        Assert.Null(result.Json()["permalink"]);
        Assert.Contains("No permalink: the day lies ahead", result.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_answers_each_pair_and_tells_what_moved()
    {
        var result = await _client.AskAsync("compare", new
        {
            jurisdictions = new[] { "NL", "Holland" }, substances = new[] { "psilocybin" }, form = "truffles", on = "2007-01-01", on2 = "2022-01-01",
        });

        var items = result.Json()["items"]!.AsArray();
        InOrder(items[0]!["answer"]!.AsObject(), "on");
        InOrder(items[0]!["movement"]!["later"]!.AsObject(), "on");
        Assert.Equal(("prohibited", "moved", "uncontrolled"),
            ((string?)items[0]!["answer"]!["status"], (string?)items[0]!["movement"]!["verdict"], (string?)items[0]!["movement"]!["later"]!["status"]));
        Assert.Contains("Did you mean 'NL'?", (string?)items[1]!["problem"], StringComparison.Ordinal);
        InOrder(result.Text(), "Date: 2007-01-01", "Status: prohibited", "Date: 2022-01-01", "Verification: ", "Status: uncontrolled", "Movement: moved.", "psilocybin in Holland: no answer.");
    }

    [Fact]
    public async Task A_history_tells_each_period_in_the_same_order()
    {
        var result = await _client.AskAsync("history", new { jurisdiction = "GB", substance = "ketamine" });
        var nothing = await _client.AskAsync("history", new { jurisdiction = "US-CO-denver", substance = "lsd" });

        var periods = result.Json()["periods"]!.AsArray();
        Assert.Equal(["prescription_only", "medical_only"], periods.Take(2).Select(period => (string?)period!["status"]));
        Assert.All(periods, period => InOrder(period!.AsObject(), null));
        Assert.Contains(periods[1]!["changed"]!.AsArray(), field => (string?)field!["field"] == "schedule");
        InOrder(result.Text(), "- From 2006-01-01 to 2014-06-10", "Level of law: United Kingdom (GB).", "Verification: primary.", "Conflicts on its first certain day: none on record", "Status: medical_only (Class C");
        Assert.Empty(nothing.Json()["periods"]!.AsArray());
        Assert.Contains("Unknown does not mean lawful.", nothing.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_is_checked_and_the_verdict_stands_after_what_qualifies_it()
    {
        var result = await _client.AskAsync("check_claim", new { jurisdiction = "US-OR", substance = "psilocybin", claim = "legal", on = "2024-01-01" });

        InOrder(result.Json(), "on", "level", "verification", "conflicts", "verdict", "status");
        Assert.Equal("overstated", (string?)result.Json()["verdict"]);
        InOrder(result.Text(), "Date: 2024-01-01", "Level of law: Oregon", "Verification: ", "Conflicts: [stricter_above US]", "Status: supervised_program", "Verdict: overstated.", "Do not say: legal");
    }

    [Fact]
    public async Task Changes_are_told_once_part_by_part_and_law_is_kept_apart_from_record()
    {
        var first = await _client.AskAsync("changes", new { kind = "law", limit = 30 });
        var second = await _client.AskAsync("changes", new { kind = "law", limit = "30", cursor = (string?)first.Json()["cursor"] });
        var none = await _client.AskAsync("changes", new { kind = "law", since = (string?)first.Json()["since"] });
        var record = await _client.AskAsync("changes", new { kind = "record", jurisdiction = "DE", limit = 1 });

        var items = first.Json()["items"]!.AsArray().Concat(second.Json()["items"]!.AsArray()).ToList();
        Assert.Equal(60, items.Select(item => (string?)item!["id"]).Distinct().Count());
        Assert.All(items, item => Assert.Equal("law", (string?)item!["kind"]));
        Assert.All(items.Where(item => item!["conflicts"] is not null), item => InOrder(item!.AsObject(), "on"));
        Assert.Contains(items, item => item!["conflicts"]?.AsArray().Count > 0);
        Assert.Empty(none.Json()["items"]!.AsArray());
        Assert.Contains("Record, not law: added.", record.Text(), StringComparison.Ordinal);
        Assert.Null(record.Json()["items"]![0]!["status"]);
    }

    private static void InOrder(JsonObject said, string? first, params string[] names)
    {
        var expected = (names.Length == 0 ? Order : names).Prepend(first).OfType<string>().Distinct().ToList();
        Assert.Equal(expected, said.Select(member => member.Key).Where(expected.Contains));
    }

    private static void InOrder(string text, params string[] parts)
    {
        var at = 0;
        Assert.All(parts, part =>
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{part}' does not follow in: {text}");
            at = found + part.Length;
        });
    }
}
