namespace LegalStatusApi.Domain;

/// <summary>One record of a list on a day, with the levels of law that it stands among.</summary>
/// <param name="Record">The record, of the substance or of one form.</param>
/// <param name="Subject">What it is about: the name of the substance or of the form.</param>
/// <param name="Standing">A term of <see cref="StandingTerm"/>.</param>
/// <param name="Certainty">How sure it is that it holds on the day.</param>
/// <param name="Own">The answer for the record's own place.</param>
/// <param name="Asked">The answer for the place asked about, which may lie below it; the same where none was.</param>
public sealed record RecordOnDay(
    Classification Record, string Subject, string Standing, string Certainty, StatusAnswer Own, StatusAnswer Asked)
{
    public Place Place => Own.Place;

    /// <summary>A form was asked for, and this is what the place says of the substance.</summary>
    public bool FromSubstance => Own.Form is not null && Record.Form is null;

    /// <summary>The strictest level, where it is another and says another word.</summary>
    public Layer? StricterElsewhere =>
        Asked.Headline.Strictest is { Said: { } said } level && level.Place.Code != Place.Code && said.Status != Record.Status ? level : null;

    /// <summary>Levels above the record's place whose law applies there too, and what each says.</summary>
    public IEnumerable<(Layer Level, Classification Said)> LevelsAbove =>
        Own.Layers.Skip(1).Where(layer => layer is { Applies: true, Finding.Record.MayBeRelied: true }).Select(layer => (layer, layer.Finding.Record!));

    /// <param name="record">A record that may hold on the day.</param>
    /// <param name="own">The stack of the record's place.</param>
    /// <param name="asked">The stack of the place asked about, if one was.</param>
    /// <param name="form">The form asked for, if one was.</param>
    /// <param name="on">The law day.</param>
    /// <param name="isFuture">The day lies ahead.</param>
    public static RecordOnDay Of(Classification record, Stack own, Stack? asked, Form? form, DateOnly on, bool isFuture)
    {
        var about = form ?? own.Substance.Forms.FirstOrDefault(each => each.Slug == record.Form);
        var answer = StatusAnswer.Of(own, about, on, isFuture);
        var finding = Picking.Pick(
            [.. own.Classifications.Where(each => each.Jurisdiction == record.Jurisdiction && each.Form == record.Form)], on);
        var certainty = answer.Headline.Record?.Id == record.Id ? answer.Headline.Certainty
            : finding.Certainty == CertaintyTerm.Certain && isFuture ? CertaintyTerm.Projected
            : finding.Certainty;
        return new RecordOnDay(
            record,
            own.Substance.Forms.FirstOrDefault(each => each.Slug == record.Form)?.Name ?? own.Substance.Name,
            StandingOf(record, finding, answer.Place),
            certainty,
            answer,
            asked is null ? answer : StatusAnswer.Of(asked, about, on, isFuture));
    }

    private static string StandingOf(Classification record, Finding finding, Place place) =>
        record.IsLead ? StandingTerm.Lead
        : place.Type is "international" or "supranational" ? StandingTerm.Context
        : finding.Record is null ? StandingTerm.Uncertain
        : StandingTerm.OnRecord;
}
