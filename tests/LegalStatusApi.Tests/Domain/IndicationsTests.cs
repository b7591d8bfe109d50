using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Domain;

public sealed class IndicationsTests
{
    [Theory]
    [InlineData("approved_medicine", "depression,pain", "pain", "named", null)]
    [InlineData("approved_medicine", "any", "pain", "any", null)]
    [InlineData("approved_medicine", "depression", "treatment_resistant_depression", "broader", "depression")]
    [InlineData("approved_medicine", "treatment_resistant_depression", "depression", "narrower", "treatment_resistant_depression")]
    [InlineData("off_label", "anaesthesia", "depression", "off_label", null)]
    [InlineData("off_label", "", "depression", "off_label", null)]
    [InlineData("approved_medicine", "", "depression", "not_recorded", null)]
    [InlineData("approved_medicine", "anaesthesia", "depression", null, null)]
    [InlineData("approved_medicine", "suicidality", "depression", null, null)]
    public void A_route_fits_an_indication_only_as_its_record_says(string access, string recorded, string asked, string? term, string? by)
    {
        var record = GivenStack.Classification("1") with
        {
            MedicalAccess = access,
            Conditions = new Conditions(Indications: recorded.Split(',', StringSplitOptions.RemoveEmptyEntries)),
        };

        var match = Indications.MatchOf(record, asked);

        Assert.Equal((term, by), (match?.Term, match?.By));
    }

    [Fact]
    public void What_fits_is_found_by_the_statement_as_by_the_rule() =>
        Assert.All(Vocabulary.Indication.Terms, asked => Assert.All(Vocabulary.Indication.Terms, recorded =>
        {
            var record = GivenStack.Classification("1") with { MedicalAccess = "approved_medicine", Conditions = new Conditions(Indications: [recorded.Value]) };
            Assert.Equal(Indications.Fitting(asked.Value).Contains(recorded.Value), Indications.MatchOf(record, asked.Value) is not null);
        }));
}
