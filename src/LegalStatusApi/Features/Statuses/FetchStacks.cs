using System.Text.Json;
using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Statuses;

/// <summary>Fetches, in one round trip, what one revision says of up to 200 (place, substance) pairs.</summary>
public static class FetchStacks
{
    /// <summary>A pair that was asked, and its stack; null where the place or the substance is not on record.</summary>
    public sealed record Found(
        Revision Revision, string Jurisdiction, string Substance, bool PlaceIsKnown, bool SubstanceIsKnown, Stack? Stack);

    /// <returns>One entry for each pair, in order; empty where there is no such revision.</returns>
    public static Task<IReadOnlyList<Found>> FindAsync(
        NpgsqlDataSource database,
        IReadOnlyList<(string Jurisdiction, string Substance)> pairs,
        AskedRevision asked,
        CancellationToken cancellation) =>
        database.ReadAsync(connection => FindAsync(connection, pairs, asked, cancellation), cancellation);

    /// <summary>The same on a connection of the caller's, who may be in the middle of a publication.</summary>
    public static async Task<IReadOnlyList<Found>> FindAsync(
        NpgsqlConnection connection,
        IReadOnlyList<(string Jurisdiction, string Substance)> pairs,
        AskedRevision asked,
        CancellationToken cancellation)
    {
        var parameters = new
        {
            Jurisdictions = pairs.Select(pair => pair.Jurisdiction).ToArray(),
            Substances = pairs.Select(pair => pair.Substance).ToArray(),
            Revision = asked.Number,
            AsOf = asked.AsOf?.UtcDateTime,
        };
        var rows = await connection.QueryAsync<Fetched>(new CommandDefinition(
            SqlFile.Beside(typeof(FetchStacks), nameof(FetchStacks)), parameters, cancellationToken: cancellation));
        return [.. rows.Select(row => row.Read())];
    }

    private sealed record Fetched
    {
        public string Jurisdiction { get; init; } = "";
        public string Substance { get; init; } = "";
        public long Revision { get; init; }
        public DateTime RecordedAt { get; init; }
        public string? SubstanceJson { get; init; }
        public string PlacesJson { get; init; } = "";
        public string LinksJson { get; init; } = "";
        public string ClassificationsJson { get; init; } = "";
        public string LeadsJson { get; init; } = "";
        public string PendingJson { get; init; } = "";
        public string ParticipationsJson { get; init; } = "";

        public Found Read()
        {
            var places = Parse<List<Place>>(PlacesJson);
            var revision = new Revision(Revision, new DateTimeOffset(RecordedAt, TimeSpan.Zero));
            var placeIsKnown = places.Exists(place => place.Code == Jurisdiction);
            var stack = placeIsKnown && SubstanceJson is not null
                ? new Stack(
                    revision,
                    Jurisdiction,
                    Parse<Substance>(SubstanceJson),
                    places,
                    Parse<List<ParentLink>>(LinksJson),
                    Parse<List<Classification>>(ClassificationsJson),
                    Parse<List<Lead>>(LeadsJson),
                    Parse<List<PendingLaw>>(PendingJson),
                    Parse<List<Participation>>(ParticipationsJson))
                : null;
            return new Found(revision, Jurisdiction, Substance, placeIsKnown, SubstanceJson is not null, stack);
        }

        private static T Parse<T>(string json) => JsonSerializer.Deserialize<T>(json, DomainJson.Options)!;
    }
}
