using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Statuses;

public sealed class LookUpStatusTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_country_without_a_record_is_unknown_with_its_reason()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Rows);
        await using var api = await TestApi.StartAsync(database.Reader);

        var answer = await api.GetAsync("/v1/status/DE/lsd?on=2020-01-01");

        Assert.Equal("unknown", (string?)answer["headline"]!["status"]);
        Assert.Equal("not_researched", (string?)answer["headline"]!["reason"]);
    }

    [Theory]
    [InlineData("/v1/status/DE/lsd?asOf=nonsense&on=x&form=q&foo=1", "foo", "on", "asOf", "form")]
    [InlineData("/v1/history/DE/lsd?revision=x&form=q&foo=1", "foo", "revision", "form")]
    public async Task A_form_that_is_none_is_named_with_the_other_mistakes(string address, params string[] wrong)
    {
        await database.PublishAsync(Given.Substances().Place("DE").Rows);
        await using var api = await TestApi.StartAsync(database.Reader);

        Assert.Equal(wrong.Order(), (await api.GetAsync(address, 400)).WrongParameters().Order());
    }
}
