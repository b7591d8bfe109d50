using LegalStatusApi.Domain;

namespace LegalStatusApi.Tests.Domain;

public sealed class NearestTests
{
    private static readonly string[] Known = ["psilocybin", "ketamine", "lsd", "revision", "on", "form"];

    [Theory]
    [InlineData("psilocibin", "psilocybin")]
    [InlineData("ketamin", "ketamine")]
    [InlineData("Ketamine", "ketamine")]
    [InlineData("revison", "revision")]
    [InlineData("forme", "form")]
    public void A_mistyped_word_finds_the_one_that_was_meant(string typed, string meant) =>
        Assert.Equal([meant], Nearest.To(typed, Known));

    [Fact]
    public void Nearer_words_come_first_and_at_most_three() =>
        Assert.Equal(["MX", "AX", "BX"], Nearest.To("MX", ["CX", "BX", "AX", "MX"]));

    [Theory]
    [InlineData("cannabis")]
    [InlineData("")]
    public void A_word_like_none_finds_none(string typed) => Assert.Empty(Nearest.To(typed, ["psilocybin", "ketamine"]));

    [Fact]
    public void The_question_names_what_may_have_been_meant() =>
        Assert.Equal(" Did you mean 'ketamine'?", Nearest.DidYouMean("ketamin", Known));

    [Fact]
    public void Nothing_is_asked_where_nothing_is_near() => Assert.Equal("", Nearest.DidYouMean("cannabis", Known));

    // Were every letter compared with every letter of every name, it would take hours.
    [Fact]
    public async Task A_word_of_ten_million_letters_does_not_keep_a_server_busy()
    {
        var known = Enumerable.Range(0, 2_000).Select(number => $"a name of some length {number}");
        var cancellation = TestContext.Current.CancellationToken;

        Assert.Empty(await Task.Run(() => Nearest.To(new string('x', 10_000_000), known), cancellation).WaitAsync(TimeSpan.FromMinutes(2), cancellation));
    }
}
