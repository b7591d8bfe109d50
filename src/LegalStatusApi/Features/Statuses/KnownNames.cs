using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Statuses;

/// <summary>Every name, code and identifier that leads to a place or a substance: asked for only when one was not found.</summary>
public sealed class KnownNames
{
    public static readonly KnownNames None = new([]);
    private readonly ILookup<string, Known> _kinds;

    private KnownNames(IEnumerable<Known> names) => _kinds = names.ToLookup(name => name.Kind, StringComparer.Ordinal);

    public static async Task<KnownNames> FindAsync(NpgsqlDataSource database, CancellationToken cancellation) =>
        new(await database.ReadAsync(connection => connection.QueryAsync<Known>(
            new CommandDefinition(SqlFile.Beside<KnownNames>(), cancellationToken: cancellation)), cancellation));

    /// <summary>The slug that a synonym or a CAS number leads to.</summary>
    public string? SubstanceOf(string typed) =>
        _kinds["substance"].FirstOrDefault(known => string.Equals(known.Name, typed, StringComparison.OrdinalIgnoreCase))?.Leads;

    public Problem NoSuchSubstance(string typed)
    {
        var suggestions = SubstanceOf(typed) is { } same ? [same] : Suggest("substance", typed);
        return Problems.UnknownSubstance.With(
            $"No substance '{Check.Shown(typed)}'.{Nearest.Ask(suggestions)} See /v1/substances.", suggestions: suggestions);
    }

    public Problem NoSuchPlace(string typed)
    {
        var codes = _kinds["jurisdiction"].Where(known => known.Name == known.Leads).Select(known => known.Leads);
        var nearest = Nearest.To(typed, codes);
        var suggestions = nearest.Count > 0 ? nearest : Suggest("jurisdiction", typed);
        return Problems.UnknownJurisdiction.With(
            $"No jurisdiction '{Check.Shown(typed)}'.{Nearest.Ask(suggestions)} See /v1/jurisdictions.", suggestions: suggestions);
    }

    private List<string> Suggest(string kind, string typed)
    {
        var leads = _kinds[kind].ToLookup(known => known.Name, known => known.Leads, StringComparer.Ordinal);
        return [.. Nearest.To(typed, leads.Select(name => name.Key)).SelectMany(name => leads[name]).Distinct(StringComparer.Ordinal)];
    }

    private sealed record Known(string Kind, string Name, string Leads);
}
