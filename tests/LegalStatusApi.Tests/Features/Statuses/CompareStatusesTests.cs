using LegalStatusApi.Tests.Caching;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Statuses;

public sealed class CompareStatusesTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        var given = Given.Substances().Place("US").Place("US-CO", "US").Record("lsd-1", "US", "lsd", from: "1971-05-01").Record("psilocybin-1", "US-CO", "psilocybin", "supervised_program", from: "2023-07-01");
        foreach (var code in Codes(70))
        {
            given.Place(code);
        }

        await database.PublishAsync(given.Rows);
        _api = await TestApi.StartAsync(database.Reader);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Each_pair_has_the_answer_that_it_has_alone_in_the_order_of_the_question()
    {
        var many = await _api.GetAsync("/v1/status?jurisdiction=US-CO,US&substance=lsd,psilocybin&on=2024-01-01");

        Assert.Equal(["US-CO/lsd", "US-CO/psilocybin", "US/lsd", "US/psilocybin"], many["items"]!.AsArray().Select(item => $"{item!["jurisdiction"]}/{item["substance"]}"));
        foreach (var item in many["items"]!.AsArray())
        {
            var alone = await _api.GetAsync($"/v1/status/{item!["jurisdiction"]}/{item["substance"]}?on=2024-01-01");
            Assert.Equal(alone.ToJsonString(), item["answer"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task Two_hundred_pairs_are_answered_and_one_more_is_refused()
    {
        var pairs = await _api.GetAsync($"/v1/status?jurisdiction={string.Join(',', Codes(66))}&substance=psilocybin,lsd,ketamine");
        Assert.Equal(198, pairs["items"]!.AsArray().Count);
        Assert.Equal(200, (await _api.GetAsync($"/v1/status?jurisdiction={string.Join(',', Codes(70).Take(50))}&substance=psilocybin,lsd,ketamine,acid"))["items"]!.AsArray().Count);

        var problem = await _api.GetAsync($"/v1/status?jurisdiction={string.Join(',', Codes(67))}&substance=psilocybin,lsd,ketamine", 400);

        Assert.Contains("67 places times 3 substances are 201 pairs; at most 200 at once", (string?)problem["detail"]);
    }

    [Fact]
    public async Task A_bad_item_is_a_problem_in_its_place_and_the_others_are_answered()
    {
        var many = await _api.GetAsync("/v1/status?jurisdiction=XX,US,us-co,!!&substance=lsd,acid,beer&on=2024-01-01");

        Assert.Equal(
            [
                "XX/lsd unknown-jurisdiction", "XX/acid unknown-jurisdiction", "XX/beer unknown-jurisdiction",
                "US/lsd prohibited", "US/acid prohibited", "US/beer unknown-substance",
                "us-co/lsd prohibited", "us-co/acid prohibited", "us-co/beer unknown-substance",
                "!!/lsd unknown-jurisdiction", "!!/acid unknown-jurisdiction", "!!/beer unknown-jurisdiction",
            ],
            many["items"]!.AsArray().Select(item => $"{item!["jurisdiction"]}/{item["substance"]} "
                + (item["problem"] is { } problem ? ((string)problem["type"]!)["/problems/".Length..] : (string?)item["answer"]!["headline"]!["status"])));
        Assert.Equal("lsd", (string?)many["items"]![4]!["answer"]!["substance"]);
    }

    [Fact]
    public async Task A_form_that_one_substance_lacks_is_a_problem_of_that_pair_only()
    {
        var many = await _api.GetAsync("/v1/status?jurisdiction=US&substance=psilocybin,lsd&form=mushrooms&on=2024-01-01");

        Assert.Equal("mushrooms", (string?)many["items"]![0]!["answer"]!["form"]);
        Assert.Equal(["form"], many["items"]![1]!["problem"]!.WrongParameters());
    }

    [Fact]
    public async Task The_same_pair_named_twice_is_answered_once() =>
        Assert.Single((await _api.GetAsync("/v1/status?jurisdiction=US, US,&substance=lsd,lsd"))["items"]!.AsArray());

    [Theory]
    [InlineData("", "jurisdiction substance")]
    [InlineData("?jurisdiction=US", "substance")]
    [InlineData("?substance=lsd", "jurisdiction")]
    [InlineData("?jurisdiction=,&substance=lsd", "jurisdiction")]
    [InlineData("?jurisdiction=&substance=lsd", "jurisdiction")]
    [InlineData("?on=yesterday&revision=x&colour=red", "colour on revision jurisdiction substance")]
    public async Task Everything_that_is_missing_or_wrong_is_named_at_once(string query, string wrong) =>
        Assert.Equal(wrong.Split(' '), (await _api.GetAsync($"/v1/status{query}", 400)).WrongParameters());

    [Fact]
    public async Task Many_pairs_are_one_round_trip_to_the_database()
    {
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn);

        Assert.Equal(1, await api.CostAsync(statements, $"/v1/status?jurisdiction={string.Join(',', Codes(66))}&substance=psilocybin,lsd,ketamine&on=2024-01-01"));
        Assert.Equal(1, await api.CostAsync(statements, "/v1/status/US-CO/lsd?on=2024-01-01"));
    }

    [Fact]
    public async Task A_permalink_of_many_answers_leads_to_the_same_answers()
    {
        var many = await _api.GetAsync("/v1/status?jurisdiction=US,US-CO&substance=lsd&form=x&on=2024-01-01");

        var again = await _api.GetAsync((string)many["permalink"]!);

        Assert.Equal(many.ToJsonString(), again.ToJsonString());
    }

    private static IEnumerable<string> Codes(int count) => Enumerable.Range(0, count).Select(number => $"{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}");
}
