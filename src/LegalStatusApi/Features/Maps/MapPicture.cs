using System.Text;
using System.Xml;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;

namespace LegalStatusApi.Features.Maps;

/// <summary>
/// Draws a map as SVG: a file that stands alone, or a fragment within a page. It has neither script nor style sheet, so that it
/// lives under any content security policy and within an image.
/// </summary>
public sealed class MapPicture
{
    public const string Svg = "http://www.w3.org/2000/svg";

    private const int Head = 62;
    private const int Foot = 66;

    private readonly XmlWriter _writer;
    private readonly MapOfDay _map;
    private readonly Shown _shown;
    private readonly MapFills _fills;
    private readonly bool _isFile;

    private MapPicture(XmlWriter writer, MapOfDay map, Shown shown, bool isFile) =>
        (_writer, _map, _shown, _fills, _isFile) = (writer, map, shown, new MapFills(shown.Prefix), isFile);

    /// <summary>What a picture shows beside the map itself.</summary>
    /// <param name="Prefix">Before each id, so that several maps can stand in one page.</param>
    /// <param name="LinkOf">Where the page of a place is, by its code; without it places are no links.</param>
    /// <param name="Heading">Title and date stand above the map.</param>
    /// <param name="Legend">The legend stands below it.</param>
    /// <param name="Address">Where the map is, whole, for the lines below it; without it there are none.</param>
    /// <param name="Source">The address of the service, for those lines.</param>
    public sealed record Shown(
        string Prefix, Func<string, string>? LinkOf = null, bool Heading = true, bool Legend = true, string? Address = null, string? Source = null);

    /// <summary>The map as a file.</summary>
    /// <param name="map">The map.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="absolute">Makes an address of the service whole.</param>
    public static byte[] File(MapOfDay map, string address, Func<string, string> absolute)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            writer.WriteStartDocument();
            new MapPicture(writer, map, new Shown("m-", Address: absolute(address), Source: absolute("/")), isFile: true).Write();
            writer.WriteEndDocument();
        }

        return bytes.ToArray();
    }

    /// <summary>The map as an element of a page. Its places are links where <paramref name="shown"/> says where to.</summary>
    public static string Fragment(MapOfDay map, Shown shown)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment }))
        {
            new MapPicture(writer, map, shown, isFile: false).Write();
        }

        return text.ToString();
    }

    // A file has its own ground; in a page, which may be dark, text has the colour of the page's text.
    private string Ink => _isFile ? "#1d1d1b" : "currentColor";

    private double Width => _map.Geometry.Width;

    private double MapTop => _shown.Heading ? Head : 0;

    private double LegendTop => MapTop + _map.Geometry.Height + 14;

    private double FootTop => _shown.Legend ? LegendTop + MapLegend.Height : LegendTop - 14;

    private void Write()
    {
        var height = FootTop + (_shown.Address is null ? 0 : Foot);
        _writer.WriteStartElement("svg", Svg);
        Attributes(("viewBox", $"0 0 {Width} {height}"), ("width", _isFile ? $"{Width}" : "100%"), ("font-family", "system-ui, sans-serif"));
        if (_isFile)
        {
            Attributes(("height", $"{height}"));
        }

        // What is an image to a screen reader has no links within.
        Attributes(("role", _shown.LinkOf is null ? "img" : "group"), ("aria-labelledby", $"{_shown.Prefix}title"), ("aria-describedby", $"{_shown.Prefix}desc"));
        Text("title", _map.Title + $", law on {_map.On}", ("id", $"{_shown.Prefix}title"));
        Text("desc", Description(), ("id", $"{_shown.Prefix}desc"));
        _fills.WriteDefinitions(_writer);
        if (_isFile)
        {
            Element("rect", ("width", $"{Width}"), ("height", $"{height}"), ("fill", "#ffffff"));
        }

        WriteHeading();
        WritePlaces();
        if (_shown.Legend)
        {
            new MapLegend(_writer, _fills, Ink).Write(LegendTop);
        }

        WriteFoot();
        _writer.WriteEndElement();
    }

    private string Description() => "How each place classifies it: "
        + string.Join(", ", _map.Places.GroupBy(place => place.Headline?.Status ?? MapTerms.OutsideCoverage)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{Wording.Plain(group.Key)} {group.Count()}"))
        + $". Unknown never means lawful. {Notices.LawOn(_map.Question.Day.On)}";

    private void WriteHeading()
    {
        if (!_shown.Heading)
        {
            return;
        }

        Text("text", _map.Title, ("x", "14"), ("y", "29"), ("font-size", "22"), ("font-weight", "600"), ("fill", Ink));
        Text("text", DayOf(_map), ("x", "14"), ("y", "51"), ("font-size", "14"), ("fill", Ink));
    }

    private void WritePlaces()
    {
        _writer.WriteStartElement("g", Svg);
        Attributes(("transform", $"translate(0 {MapTop})"), ("stroke", "#c4c4bd"), ("stroke-width", "0.7"), ("stroke-linejoin", "round"));
        if (_map.Geometry.Ground.Length > 0)
        {
            Element("path", ("class", "ground"), ("d", _map.Geometry.Ground), ("fill", "#efefec"), ("stroke", "none"));
        }

        foreach (var place in _map.Places)
        {
            WritePlace(place);
        }

        _writer.WriteEndElement();
    }

    private void WritePlace(PlaceOnMap place)
    {
        var link = place.Code is { } code && _shown.LinkOf is { } linkOf ? linkOf(code) : null;
        if (link is not null)
        {
            _writer.WriteStartElement("a", Svg);
            Attributes(("href", link));
        }

        var outline = place.Outline;
        _writer.WriteStartElement(outline.Path is null ? "circle" : "path", Svg);
        Attributes(("class", place.Classes), ("fill", _fills.Of(place)));
        if (place.Code is not null)
        {
            Attributes(("data-code", place.Code));
        }

        Attributes(outline.Path is null
            ? [("cx", $"{outline.X}"), ("cy", $"{outline.Y}"), ("r", $"{_map.Geometry.Radius}"), ("stroke", MapFills.RimOf(place)), ("stroke-width", "0.9")]
            : [("d", outline.Path)]);
        Text("title", place.Say);
        _writer.WriteEndElement();
        if (link is not null)
        {
            _writer.WriteEndElement();
        }
    }

    private void WriteFoot()
    {
        if (_shown.Address is not { } address)
        {
            return;
        }

        (string, string)[] look = [("x", "14"), ("font-size", "11.5"), ("fill", Ink)];
        Text("text", $"{Notices.LawOn(_map.Question.Day.On)} Unknown never means lawful.", [.. look, ("y", $"{FootTop + 16}")]);
        Text("text", $"Source: Legal Status API, {_shown.Source} · data CC BY 4.0 · outlines: {CreditOf(_map)}", [.. look, ("y", $"{FootTop + 34}")]);
        Text("text", address, [.. look, ("y", $"{FootTop + 52}")]);
    }

    /// <summary>Of which day and revision it is, in words.</summary>
    public static string DayOf(MapOfDay map) =>
        $"Law on {map.On}{(map.Question.Day.IsFuture ? "; so it will be unless the law changes" : "")} · revision {map.Revision.Number} of the record";

    /// <summary>Who made the outlines.</summary>
    public static string CreditOf(MapOfDay map) => map.Question.Region == "US" ? "US Census Bureau" : "Natural Earth";

    private void Text(string name, string text, params (string Name, string Value)[] attributes)
    {
        _writer.WriteStartElement(name, Svg);
        Attributes(attributes);
        _writer.WriteString(MapText.Clean(text));
        _writer.WriteEndElement();
    }

    private void Element(string name, params (string Name, string Value)[] attributes)
    {
        _writer.WriteStartElement(name, Svg);
        Attributes(attributes);
        _writer.WriteEndElement();
    }

    private void Attributes(params (string Name, string Value)[] attributes)
    {
        foreach (var (name, value) in attributes)
        {
            _writer.WriteAttributeString(name, MapText.Clean(value));
        }
    }
}
