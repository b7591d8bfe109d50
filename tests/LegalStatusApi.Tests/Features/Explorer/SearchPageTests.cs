using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>A question in words leads to its answer where it can mean one thing alone.</summary>
public sealed class SearchPageTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Given.Substances().Place("US").Place("DE").Place("GE").Place("US-GA", parent: "US")
                .Record("lsd-1", "DE", "lsd", from: "1967-02-25").Rows);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("lsd in DE", "/places/DE/lsd")]
    [InlineData("are psilocybin mushrooms legal in DE", "/places/DE/psilocybin?form=mushrooms")]
    public async Task A_question_that_means_one_thing_is_answered_at_once(string question, string answer)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        using var response = await api.SendAsync($"/search?q={Uri.EscapeDataString(question)}");

        Assert.Equal((302, answer), ((int)response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("lsd or psilocybin in DE")]
    [InlineData("psilocibin in DE")]
    [InlineData("cheap lsd in DE")]
    public async Task A_question_that_is_not_sure_is_asked_back(string question)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync($"/search?q={Uri.EscapeDataString(question)}");

        Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") is "/places/DE/lsd" or "/places/DE/psilocybin");
        Assert.Null(page.QuerySelector("#not-understood"));
    }

    [Theory]
    [InlineData("cocaine", "“cocaine”")]
    [InlineData("lsd in Atlantis", "“atlantis”")]
    [InlineData("cocaine in Atlantis", "“cocaine”, “atlantis”")]
    [InlineData("<b>xyzzy</b>", "“b”, “xyzzy”")]
    public async Task Words_that_nothing_is_called_by_are_named_with_what_can_be_asked(string question, string words)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var page = await api.PageAsync($"/search?q={Uri.EscapeDataString(question)}");

        Assert.StartsWith($"Not understood: {words}.", page.TextOf("#not-understood"), StringComparison.Ordinal);
        Assert.Contains("What can be asked", page.TextOf("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Place DE")]
    [InlineData("psilo")]
    [InlineData("the law in DE")]
    public async Task Nothing_is_said_not_to_be_understood_that_something_is_called_by(string question)
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        Assert.Null((await api.PageAsync($"/search?q={Uri.EscapeDataString(question)}")).QuerySelector("#not-understood"));
    }
}
