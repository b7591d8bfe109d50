using LegalStatusApi.Domain;
using LegalStatusApi.Features.Maps;
using LegalStatusApi.Features.Statuses;

namespace LegalStatusApi.Features.Explorer;

/// <summary>What a preview of a link to a page shows.</summary>
/// <param name="Address">The whole address of a picture of <see cref="MapCard.Width"/> by <see cref="MapCard.Height"/> pixels.</param>
/// <param name="Alt">What it shows, in words.</param>
public sealed record PageCard(string Address, string Alt)
{
    /// <summary>The map around a place, on the day and at the revision that were asked for.</summary>
    public static PageCard Of(string root, string place, Substance substance, Form? form, StatusQuestion question)
    {
        var region = MapGeometry.RegionOf(place);
        var address = question.Address(
            DrawCard.PathOf(substance.Slug), ("region", region == MapTerms.World ? null : region), ("form", form?.Slug));
        return new PageCard(root + address, MapOfDay.TitleOf(form?.Name ?? substance.Name, region));
    }
}
