using LegalStatusApi.Domain;
using LegalStatusApi.Features.Jurisdictions;
using LegalStatusApi.Features.Maps;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;

namespace LegalStatusApi.Features.Explorer.Places;

/// <summary>The page of a place: what its law says of each substance on a day, and how that came to be.</summary>
public static class ShowPlacePage
{
    /// <param name="Code">ISO 3166-1 alpha-2, ISO 3166-2, those and a slug, UN or EU.</param>
    /// <param name="On">Law date; today (UTC) where absent or empty.</param>
    /// <param name="Revision">Revision of the record; the latest where absent or empty.</param>
    public sealed record Request([FromRoute] string Code, [FromQuery] string? On, [FromQuery] string? Revision);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, StackCache stacks, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.OfForm(http);
        if (PageQuestion.Read(check, clock, request.On, null, request.Revision) is not { } question)
        {
            return check.Problem().Result();
        }

        if (!JurisdictionCode.TryCanonicalize(request.Code, out var code))
        {
            return await NoSuchPlaceAsync(http, request.Code, stacks, cancellation);
        }

        if (code != request.Code)
        {
            return Answer.CanonicalAt(http.Request, $"/places/{code}");
        }

        var found = await stacks.FindAsync([.. Covered.Substances.Select(substance => (code, substance))], question.Asked, cancellation);
        if (found.Count == 0)
        {
            return question.Asked.NoSuchRevision().Result();
        }

        var asked = AskedRevision.Of(found[0].Revision);
        if (!found[0].PlaceIsKnown || (await ShowJurisdiction.FindAsync(code, asked, stacks.Database, cancellation))?.Said is not [var place])
        {
            return await NoSuchPlaceAsync(http, code, stacks, cancellation);
        }

        var above = place.Parents.FirstOrDefault(parent => parent.Law == "applies") is { } parent
            ? (await ShowJurisdiction.FindAsync(parent.Code, asked, stacks.Database, cancellation))?.Said[0]
            : null;
        var beside = above?.Children.Where(child => child.Code != code && child.To is null && child.Type == place.Type).ToList() ?? [];
        var neighbours = await NamePlaces.FindAsync(Neighbours.Of(code), asked, stacks.Database, cancellation);
        var substances = found.Where(each => each.Stack is not null).Select(each => SubstanceView.Of(each.Stack!, question)).ToList();
        return await Page.Of<PlacePage>(http, new PlaceView(place, question, substances, beside, above, neighbours, http.Request.Absolute("")), found[0].Revision.RecordedAt);
    }

    public static async Task<IResult> NoSuchPlaceAsync(HttpContext http, string typed, StackCache stacks, CancellationToken cancellation) =>
        (await KnownNames.FindAsync(stacks.Database, cancellation)).NoSuchPlace(typed).Result();
}
