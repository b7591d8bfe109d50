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
        var levels = await FetchLevels.FindInFullAsync(connection, asked, pairs.Select(pair => pair.Jurisdiction), pairs.Select(pair => pair.Substance), cancellation);
        return levels is null ? [] : [.. pairs.Select(pair => FoundIn(levels, pair.Jurisdiction, pair.Substance))];
    }

    /// <summary>A stack that is there.</summary>
    public static Found FoundAs(Stack stack) => new(stack.Revision, stack.Jurisdiction, stack.Substance.Slug, true, true, stack);

    private static Found FoundIn(LevelsOfLaw levels, string jurisdiction, string substance) => new(
        levels.Revision, jurisdiction, substance, levels.PlaceOf(jurisdiction) is not null, levels.SubstanceOf(substance) is not null,
        levels.StackOf(jurisdiction, substance));
}
