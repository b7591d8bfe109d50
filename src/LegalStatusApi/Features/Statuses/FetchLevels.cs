using System.Text.Json;
using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Statuses;

/// <summary>The levels of law of many places at once, each fetched once, in one round trip.</summary>
public static class FetchLevels
{
    /// <summary>What a list needs that puts levels together for every item: no citation and no participation.</summary>
    public static async Task<LevelsOfLaw> FindAsync(
        NpgsqlConnection connection,
        Revision revision,
        IEnumerable<string> jurisdictions,
        IEnumerable<string> substances,
        CancellationToken cancellation) =>
        (await FetchAsync(connection, new AskedRevision(revision.Number, null), jurisdictions, substances, inFull: false, cancellation))!;

    /// <summary>All that an answer is made of; null where there is no such revision.</summary>
    public static Task<LevelsOfLaw?> FindInFullAsync(
        NpgsqlConnection connection, AskedRevision asked, IEnumerable<string> jurisdictions, IEnumerable<string> substances, CancellationToken cancellation) =>
        FetchAsync(connection, asked, jurisdictions, substances, inFull: true, cancellation);

    private static async Task<LevelsOfLaw?> FetchAsync(
        NpgsqlConnection connection, AskedRevision asked, IEnumerable<string> jurisdictions, IEnumerable<string> substances, bool inFull, CancellationToken cancellation)
    {
        var parameters = new
        {
            Jurisdictions = jurisdictions.Distinct(StringComparer.Ordinal).ToArray(),
            Substances = substances.Distinct(StringComparer.Ordinal).ToArray(),
            Revision = asked.Number,
            AsOf = asked.AsOf?.UtcDateTime,
            InFull = inFull,
        };
        var fetched = await connection.QuerySingleOrDefaultAsync<Fetched>(new CommandDefinition(
            SqlFile.Beside(typeof(FetchLevels), nameof(FetchLevels)), parameters, cancellationToken: cancellation));
        return fetched?.Read();
    }

    private sealed record Fetched(
        long Revision, DateTime RecordedAt, string Substances, string Places, string Links, string Classifications, string Leads, string Pending,
        string Participations)
    {
        public LevelsOfLaw Read() => new(
            new Revision(Revision, new DateTimeOffset(RecordedAt, TimeSpan.Zero)),
            Parse<List<Substance>>(Substances),
            Parse<List<Place>>(Places),
            Parse<List<ParentLink>>(Links),
            Parse<List<Classification>>(Classifications),
            Parse<List<OfSubstance<Lead>>>(Leads).ToLookup(each => each.Substance, each => each.Said, StringComparer.Ordinal),
            Parse<List<OfSubstance<PendingLaw>>>(Pending).ToLookup(each => each.Substance, each => each.Said, StringComparer.Ordinal),
            Parse<List<Participation>>(Participations));

        private static T Parse<T>(string json) => JsonSerializer.Deserialize<T>(json, DomainJson.Options)!;
    }

    private sealed record OfSubstance<T>(string Substance, T Said);
}
