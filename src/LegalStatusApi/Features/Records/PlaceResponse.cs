using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Records;

/// <summary>A place.</summary>
/// <param name="Code">ISO 3166-1 alpha-2, ISO 3166-2, those with a slug, UN or EU.</param>
/// <param name="Name">English short name.</param>
/// <param name="Type">international, supranational, country, territory, subdivision, county or municipality.</param>
public sealed record PlaceResponse(string Code, string Name, string Type)
{
    public static PlaceResponse Of(Place place) => new(place.Code, place.Name, place.Type);
}
