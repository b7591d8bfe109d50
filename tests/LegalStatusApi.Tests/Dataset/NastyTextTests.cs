using FsCheck;
using FsCheck.Fluent;
using LegalStatusApi.Dataset;

namespace LegalStatusApi.Tests.Dataset;

public class NastyTextTests
{
    private static readonly string[] Pieces =
    [
        "'", "\"", "''", ":", ": ", " #", "#", "- ", "-", "---", "...", "? ", "!", "&a", "*a", "|", ">", "%", "@", "`",
            ",",
        "[", "]", "{", "}", "\\", "\\n", "NO", "null", "~", "1e3", "0o7", "1971", "2019-05-07", "true", "<<", "=", "😀",
        "👩‍👩‍👧", "שלום", "مرحبا", "\u200F", "\u00A0", "\uFEFF", "é", "e\u0301", "향정신성의약품", "§ 28-302", " ", "  ", "   ",
        "a", "drug", "substance", "x: y", "a #b",
        new string('w', 130), string.Join(' ', Enumerable.Repeat("controlled", 15)),
    ];

    private static readonly Arbitrary<string> Texts = Arb.From(
        Gen.ListOf(Gen.Elements(Pieces)).Select(pieces => string.Concat(pieces).Trim()).Where(text => text.Length > 0));

    [Fact]
    public void Any_text_survives_in_every_kind_of_field() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(600),
            Prop.ForAll(Texts, text => RoundTrip.Holds(RowsWith(text))));

    [Fact]
    public void Each_piece_alone_survives() =>
        Assert.All(Pieces.Where(piece => piece.Trim().Length == piece.Length), piece =>
            RoundTrip.Holds(RowsWith(piece)));

    // Long and short, block and flow, deep and shallow: every way in which a text is written.
    private static List<Row> RowsWith(string text) =>
    [
        .. Sample.Whole.Rows().Select(row => row switch
        {
            JurisdictionRow { Code: "US" } place => place with { Name = text, Aliases = [text, text + "x", "short"] },
            ParticipationRow participation => participation with { Pinpoint = text },
            SourceRow { Key: "us-csa" } source => source with { Title = text, Citation = text },
            ClassificationRow { Key: "US/psilocybin-2" } record => record with
            {
                Disputed = text,
                ToCheck = text + " " + text,
                Conditions = record.Conditions! with { Setting = text },
            },
            LeadRow lead => lead with { ToCheck = text },
            _ => row,
        }),
    ];
}
