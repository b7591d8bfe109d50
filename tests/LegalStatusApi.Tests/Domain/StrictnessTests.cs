using LegalStatusApi.Domain;

namespace LegalStatusApi.Tests.Domain;

public sealed class StrictnessTests
{
    [Fact]
    public void Statuses_run_from_strict_to_free()
    {
        string[] inOrder =
        [
            "prohibited", "medical_only", "prescription_only", "deprioritized", "decriminalized", "supervised_program", "uncontrolled", "legal",
        ];

        Assert.Equal(inOrder, inOrder.OrderBy(status => Strictness.RankOfStatus(status)));
        Assert.Equal(inOrder.Length, inOrder.Select(Strictness.RankOfStatus).Distinct().Count());
    }

    [Theory]
    [InlineData("unclear")]
    [InlineData("unknown")]
    public void What_is_unclear_or_unknown_has_no_rank(string status)
    {
        Assert.Null(Strictness.RankOfStatus(status));
        Assert.False(Strictness.IsFreerThanPrescriptionOnly(status));
    }

    [Theory]
    [InlineData("prohibited", false)]
    [InlineData("medical_only", false)]
    [InlineData("prescription_only", false)]
    [InlineData("deprioritized", true)]
    [InlineData("decriminalized", true)]
    [InlineData("supervised_program", true)]
    [InlineData("uncontrolled", true)]
    [InlineData("legal", true)]
    public void Freer_than_medicines_law_is_whatever_comes_after_it(string status, bool freer) =>
        Assert.Equal(freer, Strictness.IsFreerThanPrescriptionOnly(status));

    [Theory]
    [InlineData("criminal_offense", "low_priority", -1)]
    [InlineData("low_priority", "civil_offense", -1)]
    [InlineData("civil_offense", "license", -1)]
    [InlineData("not_permitted", "prescription", -1)]
    [InlineData("license", "permitted", -1)]
    [InlineData("permitted", "criminal_offense", 1)]
    [InlineData("prescription", "license", 0)]
    [InlineData("supervised_program", "prescription", 0)]
    [InlineData("permitted", "unregulated", 0)]
    [InlineData("not_permitted", "criminal_offense", 0)]
    [InlineData("civil_offense", "not_permitted", 0)]
    [InlineData("not_permitted", "not_permitted", 0)]
    [InlineData("unclear", "criminal_offense", 0)]
    [InlineData("permitted", "unclear", 0)]
    public void Activities_are_compared_by_what_they_forbid(string one, string other, int order)
    {
        Assert.Equal(order, Math.Sign(Strictness.CompareActivity(one, other)));
        Assert.Equal(-order, Math.Sign(Strictness.CompareActivity(other, one)));
    }

    [Fact]
    public void Every_activity_status_but_unclear_can_be_compared() =>
        Assert.All(Vocabulary.ActivityStatus.Terms.Where(term => term.Value != "unclear"), term => Assert.True(
            Strictness.CompareActivity(term.Value, "criminal_offense") != 0 || Strictness.CompareActivity(term.Value, "permitted") != 0, term.Value));
}
