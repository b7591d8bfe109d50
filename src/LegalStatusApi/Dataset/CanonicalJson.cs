using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LegalStatusApi.Dataset;

/// <summary>The canonical form of a JSON value by RFC 8785: members sorted by UTF-16 code units, no blanks, ECMAScript numbers.</summary>
public static class CanonicalJson
{
    // Half a character must not pass for another text.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Utf8(JsonNode? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return Strict.GetBytes(text.ToString());
    }

    public static string Text(JsonNode? value) => Encoding.UTF8.GetString(Utf8(value));

    private static void Write(StringBuilder text, JsonNode? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                WriteList(text, '{', '}', members.OrderBy(member => member.Key, StringComparer.Ordinal), member =>
                {
                    WriteString(text, member.Key);
                    text.Append(':');
                    Write(text, member.Value);
                });
                break;
            case JsonArray items:
                WriteList(text, '[', ']', items, item => Write(text, item));
                break;
            default:
                WriteScalar(text, value);
                break;
        }
    }

    private static void WriteList<T>(StringBuilder text, char open, char close, IEnumerable<T> items, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            write(item);
        }

        text.Append(close);
    }

    private static void WriteScalar(StringBuilder text, JsonNode value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                WriteString(text, value.GetValue<string>());
                break;
            case JsonValueKind.Number:
                WriteNumber(text, double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(value.GetValueKind() == JsonValueKind.True ? "true" : "false");
                break;
        }
    }

    // .NET's shortest round-trip digits are ECMAScript's, but not its notation: within this range ECMAScript has no exponent,
    // and a decimal, which holds more digits than a double has, writes none. Minus zero is zero.
    private static void WriteNumber(StringBuilder text, double number)
    {
        if (number != 0 && Math.Abs(number) is < 1e-6 or >= 1e21)
        {
            throw new NotSupportedException($"The number {number} is outside what records hold.");
        }

        var digits = number.ToString("R", CultureInfo.InvariantCulture);
        text.Append(number == 0 ? "0" : decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
    }

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), '"', '\\']);

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        if (value.AsSpan().IndexOfAny(Escaped) < 0)
        {
            text.Append(value).Append('"');
            return;
        }

        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => text.Append(letter),
            };
        }

        text.Append('"');
    }
}
