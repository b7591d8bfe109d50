using System.Net;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Vocabularies;

public sealed class VocabularyTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Every_list_is_there_and_can_be_asked_for_alone()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var lists = (await api.GetAsync("/v1/vocabulary"))["lists"]!.AsArray();

        Assert.Equal(LegalStatusApi.Domain.Vocabulary.All.Count, lists.Count);
        foreach (var list in lists)
        {
            Assert.Equal(list!.ToJsonString(), (await api.GetAsync($"/v1/vocabulary/{list["name"]}")).ToJsonString());
        }
    }

    [Fact]
    public async Task A_status_has_words_that_are_safe_to_print_and_words_that_would_be_wrong()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var terms = (await api.GetAsync("/v1/vocabulary/status"))["terms"]!.AsArray();

        Assert.All(terms, term =>
        {
            Assert.NotEmpty(term!["say"]!.AsArray());
            Assert.NotEmpty(term["avoid"]!.AsArray());
        });
    }

    [Fact]
    public async Task A_list_in_other_letters_is_redirected_and_an_unknown_one_is_404()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        var redirect = await api.SendAsync("/v1/vocabulary/citationrole");
        var problem = await api.GetAsync("/v1/vocabulary/statis", 404);

        Assert.Equal(HttpStatusCode.PermanentRedirect, redirect.StatusCode);
        Assert.Equal("/v1/vocabulary/citationRole", redirect.Headers.Location!.OriginalString);
        Assert.Equal("status", (string?)problem["suggestions"]![0]);
    }
}
