using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Http;

[Fault(27, 36)]
public sealed class UnreadableTextTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("/v1/status?jurisdiction=US,%00&substance=lsd", "jurisdiction")]
    [InlineData("/v1/status?jurisdiction=US&substance=lsd,%00", "substance")]
    [InlineData("/v1/status/US/l%01d", "substance")]
    [InlineData("/v1/history/US/l%0Ad", "substance")]
    [InlineData("/v1/sources/a%0Db/answers", "key")]
    [InlineData("/v1/classifications/cls_%7F", "id")]
    public async Task Control_characters_are_refused_by_name_and_never_reach_the_database(string address, string parameter)
    {
        await database.PublishAsync(Given.Substances().Place("US").Rows);
        await using var api = await TestApi.StartAsync(database.Reader);

        for (var i = 0; i < 3; i++)
        {
            var problem = await api.GetAsync(address, 400);

            Assert.Equal(parameter, (string?)problem["errors"]![0]!["parameter"]);
            await api.GetAsync("/v1/status/US/lsd?on=2020-01-01");
            await api.GetAsync("/v1/status?jurisdiction=US&substance=lsd&on=2020-01-01");
        }
    }

    [Theory]
    [InlineData("/v1/status/US/lsd?%7F%01=1")]
    [InlineData("/v1/?%00")]
    public async Task A_parameter_whose_name_holds_control_characters_is_named_without_them(string address)
    {
        await database.PublishAsync(Given.Substances().Place("US").Rows);
        await using var api = await TestApi.StartAsync(database.Reader);

        var problem = await api.GetAsync(address, 400);

        Assert.DoesNotContain((string)problem["detail"]!, char.IsControl);
        Assert.DoesNotContain((string)problem["errors"]![0]!["parameter"]!, char.IsControl);
    }

    [Fact]
    public async Task A_member_whose_name_holds_control_characters_is_named_without_them()
    {
        await database.PublishAsync(Given.Substances().Place("US").Rows);
        await using var api = await TestApi.StartAsync(database.Reader);

        var problem = await api.PostAsync("/v1/claims/check", """{"claims": [{"jurisdiction": "US", "substance": "lsd", "claim": "legal"}], "\u0000": 1}""", 422);

        Assert.DoesNotContain((string)problem["errors"]![0]!["parameter"]!, char.IsControl);
    }

    [Theory]
    [InlineData("If-None-Match", 200)]
    [InlineData("User-Agent", 200)]
    [InlineData("Accept-Datetime", 400)]
    public async Task Bytes_that_are_no_utf8_in_a_header_get_an_answer_that_says_something(string header, int status)
    {
        await database.PublishAsync(Given.Substances().Place("US").Rows);
        await using var api = await WiredApi.StartAsync(database);

        var reply = await api.SendAsync("GET /v1/status/US/lsd", $"{header}: \u00a0\u00ff");

        Assert.Equal((status, status == 400 ? "/problems/invalid-parameters" : null), (reply.Status, reply.Type));
    }
}
