using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Records;

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
            $"No substance '{Check.Shown(typed)}'.{Nearest.Ask(suggestions)} See /v1/substances.", suggestions: suggestions) with { Names = Called("substance", suggestions) };
    }

    /// <summary>The code of the one place that is called so; null where none is, or several are.</summary>
    public string? PlaceOf(string typed) =>
        PlacesCalled(typed) is [var only] ? only : null;

    /// <summary>That a name is that of several places, which are named with their codes; null where it is not.</summary>
    public string? SeveralCalled(string typed) => PlacesCalled(typed) is not { Count: > 1 } codes ? null
        : $"'{Check.Shown(typed)}' is what several places are called: {string.Join(", ", Called("jurisdiction", codes).Select(place => $"{place.Value} ({place.Key})"))}. Name one by its code.";

    private Dictionary<string, string> Called(string kind, IReadOnlyList<string> codes) => _kinds[kind].Where(known => codes.Contains(known.Leads, StringComparer.Ordinal))
        .DistinctBy(known => known.Leads, StringComparer.Ordinal).OrderBy(known => known.Leads, StringComparer.Ordinal).ToDictionary(known => known.Leads, known => known.Called, StringComparer.Ordinal);

    private List<string> PlacesCalled(string typed) => [.. _kinds["jurisdiction"]
        .Where(known => string.Equals(known.Name, typed, StringComparison.OrdinalIgnoreCase)).Select(known => known.Leads).Distinct(StringComparer.Ordinal)];

    public Problem NoSuchPlace(string typed)
    {
        var codes = _kinds["jurisdiction"].Where(known => known.Name == known.Leads).Select(known => known.Leads);
        // A name or alias that fits exactly beats any code that only looks alike: UK is GB, not UA.
        var named = PlacesCalled(typed);
        IReadOnlyList<string> nearest = named.Count > 0 ? named : Nearest.To(typed, codes);
        var suggestions = nearest.Count > 0 ? nearest : Suggest("jurisdiction", typed);
        return Problems.UnknownJurisdiction.With(
            SeveralCalled(typed) ?? $"No jurisdiction '{Check.Shown(typed)}'.{Nearest.Ask(suggestions)} See /v1/jurisdictions.", suggestions: suggestions) with { Names = Called("jurisdiction", suggestions) };
    }

    /// <summary>
    /// A filter that names a place or substance that is nowhere on record, as the refusal that it deserves: an empty list
    /// would say that there is nothing, where only a letter is wrong. Null where the list is not empty or the names are known.
    /// </summary>
    public static async Task<Problem?> RefusalOfEmptyAsync(
        NpgsqlDataSource database, int found, CancellationToken cancellation, params (string Parameter, string? Typed)[] filters)
    {
        if (found > 0 || filters.All(filter => filter.Typed is null))
        {
            return null;
        }

        var names = await FindAsync(database, cancellation);
        var errors = filters
            .Select(filter => (filter.Parameter, Problem: filter.Typed is null ? null : names.ProblemWith(filter.Parameter, filter.Typed)))
            .Where(wrong => wrong.Problem is not null)
            .Select(wrong => new ParameterError(wrong.Parameter, wrong.Problem!.Detail))
            .ToList();
        return errors.Count == 0
            ? null
            : Problems.InvalidParameters.With(string.Join(" ", errors.Select(error => $"{error.Parameter}: {error.Detail}")), errors);
    }

    /// <summary>The refusal of a code or slug that is nowhere on record; null where it is known.</summary>
    public Problem? ProblemWith(string parameter, string typed) => parameter == "substance"
        ? SubstanceOf(typed) == typed ? null : NoSuchSubstance(typed)
        : _kinds["jurisdiction"].Any(known => known.Leads == typed) ? null : NoSuchPlace(typed);

    private List<string> Suggest(string kind, string typed)
    {
        var leads = _kinds[kind].ToLookup(known => known.Name, known => known.Leads, StringComparer.Ordinal);
        return [.. Nearest.To(typed, leads.Select(name => name.Key)).SelectMany(name => leads[name]).Distinct(StringComparer.Ordinal)];
    }

    private sealed record Known(string Kind, string Name, string Leads, string Called);
}
