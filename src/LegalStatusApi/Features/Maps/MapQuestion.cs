using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maps;

/// <summary>A map: of which substance, of which part of the world, on which day, at which revision.</summary>
/// <param name="Substance">Slug of the substance.</param>
/// <param name="Region">A term of <see cref="MapTerms.Regions"/>.</param>
/// <param name="Day">Law day, form and revision.</param>
public sealed record MapQuestion(string Substance, string Region, StatusQuestion Day)
{
    public static MapQuestion Read(
        Check check, TimeProvider clock, string substance, string? on, string? region, string? form, string? revision, string? asOf) => new(
            substance.ToLowerInvariant(),
            check.Term("region", region, MapTerms.Regions) ?? MapTerms.World,
            StatusQuestion.Read(check, clock, on, form, revision, asOf));

    /// <summary>The address of the map without its day and revision.</summary>
    /// <param name="path">With {0} for the substance: where the map is asked for.</param>
    public string AddressAt(Func<string, string> path) =>
        DayList.AddressOf(path(Uri.EscapeDataString(Substance)), ("region", Region == MapTerms.World ? null : Region));

    /// <summary>How long the answer keeps, and where it will always be.</summary>
    public Freshness FreshnessOf(Revision revision, Func<string, string> path) => new(
        revision.RecordedAt,
        Day.PermalinkOf(AddressAt(path), revision.Number),
        Day.IsPinned,
        Day.LatestOf(AddressAt(path)));
}
