using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;

namespace LegalStatusApi.Features.Maps;

/// <summary>What every place of a region says of a substance or form on a day.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Revision">The revision that says so.</param>
/// <param name="Substance">The substance.</param>
/// <param name="Form">The form asked for, if one was.</param>
/// <param name="Geometry">Where the places lie.</param>
/// <param name="Places">The places, in the order of the geometry.</param>
public sealed record MapOfDay(
    MapQuestion Question, Revision Revision, Substance Substance, Form? Form, MapGeometry Geometry, IReadOnlyList<PlaceOnMap> Places)
{
    /// <summary>What the map is of: the name of the form, or of the substance.</summary>
    public string Subject => Form?.Name ?? Substance.Name;

    public string On => $"{Question.Day.On:yyyy-MM-dd}";

    /// <summary>What the map is, in a line.</summary>
    public string Title => TitleOf(Subject, Question.Region);

    public static string TitleOf(string subject, string region) => $"{subject} in law: {NameOf(region)}";

    /// <summary>Where the answer for a place stands.</summary>
    public string? PermalinkOf(string code) =>
        Question.Day.PermalinkOf(OneStack.PathOf("/v1/status", code, Substance.Slug), Revision.Number);

    private static string NameOf(string region) => region switch
    {
        MapTerms.World => "the world",
        "US" => "United States",
        "CA" => "Canada",
        "AU" => "Australia",
        var other => other,
    };

    public static MapOfDay Of(MapQuestion question, LevelsOfLaw levels, Substance substance, Form? form)
    {
        var geometry = MapGeometry.Of(question.Region);
        return new MapOfDay(question, levels.Revision, substance, form, geometry,
        [
            .. geometry.Places.Select(outline => new PlaceOnMap(outline, outline.Code is { } code && levels.StackOf(code, substance.Slug) is { } stack
                ? StatusAnswer.Of(stack, form, question.Day.On, question.Day.IsFuture)
                : null)),
        ]);
    }
}
