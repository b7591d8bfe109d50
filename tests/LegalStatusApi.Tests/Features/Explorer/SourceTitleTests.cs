using LegalStatusApi.Dataset;
using LegalStatusApi.Features.Explorer.Parts;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Explorer;

/// <summary>Titles of sources in other languages are marked as such wherever they stand, and nothing else is.</summary>
public sealed class SourceTitleTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("Bet\u00e4ubungsmittelgesetz", "de", "de")]
    [InlineData("Lei n.\u00ba 15/93, de 22 de Janeiro", "pt", "pt")]
    [InlineData("Ngh\u1ecb \u0111\u1ecbnh 57/2022/N\u0110-CP", "vi", "vi")]
    [InlineData("\u0642\u0627\u0646\u0648\u0646 \u0631\u0642\u0645 182", "ar", "ar")]
    [InlineData("\u041a\u0440\u0438\u0432\u0438\u0447\u043d\u0438 \u0437\u0430\u043a\u043e\u043d\u0438\u043a", "sr", "sr")]
    [InlineData("Law on Narcotics", "lo", null)]
    [InlineData("Narkotik 15", "ar", null)]
    [InlineData("Opiumwet, with Lijst I and Lijst II", "nl", null)]
    [InlineData("Misuse of Drugs Act 2001", "en", null)]
    [InlineData("Misuse of Drugs Act 2001", "en-AU", null)]
    [InlineData("A law", null, null)]
    public void A_title_is_in_the_language_of_the_text_unless_it_looks_otherwise(string title, string? language, string? expected) =>
        Assert.Equal(expected, TitleLanguage.Of(title, language));

    [Theory]
    [InlineData("/places/DE")]
    [InlineData("/places/DE/lsd")]
    [InlineData("/pending")]
    [InlineData("/sources")]
    [InlineData("/sources/law")]
    [InlineData("/search?q=Bet%C3%A4ubungsmittelgesetz")]
    public async Task A_title_says_its_language_wherever_it_stands(string address)
    {
        if (await database.Owner.AskAsync<long?>("select max(number) from revision") is null)
        {
            var rows = Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "1967-02-25").Pending("lsd-pending-1", "DE", "lsd", "2027").Rows;
            await database.PublishAsync(rows.Select(row => row switch
            {
                SourceRow { Key: "law" } source => source with { Title = "Bet\u00e4ubungsmittelgesetz" },
                SourceVersionRow { Source: "law" } version => version with { Language = "de" },
                _ => row,
            }));
        }

        await using var api = await TestApi.StartAsync(database.Reader);
        var page = await api.PageAsync(address);

        var titles = page.QuerySelectorAll("main cite");
        Assert.NotEmpty(titles);
        Assert.All(titles, title => Assert.Equal(
            title.TextContent == "Bet\u00e4ubungsmittelgesetz" ? ("de", "auto") : (null, null), (title.GetAttribute("lang"), title.GetAttribute("dir"))));
        Assert.Contains(titles, title => title.GetAttribute("lang") == "de");
    }
}
