using LegalStatusApi.Domain;

namespace LegalStatusApi.Tests.Support;

/// <summary>A stack as the database would bring it, made without one: psilocybin in a place and the places above it.</summary>
public sealed class GivenStack(string jurisdiction)
{
    public static readonly Form Mushrooms = new("mushrooms", "Psilocybin mushrooms", FallsBack: true);
    public static readonly Form Truffles = new("truffles", "Psilocybin truffles", FallsBack: true);
    public static readonly Form Spores = new("spores", "Psilocybin spores", FallsBack: false);

    private readonly List<Place> _places = [];
    private readonly List<ParentLink> _links = [];
    private readonly List<Classification> _records = [];
    private readonly List<Lead> _leads = [];
    private readonly List<PendingLaw> _pending = [];
    private readonly List<Participation> _participations = [];

    public Stack Stack => new(new Revision(1, DateTimeOffset.UnixEpoch), jurisdiction,
        new Substance("psilocybin", "Psilocybin", [Mushrooms, Truffles, Spores]), _places, _links, _records, _leads, _pending, _participations);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    /// <summary>Denver, Colorado, the United States and the United Nations.</summary>
    public static GivenStack Denver() => new GivenStack("US-CO-denver")
        .Place("US-CO-denver", "US-CO").Place("US-CO", "US").Place("US", "UN", "context").Place("UN");

    public GivenStack Place(string code, string? parent = null, string law = "applies", string? from = null, string? to = null)
    {
        if (!_places.Exists(place => place.Code == code))
        {
            var type = code switch
            {
                "UN" => "international",
                "EU" => "supranational",
                _ => code.Count(letter => letter == '-') switch { 0 => "country", 1 => "subdivision", _ => "municipality" },
            };
            _places.Add(new Place(code, $"Place {code}", type));
        }

        if (parent is not null)
        {
            _links.Add(new ParentLink(code, parent, law, Date(from), Date(to)));
        }

        return this;
    }

    public GivenStack Record(
        string place,
        string status = "prohibited",
        string? form = null,
        string? from = "2000-01-01",
        string? to = null,
        string? attestedFrom = null,
        string verification = "secondary",
        string? schedule = null,
        params (string Activity, string Status)[] activities)
    {
        _records.Add(Classification($"{place}/{_records.Count + 1}", place, status, form, from, to, attestedFrom, verification, schedule, activities));
        return this;
    }

    public GivenStack Lead(string place, string? form = null)
    {
        _leads.Add(new Lead("led_1", place, form, "Nothing was found.", "Read the list."));
        return this;
    }

    public GivenStack Pending(string place, string? expectedOn, string? form = null)
    {
        _pending.Add(new PendingLaw("pnd_1", place, form, "bill", "A bill", Date(expectedOn), "It would change the law.", []));
        return this;
    }

    public GivenStack Party(string place, string? from = null, string? to = null, bool party = true)
    {
        _participations.Add(new Participation(place, "un-cps-1971", party, Date(from), Date(to)));
        return this;
    }

    public IReadOnlyList<Layer> LayersOn(string day, Form? form = null) => Stack.LayersOn(Day(day), form);

    public StatusAnswer AnswerOn(string day, Form? form = null, bool isFuture = false) => StatusAnswer.Of(Stack, form, Day(day), isFuture);

    public static Classification Classification(
        string key,
        string place = "DE",
        string status = "prohibited",
        string? form = null,
        string? from = null,
        string? to = null,
        string? attestedFrom = null,
        string verification = "secondary",
        string? schedule = null,
        params (string Activity, string Status)[] activities) => new(
            key, key, place, "psilocybin", form, Date(from), Date(to), attestedFrom is null ? null : Day(attestedFrom), status, schedule,
            activities.ToDictionary(each => each.Activity, each => each.Status, StringComparer.Ordinal), "unknown", [], null, "A summary.",
            verification, null, null, null, 1, []);

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);
}
