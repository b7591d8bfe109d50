using System.Xml;

namespace LegalStatusApi.Features.Maps;

/// <summary>Text as a picture can hold it.</summary>
public static class MapText
{
    /// <summary>Text of the record may hold letters that XML 1.0 has no way to write.</summary>
    public static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Select(rune =>
        rune.Value <= 0xFFFF && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
}
