using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.About;

public sealed class ShowServiceTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    public async Task The_beginning_says_what_this_is_under_which_licence_and_at_which_revision(string address)
    {
        await database.PublishAsync(Given.Substances().Place("DE").Rows);
        await using var api = await TestApi.StartAsync(database.Reader);

        var answer = await api.GetAsync(address);

        Assert.Equal(1, (long)answer["revision"]!);
        Assert.Equal("CC-BY-4.0", (string?)answer["licenses"]!["data"]!["id"]);
        Assert.Equal("MIT", (string?)answer["licenses"]!["code"]!["id"]);
        Assert.Equal("Information, not legal or medical advice.", (string?)answer["notice"]);
    }

    [Fact]
    public async Task Every_link_leads_somewhere()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Rows);
        await using var api = await TestApi.StartAsync(database.Reader);

        foreach (var (name, link) in (await api.GetAsync("/v1/"))["links"]!.AsObject())
        {
            var address = ((string)link!).Split("{?")[0]
                .Replace("{jurisdiction}", "DE", StringComparison.Ordinal).Replace("{substance}", "lsd", StringComparison.Ordinal);
            // Some questions cannot be asked without saying of what.
            var answer = await api.SendAsync(address + name switch
            {
                "compare" => "?jurisdiction=DE&substance=lsd",
                "access" or "thresholds" => "?substance=lsd",
                "oembed" => "?url=http://localhost/embed/lsd",
                _ => "",
            });
            Assert.True((int)answer.StatusCode < 400 || (name == "mcp" && answer.Content.Headers.Allow.Contains("POST")), $"{name}: {(int)answer.StatusCode}");
        }
    }
}
