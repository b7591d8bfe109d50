using System.Diagnostics;
using System.Text;
using System.Net;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Claims;

public sealed class CheckClaimTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Question = "/v1/claims/check?jurisdiction=US-CO&substance=psilocybin&claim=legal&form=mushrooms&on=2024-01-01";
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Owner.AskAsync<long?>("select max(number) from revision") is null)
        {
            await database.PublishAsync(Given.Substances().Place("US").Place("US-CO", "US")
                .Record("psilocybin-1", "US", "psilocybin", from: "1971-05-01", schedule: "Schedule I", activities: new Dictionary<string, string> { ["possession"] = "criminal_offense" })
                .Record("psilocybin-1", "US-CO", "psilocybin", "supervised_program", from: "2023-07-01").Rows);
        }

        _api = await TestApi.StartAsync(database.Reader);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task An_answer_names_what_decides_and_where_it_stays()
    {
        var answer = await _api.GetAsync(Question);

        Assert.Equal(("overstated", "legal", "mushrooms", "certain"),
            ((string?)answer["verdict"], (string?)answer["claim"], (string?)answer["form"], (string?)answer["certainty"]));
        Assert.Equal(["US-CO overstated", "US contradicted"], answer["records"]!.AsArray().Select(record => $"{record!["jurisdiction"]!["code"]} {record["verdict"]}"));
        Assert.Equal("/v1/claims/check?jurisdiction=US-CO&substance=psilocybin&claim=legal&form=mushrooms&on=2024-01-01&revision=1", (string?)answer["permalink"]);
        Assert.Equal(answer.ToJsonString(), (await _api.GetAsync((string)answer["permalink"]!)).ToJsonString());
        Assert.Contains("legalized", answer["avoid"]!.AsArray().Select(word => (string?)word));
    }

    [Fact]
    public async Task An_answer_is_kept_as_others_are_and_a_day_ahead_has_no_permalink()
    {
        var pinned = await _api.SendAsync($"{Question}&revision=1");
        var current = await _api.SendAsync(Question);
        var ahead = await _api.GetAsync(Question.Replace("2024-01-01", "2030-01-01", StringComparison.Ordinal));

        Assert.Contains("immutable", pinned.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal($"{Question}&revision=1", current.Content.Headers.ContentLocation!.OriginalString);
        Assert.Equal(HttpStatusCode.NotModified, (await _api.SendAsync(Question, ("If-None-Match", current.Headers.ETag!.ToString()))).StatusCode);
        Assert.Null(ahead["permalink"]);
        Assert.Equal("projected", (string?)ahead["certainty"]);
        Assert.Contains("unless the law changes before", (string?)ahead["why"]);
    }

    [Fact]
    public async Task A_synonym_a_CAS_number_and_other_letters_lead_to_the_same_answer()
    {
        var answer = await _api.GetAsync("/v1/claims/check?jurisdiction=us-co&substance=50-37-3&claim=Legal&on=2024-01-01");

        Assert.Equal(("US-CO", "lsd", "cannot_say"), ((string?)answer["jurisdiction"]!["code"], (string?)answer["substance"], (string?)answer["verdict"]));
        Assert.Contains("does not mean that it is lawful", (string?)answer["why"]);
        Assert.StartsWith("/v1/claims/check?jurisdiction=US-CO&substance=lsd&", (string)answer["permalink"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jurisdiction=US", "substance claim")]
    [InlineData("jurisdiction=US&substance=lsd&claim=baned", "claim")]
    [InlineData("jurisdiction=US&substance=lsd&claim=baned&on=x&activity=sniffing", "on activity claim")]
    [InlineData("jurisdiction=XX&substance=beer&claim=legal", "jurisdiction substance")]
    [InlineData("jurisdiction=!&substance=lsd&claim=legal", "jurisdiction")]
    [InlineData("jurisdiction=US&substance=lsd&claim=legal&claim=banned", "claim")]
    [InlineData("jurisdiction=US&substance=psilocybin&claim=legal&form=tea", "form")]
    [InlineData("jurisdiction=US&substance=psilocybin&claim=Class%20A&activity=supply&form=tea", "form activity")]
    [InlineData("jurisdiction=US&substance=lsd&claim=legal&revision=9", "revision")]
    [InlineData("jurisdiction=US&substance=lsd&claim=legal&revision=1&asOf=2026-01-01T00:00:00Z", "asOf")]
    [InlineData("jurisdiction=US&substance=lsd&claim=", "claim")]
    [InlineData("jurisdiction=US&substance=lsd&claim=legal&word=legal", "word")]
    public async Task Every_mistake_is_named(string query, string wrong)
    {
        var problem = await _api.GetAsync($"/v1/claims/check?{query}", 400);

        Assert.Equal(wrong.Split(' ').Order(), problem.WrongParameters().Order());
    }

    [Fact]
    public async Task An_unknown_word_is_answered_with_what_may_have_been_meant_and_the_list()
    {
        var problem = await _api.GetAsync("/v1/claims/check?jurisdiction=US&substance=lsd&claim=decriminalised%20by", 400);

        Assert.Contains("Did you mean 'decriminalised'", (string?)problem["detail"]);
        Assert.Contains("/v1/vocabulary/claim", (string?)problem["detail"]);
    }

    [Fact]
    public async Task A_word_far_too_long_is_refused() =>
        Assert.Equal(["claim", "substance"], (await _api.GetAsync(
            $"/v1/claims/check?jurisdiction=US&substance={new string('a', 101)}&claim={new string('a', 101)}", 400)).WrongParameters().Order());

    [Fact]
    public async Task Many_claims_are_one_round_trip_to_the_database()
    {
        using var statements = new Statements();
        await using var api = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn);
        var trace = ActivityTraceId.CreateRandom();
        var claims = string.Join(',', Enumerable.Range(0, 200).Select(i =>
            $$"""{"jurisdiction":"{{(i % 2 == 0 ? "US" : "US-CO")}}","substance":"{{(i % 3 == 0 ? "lsd" : "psilocybin")}}","claim":"banned"}"""));
        using var asked = new HttpRequestMessage(HttpMethod.Post, "/v1/claims/check") { Content = new StringContent($$"""{"claims":[{{claims}}]}""", Encoding.UTF8, "application/json") };
        var (name, value) = Statements.HeaderOf(trace);
        asked.Headers.Add(name, value);

        using var answer = await api.Client.SendAsync(asked, TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(1, statements.Of(trace));
    }

    [Fact]
    public async Task Claims_are_answered_in_their_place_and_bad_ones_are_a_problem_in_theirs()
    {
        var answer = await _api.PostAsync("/v1/claims/check", """
            {"claims":[{"jurisdiction":"US-CO","substance":"psilocybin","claim":"legal","form":"mushrooms","on":"2024-01-01"},
            {"jurisdiction":"XX","substance":"lsd","claim":"legal"}, 7, {"jurisdiction":"US","substance":3,"claim":"legal","to":"x"},
            {"jurisdiction":"US","substance":"psilocybin","claim":"Schedule 1"}, {"jurisdiction":"US","substance":"lsd","claim":"wild"}],"revision":1}
            """);

        var items = answer["items"]!.AsArray();
        Assert.Equal((await _api.GetAsync($"{Question}&revision=1")).ToJsonString(), items[0]!["answer"]!.ToJsonString());
        Assert.Equal(["overstated", null, null, null, "supported", null], items.Select(item => (string?)item!["answer"]?["verdict"]));
        Assert.Equal(["jurisdiction"], items[1]!["problem"]!.WrongParameters());
        Assert.Equal("A claim is an object.", (string?)items[2]!["problem"]!["detail"]);
        Assert.Equal(["substance", "to"], items[3]!["problem"]!.WrongParameters().Order());
        Assert.Equal(["claim"], items[5]!["problem"]!.WrongParameters());
    }

    [Theory]
    [InlineData("{\"claims\":", 400)]
    [InlineData("[]", 400)]
    [InlineData("{\"claims\":[{}],\"claims\":[{}]}", 400)]
    [InlineData("{}", 422)]
    [InlineData("{\"claims\":[]}", 422)]
    [InlineData("{\"claims\":{}}", 422)]
    [InlineData("{\"claims\":[{}],\"on\":\"2024-01-01\"}", 422)]
    [InlineData("{\"claims\":[{}],\"revision\":0}", 422)]
    [InlineData("{\"claims\":[{}],\"revision\":1,\"asOf\":\"2026-01-01T00:00:00Z\"}", 422)]
    [InlineData("{\"claims\":[{}],\"revision\":9}", 400)]
    public async Task A_body_that_cannot_be_answered_is_refused(string body, int status) => await _api.PostAsync("/v1/claims/check", body, status);

    [Fact]
    public async Task Too_many_too_large_of_another_kind_and_with_parameters_is_refused()
    {
        var claims = string.Join(',', Enumerable.Repeat("""{"jurisdiction":"US","substance":"lsd","claim":"legal"}""", 201));

        Assert.Contains("There are 201; at most 200", (string?)(await _api.PostAsync("/v1/claims/check", $"{{\"claims\":[{claims}]}}", 422))["detail"]);
        await _api.PostAsync("/v1/claims/check", $"{{\"claims\":[\"{new string('a', 65_536)}\"]}}", 413);
        await _api.PostAsync("/v1/claims/check", "{\"claims\":[{}]}", 415, "text/plain");
        await _api.PostAsync("/v1/claims/check?revision=1", "{\"claims\":[{}]}", 400);
    }
}
