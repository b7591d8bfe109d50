using System.Net;
using System.Xml;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Maps;

/// <summary>What the colours and patterns of a map mean: every status of the vocabulary, and every mark.</summary>
public sealed class MapLegend(XmlWriter writer, MapFills fills, string ink)
{
    private const int Columns = 4;
    private const int ColumnWidth = 236;
    private const int RowHeight = 25;

    /// <summary>Each status and mark: the word of the vocabulary, how the legend calls it, and what it means.</summary>
    public static readonly IReadOnlyList<(string Word, string Label, string Meaning)> Items =
    [
        .. Vocabulary.Status.Terms.Select(term => (term.Value, Wording.Plain(term.Value), term.Meaning)),
        .. MapTerms.Marks.Terms.Select(term => (term.Value, term.Say![0], term.Meaning)),
    ];

    /// <summary>The same as a list of a page, whose letters stay readable on small screens and in the dark.</summary>
    /// <param name="prefix">The prefix of the map whose patterns it shows.</param>
    public static string List(string prefix)
    {
        var fills = new MapFills(prefix);
        return "<ul class=\"key\">" + string.Concat(Items.Select(item =>
            $"<li title=\"{Text(item.Meaning)}\"><svg width=\"26\" height=\"17\" aria-hidden=\"true\"><rect width=\"26\" height=\"17\" fill=\"{fills.Of(item.Word)}\"></rect></svg> {Text(item.Label)}</li>"))
            + "</ul>";
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static int RowsIn(int columns) => (Items.Count + columns - 1) / columns;

    public static int Height => RowsIn(Columns) * RowHeight;

    public void Write(double top, int columns = Columns)
    {
        writer.WriteStartElement("g", MapPicture.Svg);
        writer.WriteAttributeString("class", "legend");
        writer.WriteAttributeString("transform", $"translate(14 {top})");
        writer.WriteAttributeString("font-size", "13");
        writer.WriteAttributeString("fill", ink);
        var rows = RowsIn(columns);
        // Column by column, so that the order from strict to free is read downwards.
        for (var i = 0; i < Items.Count; i++)
        {
            WriteItem(Items[i], i / rows * ColumnWidth, i % rows * RowHeight);
        }

        writer.WriteEndElement();
    }

    private void WriteItem((string Word, string Label, string Meaning) item, int x, int y)
    {
        writer.WriteStartElement("g", MapPicture.Svg);
        writer.WriteElementString("title", MapPicture.Svg, item.Meaning);
        writer.WriteStartElement("rect", MapPicture.Svg);
        foreach (var (name, value) in new[]
        {
            ("x", $"{x}"), ("y", $"{y}"), ("width", "26"), ("height", "17"), ("fill", fills.Of(item.Word)), ("stroke", "#77776f"), ("stroke-width", "0.6"),
        })
        {
            writer.WriteAttributeString(name, value);
        }

        writer.WriteEndElement();
        writer.WriteStartElement("text", MapPicture.Svg);
        writer.WriteAttributeString("x", $"{x + 34}");
        writer.WriteAttributeString("y", $"{y + 13}");
        writer.WriteString(item.Label);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
