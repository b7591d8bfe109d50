using System.Security.Cryptography;
using System.Text;
using LegalStatusApi.Dataset;

namespace LegalStatusApi.Tests.Dataset;

/// <summary>What anyone who proves the chain with a program of their own must come to.</summary>
public sealed class ChainTests
{
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 16).Select(number => (byte)number)];
    private static readonly RecordedRow Added = new("lead", "led_a", 2, null, Salt, """{"id":"led_a","key":"DE/x"}""", """{"summary":"S","toCheck":"T"}""");
    private static readonly RecordedRow Closed = new("form", "psilocybin/spores", 1, 2, Salt, """{"slug":"spores"}""", "{}");
    private static readonly RevisionHead Head = new(2, new DateTime(2026, 11, 21, 12, 0, 0, 123, DateTimeKind.Utc), "Author", "Reviewer", "Why", Salt, "[]");

    private static string AddedText => $$"""{"action":"added","digests":{"summary":"{{Digest("summary", "\"S\"")}}","toCheck":"{{Digest("toCheck", "\"T\"")}}"},"fields":{"id":"led_a","key":"DE/x"},"id":"led_a","recordedIn":2,"relation":"lead"}""";

    private static string ClosedText => """{"action":"closed","id":"psilocybin/spores","recordedIn":1,"relation":"form"}""";

    [Fact]
    public void The_hash_of_a_row_is_that_of_its_canonical_json_with_its_texts_as_salted_digests()
    {
        var entry = Assert.Single(Chain.Entries([Added], 2));

        Assert.Equal(("added", "lead", "led_a", Hash(AddedText)), (entry.Action, entry.Relation, entry.Id, Convert.ToHexStringLower(entry.Hash)));
    }

    [Fact]
    public void A_closed_row_is_named_and_not_repeated() =>
        Assert.Equal(Hash(ClosedText), Convert.ToHexStringLower(Assert.Single(Chain.Entries([Closed], 2)).Hash));

    [Fact]
    public void The_content_of_a_revision_is_its_rows_sorted_by_action_relation_and_id() =>
        Assert.Equal(Hash($"[{AddedText},{ClosedText}]"), Convert.ToHexStringLower(Chain.ContentHash([Closed, Added], 2)));

    [Fact]
    public void A_row_of_another_revision_is_no_part_of_it() =>
        Assert.Equal(Hash("[]"), Convert.ToHexStringLower(Chain.ContentHash([Closed, Added], 3)));

    [Fact]
    public void The_hash_of_a_revision_holds_its_content_its_predecessor_and_who_when_and_why()
    {
        var content = new string('c', 64);
        var previous = new string('b', 64);

        var hash = Chain.Hash(Head, Convert.FromHexString(content), Convert.FromHexString(previous));

        Assert.Equal(
            Hash($$"""{"author":"Author","contentHash":"{{content}}","number":2,"previousHash":"{{previous}}","reason":"{{Digest("reason", "\"Why\"")}}","recordedAt":"2026-11-21T12:00:00.123000Z","reviewer":"Reviewer"}"""),
            Convert.ToHexStringLower(hash));
    }

    [Fact]
    public void The_first_revision_has_no_predecessor_and_an_unreviewed_one_no_reviewer() =>
        Assert.Equal(
            Hash($$"""{"author":"Author","contentHash":"00","number":2,"reason":"{{Digest("reason", "\"Why\"")}}","recordedAt":"2026-11-21T12:00:00.123000Z"}"""),
            Convert.ToHexStringLower(Chain.Hash(Head with { Reviewer = null }, [0], null)));

    [Fact]
    public void The_reason_of_a_change_is_salted_by_where_it_stands() =>
        Assert.Equal(
            Hash($$"""{"author":"Author","changes":[{"kind":"added","reason":"{{Digest("changes/0/reason", "\"A\"")}}","record":"x"},{"reason":"{{Digest("changes/1/reason", "\"A\"")}}"}],"contentHash":"00","number":2,"reason":"{{Digest("reason", "\"Why\"")}}","recordedAt":"2026-11-21T12:00:00.123000Z","reviewer":"Reviewer"}"""),
            Convert.ToHexStringLower(Chain.Hash(Head with { Changes = """[{"record":"x","kind":"added","reason":"A"},{"reason":"A"}]""" }, [0], null)));

    [Fact]
    public void A_redacted_text_enters_with_the_digest_that_was_kept_and_the_others_with_their_own_salts()
    {
        var redacted = Added with { Salt = [], Texts = """{"summary":"[redacted]","toCheck":"T"}""", Redacted = Kept(Digest("summary", "\"S\"")) };

        Assert.Equal(Chain.ContentHash([Added], 2), Chain.ContentHash([redacted], 2));
    }

    [Theory]
    [InlineData("""{"summary":"S","toCheck":"T"}""")]
    [InlineData("""{"summary":"Another.","toCheck":"T"}""")]
    [InlineData("""{"summary":["[redacted]"],"toCheck":"T"}""")]
    [InlineData("""{"toCheck":"T"}""")]
    [InlineData("""{"summary":"[redacted]","toCheck":"U"}""")]
    [InlineData("""{"summary":"[redacted]","toCheck":"T","disputed":"D"}""")]
    public void A_redacted_row_that_says_anything_else_is_not_what_was_published(string texts)
    {
        var altered = Added with { Salt = [], Texts = texts, Redacted = Kept(Digest("summary", "\"S\"")) };

        Assert.NotEqual(Chain.ContentHash([Added], 2), Chain.ContentHash([altered], 2));
    }

    private static string Kept(string digest) => $$$$"""
        {"salts":{"toCheck":"{{{{Convert.ToHexStringLower(SaltOf("toCheck"))}}}}"},
         "texts":{"summary":{"digest":"{{{{digest}}}}","redaction":"rdc_a","redactedAt":"2026-11-21T12:00:00Z","askedBy":"Ada","confirmedBy":"Bea","reason":"R"}}}
        """;

    private static string Digest(string name, string json) => Convert.ToHexStringLower(SHA256.HashData([.. SaltOf(name), .. Encoding.UTF8.GetBytes(json)]));

    private static byte[] SaltOf(string name) => SHA256.HashData([.. Salt, .. Encoding.UTF8.GetBytes(name)]);

    private static string Hash(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
