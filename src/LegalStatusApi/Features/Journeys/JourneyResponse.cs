using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;

namespace LegalStatusApi.Features.Journeys;

/// <summary>What the law says at both ends of a journey with a substance. What lies between is not considered.</summary>
/// <param name="Substance">Slug of the substance.</param>
/// <param name="Form">Slug of the form asked for; absent for the substance itself.</param>
/// <param name="On">The law day (UTC).</param>
/// <param name="Revision">The revision of the record that says so.</param>
/// <param name="From">The place that is left.</param>
/// <param name="To">The place that is entered.</param>
/// <param name="Shared">Levels whose law binds at both ends: within one country its law applies on the way too.</param>
/// <param name="Say">Plain sentences, safe to print: both answers, that no prescription, exemption or status travels, and what is not known.</param>
/// <param name="Permalink">Where exactly this answer will always be; absent where the day lies ahead.</param>
/// <param name="Notice">What every reuse must say.</param>
public sealed record JourneyResponse(
    string Substance,
    string? Form,
    string On,
    long Revision,
    JourneyEnd From,
    JourneyEnd To,
    IReadOnlyList<PlaceResponse> Shared,
    IReadOnlyList<string> Say,
    string? Permalink,
    string Notice)
{
    public static JourneyResponse Of(Journey journey, string? permalink, string? fromPermalink, string? toPermalink) => new(
        journey.From.Stack.Substance.Slug,
        journey.From.Form?.Slug,
        journey.From.On.ToString("yyyy-MM-dd"),
        journey.From.Stack.Revision.Number,
        JourneyEnd.Of(journey.From, fromPermalink),
        JourneyEnd.Of(journey.To, toPermalink),
        [.. journey.Shared.Select(layer => PlaceResponse.Of(layer.Place))],
        JourneyWording.Of(journey),
        permalink,
        Notices.LawOn(journey.From.On));
}

/// <summary>One end of a journey: the status answer in short.</summary>
/// <param name="Jurisdiction">The place.</param>
/// <param name="Status">One word of the status vocabulary; unknown with a reason.</param>
/// <param name="Reason">Why it is unknown.</param>
/// <param name="Certainty">How sure the date is.</param>
/// <param name="Verification">How well the record was checked; absent where there is none.</param>
/// <param name="Schedule">The class or list exactly as that law names it.</param>
/// <param name="Level">Code of the level it comes from.</param>
/// <param name="Classification">Stable id of the classification that heads the answer.</param>
/// <param name="MedicalAccess">Which lawful route of treatment exists there; it does not reach the other end.</param>
/// <param name="ImportExport">What is on record of taking it across the border.</param>
/// <param name="Possession">What is on record of holding it.</param>
/// <param name="Permalink">Where the whole status answer will always be; absent where the day lies ahead.</param>
public sealed record JourneyEnd(
    PlaceResponse Jurisdiction,
    string Status,
    string? Reason,
    string Certainty,
    string? Verification,
    string? Schedule,
    string Level,
    string? Classification,
    string? MedicalAccess,
    JourneyActivity ImportExport,
    JourneyActivity Possession,
    string? Permalink)
{
    public static JourneyEnd Of(StatusAnswer answer, string? permalink)
    {
        var (headline, record) = (answer.Headline, answer.Headline.Record);
        return new JourneyEnd(
            PlaceResponse.Of(answer.Place), headline.Status, headline.Reason, headline.Certainty, headline.Verification, record?.Schedule,
            headline.Layer!.Place.Code, record?.Id, record?.MedicalAccess,
            JourneyActivity.Of(answer, "importExport"), JourneyActivity.Of(answer, "possession"), permalink);
    }
}

/// <summary>What is on record of an activity at one end.</summary>
/// <param name="Said">The strictest that a level of law says which binds there; unknown where nothing was checked, which does not mean lawful.</param>
/// <param name="Levels">What each level says, most local first.</param>
public sealed record JourneyActivity(string Said, IReadOnlyList<JourneyLevel> Levels)
{
    public static JourneyActivity Of(StatusAnswer answer, string activity)
    {
        var said = Journey.Of(answer, activity);
        return new JourneyActivity(
            Journey.Strictest(said, activity),
            [.. said.Select(each => new JourneyLevel(
                each.Layer.Place.Code, each.Record.Activities[activity], each.Record.Verification, each.Record.Id))]);
    }
}

/// <summary>What one level of law says of an activity.</summary>
/// <param name="Level">Code of the level.</param>
/// <param name="Said">How it treats the activity.</param>
/// <param name="Verification">How well its record was checked.</param>
/// <param name="Classification">Stable id of its classification, which has the citations: so has the whole status answer.</param>
public sealed record JourneyLevel(string Level, string Said, string Verification, string Classification);
