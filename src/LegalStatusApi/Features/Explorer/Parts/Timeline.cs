using System.Globalization;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Explorer.Parts;

/// <summary>Periods of law as bars of one scale, from the year in which the first begins to two years after today.</summary>
/// <param name="Slug">Slug of the substance.</param>
/// <param name="Rows">One for each level and form that has periods.</param>
/// <param name="Ticks">Years to be written along the scale.</param>
/// <param name="Marked">Where the day asked about lies, in per cent of the width.</param>
public sealed record Timeline(string Slug, IReadOnlyList<Timeline.Row> Rows, IReadOnlyList<Timeline.Tick> Ticks, string Marked)
{
    private const int YearsAhead = 2;
    private const int MostTicks = 6;
    private static readonly int[] Steps = [1, 2, 5, 10, 20, 50];

    /// <summary>What one level says of the substance itself or of one form.</summary>
    public sealed record Row(Place Place, Form? Form, IReadOnlyList<Bar> Bars);

    /// <summary>A period. Positions are in per cent of the width.</summary>
    /// <param name="Record">What it says.</param>
    /// <param name="Doubtful">Where the days begin or end of which it is not known whether it holds; null where there are none.</param>
    /// <param name="Share">Its width.</param>
    public sealed record Bar(Classification Record, string X, double Share, (string X, string Width)? Doubtful)
    {
        private const int Letter = 8;
        private const int Margins = 10;
        private const int Telephone = 288;
        private const int Table = 736;

        public string Width => Percent(Share);

        /// <summary>On which screens its word has room within it (a class of the style sheet): on any, on wide ones alone; null: on none, where its title and the list say it.</summary>
        public string? Room
        {
            get
            {
                var needed = (Parts.Words.Plain(Record.Status).Length * Letter) + Margins;
                return needed <= Share / 100 * Telephone ? "anywhere" : needed <= Share / 100 * Table ? "wide" : null;
            }
        }
    }

    public sealed record Tick(int Year, string X);

    /// <summary>Every period of the levels whose law applies; null where there is none.</summary>
    public static Timeline? Of(StatusAnswer answer, DateOnly today)
    {
        var stack = answer.Stack;
        var rows = answer.Layers.Where(layer => layer.Applies)
            .SelectMany(layer => FormsOf(answer).Select(form => (layer.Place, Form: form, Steps: History.StepsOf(stack, layer.Place.Code, form))))
            .Where(row => row.Steps.Count > 0)
            .ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var days = rows.SelectMany(row => row.Steps).SelectMany(step => new[] { step.Record.From?.First, step.Record.AttestedFrom, step.Record.To?.First }).OfType<DateOnly>()
            .Append(answer.On).Append(today).ToList();
        var scale = new Scale(new DateOnly(days.Min().Year, 1, 1), new DateOnly(Math.Max(days.Max().Year, today.Year) + YearsAhead, 1, 1));
        return new Timeline(
            stack.Substance.Slug,
            [.. rows.Select(row => new Row(row.Place, row.Form, [.. row.Steps.Select(step => scale.BarOf(step.Record))]))],
            scale.Ticks(),
            scale.At(answer.On));
    }

    // Of a form that is asked about, what is said of itself, and of the substance where that counts for it; else all that is said.
    private static IEnumerable<Form?> FormsOf(StatusAnswer answer) => answer.Form switch
    {
        null => new[] { (Form?)null }.Concat(answer.Stack.Substance.Forms),
        { FallsBack: true } form => [null, form],
        var form => [form],
    };

    private sealed record Scale(DateOnly Start, DateOnly End)
    {
        public string At(DateOnly day) => Percent(Share(day));

        public Bar BarOf(Classification record)
        {
            // Of what holds with an unknown beginning, the bar begins where a source shows it.
            var (from, to) = (Share(record.From?.First ?? record.AttestedFrom ?? Start), Share(record.To?.First ?? End));
            var sure = Share(record.From?.Last ?? record.AttestedFrom ?? Start);
            return new Bar(record, Percent(from), Math.Max(to - from, 0.4), sure > from + 0.2 ? (Percent(from), Percent(Math.Min(sure, to) - from)) : null);
        }

        public IReadOnlyList<Tick> Ticks()
        {
            var years = End.Year - Start.Year;
            var step = Array.Find(Steps, each => years / each <= MostTicks) is > 0 and var fitting ? fitting : Steps[^1];
            return [.. Enumerable.Range(Start.Year, years).Where(year => year % step == 0).Select(year => new Tick(year, At(new DateOnly(year, 1, 1))))];
        }

        private double Share(DateOnly day) =>
            Math.Clamp((day.DayNumber - Start.DayNumber) * 100.0 / (End.DayNumber - Start.DayNumber), 0, 100);
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share:0.##}%");
}
