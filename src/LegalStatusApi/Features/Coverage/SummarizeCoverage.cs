using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Coverage;

/// <summary>The whole coverage at a glance.</summary>
public static class SummarizeCoverage
{
    private const string Path = "/v1/coverage/summary";

    /// <param name="Revision">Revision of the record; the latest where absent.</param>
    /// <param name="AsOf">The revision current at this instant (RFC 3339, not in the future).</param>
    public sealed record Request([FromQuery] string? Revision, [FromQuery] string? AsOf);

    /// <summary>How much is on record, and how well it was checked.</summary>
    /// <param name="Revision">The revision that was read.</param>
    /// <param name="Substances">For each substance, over all places.</param>
    /// <param name="Places">For each place: a grid of places and substances.</param>
    /// <param name="Permalink">Where exactly this answer will always be.</param>
    /// <param name="Notice">What every reuse must say.</param>
    public sealed record CoverageSummaryResponse(
        long Revision,
        IReadOnlyList<SubstanceCoverageResponse> Substances,
        IReadOnlyList<PlaceCoverageResponse> Places,
        string Permalink,
        string Notice);

    /// <summary>What is on record of a substance, its forms included.</summary>
    /// <param name="Substance">Its slug.</param>
    /// <param name="Places">How many places are covered, with or without records.</param>
    /// <param name="PlacesWithRecords">Of how many of them something is on record. The others are unknown, which never means lawful.</param>
    /// <param name="Records">How many records there are.</param>
    /// <param name="RecordsByVerification">How many records are how well checked.</param>
    /// <param name="PlacesByVerification">How many places are how well checked: by the best-checked record of each.</param>
    /// <param name="Citations">How many citations the records have.</param>
    /// <param name="CitationsRead">Of how many of them the text itself was seen.</param>
    /// <param name="OldestVerifiedOn">The day on which that record was checked whose check is the oldest.</param>
    /// <param name="NextReviewDue">The first day by which one of the records should be checked again: compare it with your today.</param>
    public sealed record SubstanceCoverageResponse(
        string Substance,
        int Places,
        int PlacesWithRecords,
        int Records,
        IReadOnlyDictionary<string, int> RecordsByVerification,
        IReadOnlyDictionary<string, int> PlacesByVerification,
        int Citations,
        int CitationsRead,
        string? OldestVerifiedOn,
        string? NextReviewDue);

    /// <summary>What is on record of a place.</summary>
    /// <param name="Code">Its code.</param>
    /// <param name="Name">English short name.</param>
    /// <param name="Type">What kind of place it is.</param>
    /// <param name="Verifications">Of each substance on record, its forms included: how its best-checked record was checked. A substance that is absent is not on record.</param>
    /// <param name="VerifiedOn">Of each substance: the day on which one of its records was checked last. Absent where none says.</param>
    /// <param name="Records">How many records there are of its own law.</param>
    public sealed record PlaceCoverageResponse(
        string Code, string Name, string Type, IReadOnlyDictionary<string, string> Verifications, IReadOnlyDictionary<string, string> VerifiedOn, int Records);

    private sealed record Counted(IReadOnlyList<SubstanceCoverageResponse> Substances, IReadOnlyList<PlaceCoverageResponse> Places);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var asked = AskedRevision.Read(check, clock, request.Revision, request.AsOf);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        return await FindAsync(asked, database, cancellation) is { } found
            ? Answer.Of(found.Said, asked.FreshnessOf(found.Revision, Path))
            : asked.NoSuchRevision().Result();
    }

    /// <returns>Null where there is no such revision.</returns>
    public static async Task<ReadAt<CoverageSummaryResponse>?> FindAsync(AskedRevision asked, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var found = await CountAsync(asked, database, cancellation);
        return found is null ? null : new ReadAt<CoverageSummaryResponse>(found.Revision, new CoverageSummaryResponse(
            found.Revision.Number,
            [.. found.Said.Substances.Select(InOrder)],
            [.. found.Said.Places.Select(place => place with { Verifications = Sorted(place.Verifications), VerifiedOn = Sorted(place.VerifiedOn) })],
            asked.FreshnessOf(found.Revision, Path).Permalink!,
            $"Information, not legal or medical advice; as recorded in revision {found.Revision.Number}."));
    }

    private static SubstanceCoverageResponse InOrder(SubstanceCoverageResponse counted) => counted with
    {
        RecordsByVerification = ByRank(counted.RecordsByVerification),
        PlacesByVerification = ByRank(counted.PlacesByVerification),
    };

    // Every word is there, so that what is missing is seen to be none.
    private static Dictionary<string, int> ByRank(IReadOnlyDictionary<string, int> counts) =>
        Vocabulary.Verification.Terms.ToDictionary(term => term.Value, term => counts.GetValueOrDefault(term.Value), StringComparer.Ordinal);

    private static Dictionary<string, string> Sorted(IReadOnlyDictionary<string, string> said) =>
        said.OrderBy(each => each.Key, StringComparer.Ordinal).ToDictionary(each => each.Key, each => each.Value, StringComparer.Ordinal);

    private static Task<ReadAt<Counted>?> CountAsync(AskedRevision asked, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.ReadAtAsync(asked, async (connection, revision) => (await connection.QueryJsonAsync<Counted>(
            SqlFile.Beside(typeof(SummarizeCoverage), nameof(SummarizeCoverage)), new { Revision = revision.Number }, cancellation))[0], cancellation);
}
