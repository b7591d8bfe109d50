using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using Npgsql;

namespace LegalStatusApi.Features.Statuses;

/// <summary>The rows of FetchLevels.sql, gathered: what belongs to another thing is put to it, and everything into its order.</summary>
internal sealed class SaidOfLevels
{
    private readonly List<Substance> _substances = [];
    private readonly List<Of<Form>> _forms = [];
    private readonly List<Place> _places = [];
    private readonly List<Of<ParentLink>> _links = [];
    private readonly List<Classification> _records = [];
    private readonly List<Of<Lead>> _leads = [];
    private readonly List<Of<PendingLaw>> _pending = [];
    private readonly List<Of<Participation>> _participations = [];
    private readonly List<Of<Citation>> _citations = [];
    private Revision? _revision;

    // What is said, what it belongs to, and its order there.
    private readonly record struct Of<T>(string? Owner, int Ordinal, string? Key, T Said);

    /// <summary>Null where there is no row, since there is no such revision.</summary>
    public static async Task<LevelsOfLaw?> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var said = new SaidOfLevels();
        while (await reader.ReadAsync(cancellation))
        {
            said.Add(reader);
        }

        return said._revision is null ? null : said.Gathered();
    }

    private void Add(NpgsqlDataReader row)
    {
        switch (row.GetString(0))
        {
            case "citation":
                _citations.Add(new Of<Citation>(row.GetString(1), row.GetInt32(2), null, CitationOf(row.GetFieldValue<string?[]>(5))));
                break;
            case "classification":
                _records.Add(Read(row, DomainJson.Types.Classification).Said);
                break;
            case "place":
                _places.Add(Read(row, DomainJson.Types.Place).Said);
                break;
            case "link":
                _links.Add(Read(row, DomainJson.Types.ParentLink));
                break;
            case "participation":
                _participations.Add(Read(row, DomainJson.Types.Participation));
                break;
            case "form":
                _forms.Add(Read(row, DomainJson.Types.Form));
                break;
            case "substance":
                _substances.Add(Read(row, DomainJson.Types.Substance).Said);
                break;
            case "pending":
                _pending.Add(Read(row, DomainJson.Types.PendingLaw));
                break;
            case "lead":
                _leads.Add(Read(row, DomainJson.Types.Lead));
                break;
            case "revision":
                var revision = Read(row, DomainJson.Types.Revision).Said;
                _revision = revision with { RecordedAt = revision.RecordedAt.ToUniversalTime() };
                break;
        }
    }

    private static Of<T> Read<T>(NpgsqlDataReader row, JsonTypeInfo<T> type) => new(
        row.IsDBNull(1) ? null : row.GetString(1),
        row.IsDBNull(2) ? 0 : row.GetInt32(2),
        row.IsDBNull(3) ? null : row.GetString(3),
        JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(4), type)!);

    // In the order in which FetchLevels.sql names them.
    private static Citation CitationOf(string?[] fields) => new(
        fields[0]!, fields[1]!, int.Parse(fields[2]!, CultureInfo.InvariantCulture), fields[3]!, fields[4], fields[5], DayOf(fields[6]),
        fields[7]!, fields[8]!, fields[9], fields[10], fields[11], fields[12], fields[13] is { } window ? DayWindow.Parse(window) : null,
        DayOf(fields[14]), fields[15] == "true", fields[16]);

    private static DateOnly? DayOf(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private LevelsOfLaw Gathered()
    {
        var forms = _forms.OrderBy(form => form.Ordinal).ToLookup(form => form.Owner, form => form.Said, StringComparer.Ordinal);
        var citations = _citations.OrderBy(citation => citation.Ordinal).ToLookup(citation => citation.Owner, citation => citation.Said, StringComparer.Ordinal);
        var links = _links.OrderBy(link => link.Key, StringComparer.Ordinal).ToLookup(link => link.Said.Jurisdiction, link => link.Said, StringComparer.Ordinal);
        var participations = _participations.ToLookup(part => part.Said.Jurisdiction, part => new Keyed<Participation>(part.Key!, part.Said), StringComparer.Ordinal);
        var records = _records.OrderBy(record => record.From?.First ?? DateOnly.MinValue).ThenBy(record => record.Id, StringComparer.Ordinal)
            .Select(record => record with { Citations = [.. citations[record.Id]] }).ToLookup(record => (record.Jurisdiction, record.Substance));
        var leads = _leads.ToLookup(lead => (lead.Said.Jurisdiction, lead.Owner!), lead => new Keyed<Lead>(lead.Key!, lead.Said));
        var pending = _pending.ToLookup(
            law => (law.Said.Jurisdiction, law.Owner!), law => new Keyed<PendingLaw>(law.Key!, law.Said with { Citations = [.. citations[law.Said.Id]] }));
        return new LevelsOfLaw(
            _revision!,
            _substances.ToDictionary(substance => substance.Slug, substance => substance with { Forms = [.. forms[substance.Slug]] }, StringComparer.Ordinal),
            _places.ToDictionary(place => place.Code, place => new PlaceOfLaw(place, [.. links[place.Code]], [.. participations[place.Code]]), StringComparer.Ordinal),
            records.Select(each => each.Key).Concat(leads.Select(each => each.Key)).Concat(pending.Select(each => each.Key)).Distinct()
                .ToDictionary(key => key, key => new LawOfPlace([.. records[key]], [.. leads[key]], [.. pending[key]])));
    }
}
