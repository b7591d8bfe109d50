using LegalStatusApi.Domain;

namespace LegalStatusApi.Tests.Domain;

/// <summary>Ids are cited by others: these values must never change. They were worked out with another program.</summary>
public sealed class RecordIdTests
{
    [Fact]
    public void The_id_of_a_classification_is_for_ever() =>
        Assert.Equal("cls_lqkskicjljsbuuge", RecordId.OfClassification("US-CO-denver/psilocybin-mushrooms-1"));

    [Fact]
    public void The_id_of_a_lead_is_for_ever() => Assert.Equal("led_lmfsywsz3jacghl4", RecordId.OfLead("GB/ketamine-lead-1"));

    [Fact]
    public void The_id_of_a_pending_law_is_for_ever() => Assert.Equal("pnd_ki7mxw6k5nrzrgql", RecordId.OfPendingLaw("US-CO/psilocybin-pending-1"));

    [Fact]
    public void The_id_of_a_citation_is_for_ever() => Assert.Equal("cit_7ory45nzjqwrydfr",
        RecordId.OfCitation("cls_lqkskicjljsbuuge", "us-co-denver-i-301-2019", 1, "establishes", "§ 28-302"));

    [Fact]
    public void The_id_of_a_citation_without_a_pinpoint_is_for_ever() => Assert.Equal("cit_i7rnwuufvrxfrqvy",
        RecordId.OfCitation("cls_lqkskicjljsbuuge", "us-co-denver-i-301-2019", 1, "establishes", null));

    [Fact]
    public void The_same_key_gives_another_id_to_another_kind_of_record() =>
        Assert.NotEqual(RecordId.OfClassification("a")[4..], RecordId.OfLead("a")[4..]);
}
