using System.Globalization;
using System.Xml.Linq;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maps;

/// <summary>A map as a reader's program sees it.</summary>
public sealed class Picture(string text)
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public string Text { get; } = text;

    public XElement Root { get; } = XDocument.Parse(text).Root!;

    /// <summary>Shapes and dots of places, whether covered or not.</summary>
    public IEnumerable<XElement> Places => Root.Descendants()
        .Where(each => each.Name.LocalName is "path" or "circle" && each.Attribute("class") is { Value: not "ground" });

    public IEnumerable<string> LegendWords => Root.Descendants(Svg + "g").Single(each => (string?)each.Attribute("class") == "legend")
        .Descendants(Svg + "text").Select(each => each.Value);

    /// <summary>What colour or pattern the legend shows beside a word.</summary>
    public string LegendFillOf(string word) => (string)Root.Descendants(Svg + "g").Single(each => (string?)each.Element(Svg + "text") == word && each.Element(Svg + "rect") is not null)
        .Element(Svg + "rect")!.Attribute("fill")!;

    public static async Task<Picture> OfAsync(TestApi api, string address) =>
        new(await api.Client.GetStringAsync(address, TestContext.Current.CancellationToken));

    public XElement Place(string code) => Places.Single(each => (string?)each.Attribute("data-code") == code);

    public string ClassOf(string code) => (string)Place(code).Attribute("class")!;

    public string TitleOf(string code) => Place(code).Element(Svg + "title")!.Value;

    public string FillOf(string code) => (string)Place(code).Attribute("fill")!;

    /// <summary>Every id that a fill refers to.</summary>
    public IEnumerable<string> Referred => Root.Descendants().Attributes("fill").Select(fill => fill.Value)
        .Where(fill => fill.StartsWith("url(#", StringComparison.Ordinal)).Select(fill => fill[5..^1]).Distinct(StringComparer.Ordinal);

    public double Number(string attribute) => double.Parse(Root.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
