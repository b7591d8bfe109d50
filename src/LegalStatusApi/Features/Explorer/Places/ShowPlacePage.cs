using LegalStatusApi.Domain;
using LegalStatusApi.Features.Jurisdictions;
using LegalStatusApi.Features.Maps;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Explorer.Places;

/// <summary>The page of a place: what its law says of each substance on a day, and how that came to be.</summary>
public static class ShowPlacePage
{
    /// <param name="Code">ISO 3166-1 alpha-2, ISO 3166-2, those and a slug, UN or EU.</param>
    /// <param name="On">Law date; today (UTC) where absent or empty.</param>
    /// <param name="Revision">Revision of the record; the latest where absent or empty.</param>
    public sealed record Request([FromRoute] string Code, [FromQuery] string? On, [FromQuery] string? Revision);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.OfForm(http);
        if (PageQuestion.Read(check, clock, request.On, null, request.Revision) is not { } question)
        {
            return check.Problem().Result();
        }

        if (!JurisdictionCode.TryCanonicalize(request.Code, out var code))
        {
            return await NoSuchPlaceAsync(http, request.Code, database, cancellation);
        }

        if (code != request.Code)
        {
            return Answer.CanonicalAt(http.Request, $"/places/{code}");
        }

        var stacks = await FetchStacks.FindAsync(database, [.. Covered.Substances.Select(substance => (code, substance))], question.Asked, cancellation);
        if (stacks.Count == 0)
        {
            return question.Asked.NoSuchRevision().Result();
        }

        var asked = AskedRevision.Of(stacks[0].Revision);
        if (!stacks[0].PlaceIsKnown || (await ShowJurisdiction.FindAsync(code, asked, database, cancellation))?.Said is not [var place])
        {
            return await NoSuchPlaceAsync(http, code, database, cancellation);
        }

        var above = place.Parents.FirstOrDefault(parent => parent.Law == "applies") is { } parent
            ? (await ShowJurisdiction.FindAsync(parent.Code, asked, database, cancellation))?.Said[0]
            : null;
        var beside = above?.Children.Where(child => child.Code != code && child.To is null && child.Type == place.Type).ToList() ?? [];
        var neighbours = await NamePlaces.FindAsync(Neighbours.Of(code), asked, database, cancellation);
        var substances = stacks.Where(found => found.Stack is not null).Select(found => SubstanceView.Of(found.Stack!, question)).ToList();
        return await Page.Of<PlacePage>(http, new PlaceView(place, question, substances, beside, above, neighbours), stacks[0].Revision.RecordedAt);
    }

    public static async Task<IResult> NoSuchPlaceAsync(HttpContext http, string typed, NpgsqlDataSource database, CancellationToken cancellation) =>
        (await KnownNames.FindAsync(database, cancellation)).NoSuchPlace(typed).Result();
}
