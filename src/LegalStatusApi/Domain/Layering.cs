namespace LegalStatusApi.Domain;

/// <summary>One level of the stack on one day.</summary>
/// <param name="Place">The level.</param>
/// <param name="Applies">Its law is law in the place asked about.</param>
/// <param name="Finding">What it says of the substance, or of the form asked for.</param>
/// <param name="FromSubstance">A form was asked for, and what the level says of the substance counts for it.</param>
/// <param name="Forms">What it says of each form it speaks of.</param>
/// <param name="Leads">Open questions.</param>
/// <param name="Binding">For the United Nations: whether the treaties bind the place asked about.</param>
public sealed record Layer(
    Place Place,
    bool Applies,
    Finding Finding,
    bool FromSubstance,
    IReadOnlyList<(Form Form, Finding Finding)> Forms,
    IReadOnlyList<Lead> Leads,
    string? Binding)
{
    /// <summary>What it says of the day: its record, or what all its candidates say.</summary>
    public Classification? Said => Finding.Record ?? Finding.Agreed;

    /// <summary>A country, a territory or a state: not a city, which acts within the law of its state.</summary>
    public bool MakesItsOwnLaw => Place.Type is "country" or "territory" or "subdivision";
}

/// <summary>The law of a place on a day: its own level first, then those above it.</summary>
public static class Layering
{
    public static IReadOnlyList<Layer> LayersOn(this Stack stack, DateOnly day, Form? form) => new LawOnDay(stack, day).LayersOf(form);
}
