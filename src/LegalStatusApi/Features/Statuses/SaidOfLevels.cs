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
                _citations.Add(Read(row, DomainJson.Types.Citation));
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

    private LevelsOfLaw Gathered()
    {
        var forms = _forms.OrderBy(form => form.Ordinal).ToLookup(form => form.Owner, form => form.Said, StringComparer.Ordinal);
        var citations = _citations.OrderBy(citation => citation.Ordinal).ToLookup(citation => citation.Owner, citation => citation.Said, StringComparer.Ordinal);
        return new LevelsOfLaw(
            _revision!,
            _substances.Select(substance => substance with { Forms = [.. forms[substance.Slug]] }),
            _places,
            InOrder(_links).Select(link => link.Said),
            _records.OrderBy(record => record.From?.First ?? DateOnly.MinValue).ThenBy(record => record.Id, StringComparer.Ordinal)
                .Select(record => record with { Citations = [.. citations[record.Id]] }),
            InOrder(_leads).ToLookup(lead => lead.Owner!, lead => lead.Said, StringComparer.Ordinal),
            _pending
                .OrderBy(law => law.Said.ExpectedOn?.First ?? DateOnly.MaxValue).ThenBy(law => law.Said.ExpectedOn?.Last ?? DateOnly.MaxValue)
                .ThenBy(law => law.Key, StringComparer.Ordinal)
                .ToLookup(law => law.Owner!, law => law.Said with { Citations = [.. citations[law.Said.Id]] }, StringComparer.Ordinal),
            [.. InOrder(_participations).Select(part => part.Said)]);
    }

    private static IOrderedEnumerable<Of<T>> InOrder<T>(IEnumerable<Of<T>> said) => said.OrderBy(each => each.Key, StringComparer.Ordinal);
}
