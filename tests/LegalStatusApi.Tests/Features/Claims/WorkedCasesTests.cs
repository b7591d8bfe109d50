using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Claims;

/// <summary>What people say of the law, checked against the data set.</summary>
public sealed class WorkedCasesTests(FilledDatabase database) : IClassFixture<FilledDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await TestApi.StartAsync(database.Reader);

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Theory]
    [MemberData(nameof(WorkedCases.Lines), MemberType = typeof(WorkedCases))]
    public async Task A_claim_has_the_verdict_that_the_records_bear_out(string line)
    {
        var parts = line.Split(" | ");
        var claim = parts[0].Split(" of ");
        var about = parts[1].Split(' ', '/');
        var address = $"/v1/claims/check?claim={Uri.EscapeDataString(claim[0])}&jurisdiction={about[0]}&substance={about[1]}&on={parts[2]}"
            + (about.Length > 2 ? $"&form={about[2]}" : "") + (claim.Length > 1 ? $"&activity={claim[1]}" : "");

        var answer = await _api.GetAsync(address);

        Assert.True((string?)answer["verdict"] == parts[3], $"{line}: {answer["verdict"]}. {answer["why"]}");
        Assert.NotEmpty((string)answer["why"]!);
        Assert.NotEmpty((string)answer["say"]!);
        Assert.Contains($"law on {parts[2]}", (string?)answer["notice"]);
        if (parts[3] != "cannot_say")
        {
            Assert.Contains(answer["records"]!.AsArray(), record => record!["decides"]!.GetValue<bool>());
            Assert.All(answer["records"]!.AsArray(), record => Assert.NotEmpty(record!["record"]!["citations"]!.AsArray()));
        }
    }

    [Fact]
    public async Task A_claim_that_is_true_on_other_days_names_days_on_which_the_same_claim_is_supported()
    {
        foreach (var line in WorkedCases.Lines.Select(row => row.Data).Where(line => line.Contains("true_only_later", StringComparison.Ordinal) || line.Contains("no_longer_true", StringComparison.Ordinal)))
        {
            var parts = line.Split(" | ");
            var claim = parts[0].Split(" of ");
            var about = parts[1].Split(' ', '/');
            var address = $"/v1/claims/check?claim={Uri.EscapeDataString(claim[0])}&jurisdiction={about[0]}&substance={about[1]}"
                + (about.Length > 2 ? $"&form={about[2]}" : "") + (claim.Length > 1 ? $"&activity={claim[1]}" : "");
            var later = parts[3] == "true_only_later";
            var dates = (await _api.GetAsync($"{address}&on={parts[2]}"))["otherDates"]!.AsArray()
                .First(each => (string?)each!["verdict"] == "supported" && later == (string.CompareOrdinal((string?)each["from"], parts[2]) > 0))!;

            Assert.Equal("supported", (string?)(await _api.GetAsync($"{address}&on={dates["from"]}"))["verdict"]);
        }
    }

    [Fact]
    public async Task A_lead_is_shown_and_decides_nothing()
    {
        var answer = await _api.GetAsync("/v1/claims/check?claim=illegal&jurisdiction=YE&substance=lsd");

        var record = Assert.Single(answer["records"]!.AsArray())!;
        Assert.Equal(("cannot_say", "cannot_say", "treaty", false),
            ((string?)answer["verdict"], (string?)record["verdict"], (string?)record["record"]!["verification"], record["decides"]!.GetValue<bool>()));
        Assert.Contains("not checked in the law itself", (string?)answer["why"]);
        Assert.StartsWith("Not checked in the law itself:", (string)answer["say"]!, StringComparison.Ordinal);
    }
}
