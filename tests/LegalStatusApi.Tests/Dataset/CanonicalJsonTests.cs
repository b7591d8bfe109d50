using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;

namespace LegalStatusApi.Tests.Dataset;

/// <summary>The examples of RFC 8785 themselves, as far as their numbers are such as records hold.</summary>
public sealed class CanonicalJsonTests
{
    [Fact]
    public void Strings_literals_and_members_are_as_in_section_3_2_2() =>
        Assert.Equal(
            """{"literals":[null,true,false],"numbers":[4.5,0.002],"string":"€$\u000f\nA'B\"\\\\\"/"}""",
            CanonicalJson.Text(JsonNode.Parse("""
                {
                  "numbers": [4.50, 2e-3],
                  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
                  "literals": [null, true, false]
                }
                """)));

    [Fact]
    public void Members_are_sorted_by_utf_16_code_units_as_in_section_3_2_3()
    {
        var sorted = CanonicalJson.Text(JsonNode.Parse("""
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """));

        Assert.Equal(["Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh"],
            JsonNode.Parse(sorted)!.AsObject().Select(member => (string?)member.Value));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1", "1")]
    [InlineData("-1", "-1")]
    [InlineData("1.0", "1")]
    [InlineData("1e2", "100")]
    [InlineData("4.50", "4.5")]
    [InlineData("2e-3", "0.002")]
    [InlineData("0.5", "0.5")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00001", "0.00001")]
    [InlineData("0.00005", "0.00005")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.0000015", "0.0000015")]
    [InlineData("-0.0000033333333333333333", "-0.0000033333333333333333")]
    [InlineData("333333.3333333332", "333333.3333333332")]
    [InlineData("333333.33333333326", "333333.33333333326")]
    [InlineData("333333.3333333333", "333333.3333333333")]
    [InlineData("333333.3333333334", "333333.3333333334")]
    [InlineData("333333.33333333343", "333333.33333333343")]
    [InlineData("999999999999999", "999999999999999")]
    [InlineData("9007199254740992", "9007199254740992")]
    [InlineData("1424953923781206.2", "1424953923781206.2")]
    [InlineData("999999999999999900000", "999999999999999900000")]
    [InlineData("1e21", null)]
    [InlineData("0.0000009", null)]
    [InlineData("1e999", null)]
    public void Numbers_are_as_ecmascript_writes_them_or_refused(string number, string? canonical)
    {
        if (canonical is null)
        {
            Assert.Throws<NotSupportedException>(() => CanonicalJson.Text(JsonNode.Parse(number)));
        }
        else
        {
            Assert.Equal(canonical, CanonicalJson.Text(JsonNode.Parse(number)));
        }
    }

    [Theory]
    [InlineData("\b\t\n\f\r", "\"\\b\\t\\n\\f\\r\"")]
    [InlineData("\u0000\u001f", "\"\\u0000\\u001f\"")]
    [InlineData("\u007f/", "\"\u007f/\"")]
    [InlineData("<>&'+é😀", "\"<>&'+é😀\"")]
    public void Only_what_must_be_escaped_is_escaped(string text, string canonical) =>
        Assert.Equal(canonical, CanonicalJson.Text(JsonValue.Create(text)));

    [Fact]
    public void Lists_and_objects_within_each_other_keep_no_blank() =>
        Assert.Equal("""{"a":[],"b":{},"c":[{"d":1,"e":[2]},null]}""",
            CanonicalJson.Text(JsonNode.Parse("""{ "c": [ { "e": [ 2 ], "d": 1 }, null ], "b": { }, "a": [ ] }""")));

    [Fact]
    public void The_bytes_are_utf_8() =>
        Assert.Equal([0x22, 0xe2, 0x82, 0xac, 0x22], CanonicalJson.Utf8(JsonValue.Create("€")));

    [Fact]
    public void A_lone_surrogate_has_no_canonical_form() =>
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.Utf8(JsonValue.Create("\ud800")));
}
