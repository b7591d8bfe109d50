using System.Xml;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Maps;

/// <summary>
/// How a status looks: a colour from dark (strict) to light (free), and a texture where two colours are alike in grey or to the
/// colour-blind. White stripes across it mean that it was not checked in the law itself.
/// </summary>
/// <param name="prefix">Before each id, so that several maps can stand in one page.</param>
public sealed class MapFills(string prefix)
{
    private static readonly Dictionary<string, string> Colours = new(StringComparer.Ordinal)
    {
        [StatusTerm.Prohibited] = "#6b1d3c",
        [StatusTerm.MedicalOnly] = "#a13f4d",
        [StatusTerm.PrescriptionOnly] = "#c9715a",
        [StatusTerm.Deprioritized] = "#dba05f",
        [StatusTerm.Decriminalized] = "#b9b45a",
        [StatusTerm.SupervisedProgram] = "#5fa88f",
        [StatusTerm.Uncontrolled] = "#a8d0d8",
        [StatusTerm.Legal] = "#d6ecf5",
        [StatusTerm.Unclear] = "#b3a6c9",
    };

    // What lies on the colour, repeated as tiles.
    private static readonly Dictionary<string, (string Colour, int Tile, string Path, string Stroke)> Textures = new(StringComparer.Ordinal)
    {
        [StatusTerm.Deprioritized] = (Colours[StatusTerm.Deprioritized], 6, "M3 3h.01", "#5e3a10"),
        [StatusTerm.SupervisedProgram] = (Colours[StatusTerm.SupervisedProgram], 6, "M3 3h.01", "#ffffff"),
        [StatusTerm.Unclear] = (Colours[StatusTerm.Unclear], 8, "M0 4q2-3 4 0t4 0", "#54447a"),
        [StatusTerm.Unknown] = ("#e3e3e0", 6, "M-1 1L1-1M0 6L6 0M5 7L7 5", "#8f8f89"),
        [MapTerms.NotOnRecord] = ("#f1f1ec", 7, "M3.5 3.5h.01", "#6f6f69"),
        [MapTerms.OutsideCoverage] = ("#ffffff", 10, "M5 2.5v5M2.5 5h5", "#a9a9a2"),
    };

    /// <summary>The fill of a place.</summary>
    public string Of(PlaceOnMap place) => place.Mark == MapTerms.NotChecked
        ? Url($"{MapTerms.NotChecked}-{place.Headline!.Status}")
        : Of(place.Mark ?? place.Headline!.Status);

    /// <summary>The fill of a status or a mark.</summary>
    public string Of(string word) => word == MapTerms.NotChecked ? Url($"{MapTerms.NotChecked}-{StatusTerm.MedicalOnly}")
        : Textures.ContainsKey(word) ? Url(word)
        : Colours[word];

    /// <summary>What sets a dot off from the shape that it lies upon, which often looks the same.</summary>
    public static string RimOf(PlaceOnMap place) =>
        place.Headline?.Status is StatusTerm.Prohibited or StatusTerm.MedicalOnly or StatusTerm.PrescriptionOnly ? "#ffffff" : "#2b2b28";

    public void WriteDefinitions(XmlWriter writer)
    {
        writer.WriteStartElement("defs", MapPicture.Svg);
        foreach (var (word, (colour, tile, path, stroke)) in Textures)
        {
            Pattern(writer, word, colour, tile, path, stroke, path.EndsWith("h.01", StringComparison.Ordinal) ? 2.2 : 1.2);
        }

        foreach (var (status, colour) in Colours)
        {
            Pattern(writer, $"{MapTerms.NotChecked}-{status}", colour, 6, "M-1 5L1 7M0 0L6 6M5-1L7 1", "#ffffff", 1.1);
        }

        writer.WriteEndElement();
    }

    private void Pattern(XmlWriter writer, string name, string colour, int tile, string path, string stroke, double width)
    {
        writer.WriteStartElement("pattern", MapPicture.Svg);
        writer.WriteAttributeString("id", prefix + name);
        writer.WriteAttributeString("width", $"{tile}");
        writer.WriteAttributeString("height", $"{tile}");
        writer.WriteAttributeString("patternUnits", "userSpaceOnUse");
        writer.WriteStartElement("path", MapPicture.Svg);
        writer.WriteAttributeString("d", $"M0 0H{tile}V{tile}H0z");
        writer.WriteAttributeString("fill", colour);
        writer.WriteEndElement();
        writer.WriteStartElement("path", MapPicture.Svg);
        writer.WriteAttributeString("d", path);
        writer.WriteAttributeString("fill", "none");
        writer.WriteAttributeString("stroke", stroke);
        writer.WriteAttributeString("stroke-width", $"{width}");
        writer.WriteAttributeString("stroke-linecap", "round");
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private string Url(string name) => $"url(#{prefix}{name})";
}
