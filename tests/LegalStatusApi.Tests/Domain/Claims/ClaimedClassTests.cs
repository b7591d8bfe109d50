using LegalStatusApi.Domain.Claims;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Domain.Claims;

public sealed class ClaimedClassTests
{
    [Theory]
    [InlineData("Class B", "Class B; Schedule 2", "supported")]
    [InlineData("class-b drug", "Class B; Schedule 2", "supported")]
    [InlineData("SCHEDULE 2", "Class B; Schedule 2", "supported")]
    [InlineData("Class A", "Class B; Schedule 2", "contradicted")]
    [InlineData("Schedule 1", "Schedule I", "supported")]
    [InlineData("Schedule II", "Schedule I", "contradicted")]
    [InlineData("Schedule 4", "Schedule 4 Part I", "supported")]
    [InlineData("Schedule 4, Part 1", "Schedule 4 Part I", "supported")]
    [InlineData("Schedule 4 Part I", "Schedule 4", "cannot_say")]
    [InlineData("Class A", null, null)]
    public void A_class_is_compared_without_regard_to_case_and_numerals(string claimed, string? recorded, string? verdict) =>
        Assert.Equal(verdict, ClaimedClass.Find(claimed, [])!.Judge(GivenStack.Classification("1", schedule: recorded), null));

    [Fact]
    public void What_is_on_no_list_has_no_class() => Assert.Equal(VerdictTerm.Contradicted,
        ClaimedClass.Find("Class A", [])!.Judge(GivenStack.Classification("1", status: "uncontrolled"), null));

    [Theory]
    [InlineData("Lijst I", true)]
    [InlineData("natural medicine", true)]
    [InlineData("class", false)]
    [InlineData("terrible", false)]
    [InlineData("schedule of the trains that leave for the coast on Sundays", false)]
    public void A_text_is_a_class_if_lists_are_called_so_or_one_on_record_is(string typed, bool isClass) =>
        Assert.Equal(isClass, ClaimedClass.Find(typed, ["Schedule I; natural medicine"]) is not null);
}
