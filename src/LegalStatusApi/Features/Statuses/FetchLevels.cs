using System.Text.Json;
using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using Npgsql;

namespace LegalStatusApi.Features.Statuses;

/// <summary>
/// The levels of law of many places at once, each fetched once: what a list needs that puts levels together for every item.
/// Unlike <see cref="FetchStacks"/> it brings no citation and no participation.
/// </summary>
public static class FetchLevels
{
    public static async Task<LevelsOfLaw> FindAsync(
        NpgsqlConnection connection,
        Revision revision,
        IEnumerable<string> jurisdictions,
        IEnumerable<string> substances,
        CancellationToken cancellation)
    {
        var parameters = new
        {
            Jurisdictions = jurisdictions.Distinct(StringComparer.Ordinal).ToArray(),
            Substances = substances.Distinct(StringComparer.Ordinal).ToArray(),
            Revision = revision.Number,
        };
        var fetched = await connection.QuerySingleAsync<Fetched>(new CommandDefinition(
            SqlFile.Beside(typeof(FetchLevels), nameof(FetchLevels)), parameters, cancellationToken: cancellation));
        return fetched.Read(revision);
    }

    private sealed record Fetched(string Substances, string Places, string Links, string Classifications, string Leads, string Pending)
    {
        public LevelsOfLaw Read(Revision revision) => new(
            revision,
            Parse<List<Substance>>(Substances),
            Parse<List<Place>>(Places),
            Parse<List<ParentLink>>(Links),
            Parse<List<Classification>>(Classifications),
            Parse<List<OfSubstance<Lead>>>(Leads).ToLookup(each => each.Substance, each => each.Said, StringComparer.Ordinal),
            Parse<List<OfSubstance<PendingLaw>>>(Pending).ToLookup(each => each.Substance, each => each.Said, StringComparer.Ordinal));

        private static T Parse<T>(string json) => JsonSerializer.Deserialize<T>(json, DomainJson.Options)!;
    }

    private sealed record OfSubstance<T>(string Substance, T Said);
}
