namespace LegalStatusApi.Features.Maps;

/// <summary>
/// How high a map in a frame is at a width, in pixels: its picture keeps its shape, and the text around it wraps the more the narrower the
/// frame is. The sizes are those of embed.css; a test measures them in a browser.
/// </summary>
public static class EmbedHeight
{
    // A letter is about half as wide as it is high. What a line holds is cut at words, and fonts differ, so a little is spared.
    private const double LetterWidth = 0.53;
    private const int Spared = 14;
    private const int Sides = 26;
    private const int Edges = 20;
    private const double ParagraphMargins = 12.8;
    private const double LegendMargins = 19.2;
    private const double ColumnWidth = 168;
    private const double ColumnGap = 14;
    private const double LegendRow = 23.5;
    private const double Icon = 31;
    private static readonly (double Size, double Line) Heading = (20, 24);
    private static readonly (double Size, double Line) Small = (13.9, 19.5);

    // The widths for which a frame that is as wide as its page is made to fit.
    private static readonly int[] OrdinaryWidths = [.. Enumerable.Range(0, 18).Select(step => 320 + (step * 40))];

    /// <summary>The height of the map in a frame of this width.</summary>
    public static int At(int width, MapOfDay map)
    {
        var inner = Math.Max(1, width - Sides);
        var height = Edges + Spared
            + HeightOf(map.Title, Heading, inner)
            + HeightOf(MapPicture.DayOf(map), Small, inner) + ParagraphMargins
            + (inner * map.Geometry.Height / map.Geometry.Width)
            + Legend(inner) + LegendMargins
            + HeightOf(EmbedMap.SourceOf(map), Small, inner) + ParagraphMargins;
        return (int)Math.Ceiling(height);
    }

    /// <summary>A height that holds the map at every ordinary width of a page.</summary>
    public static int AtAnyWidth(MapOfDay map) => OrdinaryWidths.Max(width => At(width, map));

    private static double HeightOf(string text, (double Size, double Line) font, double inner) => Lines(text, font.Size, inner) * font.Line;

    private static double Lines(string text, double size, double inner) => Math.Ceiling(text.Length * size * LetterWidth / inner);

    private static double Legend(double inner)
    {
        var columns = Math.Max(1, Math.Floor((inner + ColumnGap) / (ColumnWidth + ColumnGap)));
        var column = ((inner + ColumnGap) / columns) - ColumnGap;
        var rows = MapLegend.Items.Sum(item => (((Lines(item.Label, Small.Size, column - Icon) - 1) * Small.Line) + LegendRow) / LegendRow);
        return Math.Ceiling(rows / columns) * LegendRow;
    }
}
