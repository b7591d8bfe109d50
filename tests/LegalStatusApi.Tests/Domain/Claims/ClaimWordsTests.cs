using LegalStatusApi.Domain;
using LegalStatusApi.Domain.Claims;

namespace LegalStatusApi.Tests.Domain.Claims;

/// <summary>The table of claim words is whole, and says nothing absurd.</summary>
public sealed class ClaimWordsTests
{
    public static TheoryData<string> Words => [.. ClaimWords.All.Select(word => word.Name)];

    [Theory]
    [MemberData(nameof(Words))]
    public void A_word_has_a_verdict_beside_every_status_and_every_status_of_an_activity(string name)
    {
        var word = ClaimWords.Find(name)!;
        string[] verdicts = [VerdictTerm.Supported, VerdictTerm.Overstated, VerdictTerm.Contradicted, VerdictTerm.CannotSay];

        Assert.Equal(Vocabulary.Status.Terms.Select(term => term.Value), word.ByStatus.Keys);
        Assert.Equal(Vocabulary.ActivityStatus.Terms.Select(term => term.Value), word.ByActivity.Keys);
        Assert.All(word.ByStatus.Values.Concat(word.ByActivity.Values).Concat(word.Finer.Select(rule => rule.Verdict)), verdict => Assert.Contains(verdict, verdicts));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Nothing_is_said_of_what_is_unknown_or_unclear(string name)
    {
        var word = ClaimWords.Find(name)!;

        Assert.Equal(VerdictTerm.CannotSay, word.ByStatus[StatusTerm.Unknown]);
        Assert.Equal(VerdictTerm.CannotSay, word.ByStatus[StatusTerm.Unclear]);
        Assert.Equal(VerdictTerm.CannotSay, word.ByActivity["unclear"]);
    }

    // The words that the status vocabulary warns of must not come out as supported beside that status.
    [Fact]
    public void No_word_that_would_be_wrong_beside_a_status_is_supported_by_it()
    {
        foreach (var status in Vocabulary.Status.Terms)
        {
            foreach (var word in (status.Avoid ?? []).Select(ClaimWords.Find).OfType<ClaimWord>())
            {
                Assert.True(word.ByStatus[status.Value] != VerdictTerm.Supported, $"{word.Name} beside {status.Value}");
            }
        }
    }

    [Fact]
    public void A_rule_that_is_finer_speaks_of_parts_and_words_that_there_are()
    {
        foreach (var rule in ClaimWords.All.SelectMany(word => word.Finer))
        {
            var known = rule.Part switch
            {
                "medicalAccess" => Vocabulary.MedicalAccess,
                "thresholds" => Vocabulary.ThresholdEffect,
                "schedule" => null,
                _ => Vocabulary.Activity.Has(rule.Part) ? Vocabulary.ActivityStatus : throw new InvalidOperationException(rule.Part),
            };
            Assert.All(rule.Values, value => Assert.True(known!.Has(value), $"{rule}"));
            Assert.All(rule.Statuses, status => Assert.True(Vocabulary.Status.Has(status), $"{rule}"));
        }
    }

    [Theory]
    [InlineData("Legalised", "legalized")]
    [InlineData("LOWEST-PRIORITY", "deprioritized")]
    [InlineData("not  scheduled", "uncontrolled")]
    [InlineData("prescription_only", "prescription_only")]
    [InlineData("prescription only", "prescription_only")]
    [InlineData("Available by prescription", "by_prescription")]
    [InlineData("approved for medical use", "approved_medicine")]
    [InlineData("off-label", "off_label")]
    [InlineData("a felony", "felony")]
    [InlineData("licensed program", "supervised")]
    public void Case_hyphens_and_blanks_do_not_matter(string typed, string word) => Assert.Equal(word, ClaimWords.Find(typed)?.Name);

    [Fact]
    public void The_public_table_is_the_table() =>
        Assert.All(ClaimWords.All, word => Assert.Equal(word.ByStatus, Vocabulary.Claim[word.Name].ByStatus));
}
