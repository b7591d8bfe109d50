using System.Text;
using System.Xml;
using LegalStatusApi.Features.Records;

namespace LegalStatusApi.Features.Maps;

/// <summary>The map as the card that a social network or a messenger shows beside a link: the map on the left, its legend on the right.</summary>
public static class MapCard
{
    /// <summary>Pixels, as Open Graph and Twitter ask for.</summary>
    public const int Width = 1200;

    public const int Height = 630;

    private const string Ink = "#1d1d1b";
    private const string Prefix = "m-";

    // Where the map itself may lie; it keeps its own proportions within.
    private static readonly (string, string)[] Frame = [("x", "20"), ("y", "98"), ("width", "850"), ("height", "450")];

    /// <summary>The card as SVG.</summary>
    /// <param name="map">The map.</param>
    /// <param name="address">Where it is, whole.</param>
    /// <param name="source">The address of the service.</param>
    public static byte[] Write(MapOfDay map, string address, string source)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            Start(writer, "svg", ("width", $"{Width}"), ("height", $"{Height}"), ("font-family", "sans-serif"), ("fill", Ink));
            Start(writer, "rect", ("width", "100%"), ("height", "100%"), ("fill", "#ffffff"));
            writer.WriteEndElement();
            Line(writer, map.Title, 52, 38, "600");
            Line(writer, MapPicture.DayOf(map), 82, 20);
            Start(writer, "svg", Frame);
            writer.WriteRaw(MapPicture.Fragment(map, new MapPicture.Shown(Prefix, Heading: false, Legend: false)));
            writer.WriteEndElement();
            Start(writer, "g", ("transform", "translate(880 104) scale(1.2)"));
            new MapLegend(writer, new MapFills(Prefix), Ink).Write(0, columns: 1);
            writer.WriteEndElement();
            Line(writer, $"{Notices.LawOn(map.Question.Day.On)} Unknown never means lawful.", 572, 16);
            Line(writer, $"Source: Legal Status API, {source} · data CC BY 4.0 · outlines: {MapPicture.CreditOf(map)}", 594, 16);
            Line(writer, address, 616, 16);
            writer.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Line(XmlWriter writer, string text, int y, int size, string weight = "400")
    {
        Start(writer, "text", ("x", "30"), ("y", $"{y}"), ("font-size", $"{size}"), ("font-weight", weight));
        writer.WriteString(MapText.Clean(text));
        writer.WriteEndElement();
    }

    private static void Start(XmlWriter writer, string name, params (string Name, string Value)[] attributes)
    {
        writer.WriteStartElement(name, MapPicture.Svg);
        foreach (var (attribute, value) in attributes)
        {
            writer.WriteAttributeString(attribute, value);
        }
    }
}
