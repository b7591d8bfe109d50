using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Http;

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
}
