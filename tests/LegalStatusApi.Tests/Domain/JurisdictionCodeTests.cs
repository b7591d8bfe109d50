using LegalStatusApi.Domain;

namespace LegalStatusApi.Tests.Domain;

public sealed class JurisdictionCodeTests
{
    [Theory]
    [InlineData("DE", "DE")]
    [InlineData("de", "DE")]
    [InlineData("us-co", "US-CO")]
    [InlineData("Us-Co", "US-CO")]
    [InlineData("fr-75c", "FR-75C")]
    [InlineData("us-co-denver", "US-CO-denver")]
    [InlineData("US-CO-DENVER", "US-CO-denver")]
    [InlineData("us-ny-new-york", "US-NY-new-york")]
    [InlineData("gb-london", "GB-london")]
    [InlineData("NL-Den-Haag", "NL-DEN-haag")]
    [InlineData("un", "UN")]
    public void Every_spelling_of_a_code_has_one_canonical_spelling(string typed, string canonical)
    {
        Assert.True(JurisdictionCode.TryCanonicalize(typed, out var code));
        Assert.Equal(canonical, code);
        Assert.True(JurisdictionCode.TryCanonicalize(code, out var again));
        Assert.Equal(canonical, again);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("D")]
    [InlineData("DEU")]
    [InlineData("1E")]
    [InlineData("DE-")]
    [InlineData("-DE")]
    [InlineData("US--CO")]
    [InlineData("US_CO")]
    [InlineData("US CO")]
    [InlineData("DE\n")]
    [InlineData(" DE")]
    [InlineData("ΑΒ")]
    [InlineData("İE")]
    [InlineData("DE\0")]
    [InlineData("US-CO-dénver")]
    [InlineData("US-CO-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_cannot_be_a_code_is_refused(string? typed)
    {
        Assert.False(JurisdictionCode.TryCanonicalize(typed, out var code));
        Assert.Null(code);
    }

    [Fact]
    public void A_hostile_code_is_refused_at_once() =>
        Assert.False(JurisdictionCode.TryCanonicalize("US" + new string('-', 50_000) + "!", out _));
}
