using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Npgsql;

namespace LegalStatusApi.Features.Statuses;

/// <summary>A list of records on a law day: of a substance, perhaps of one form, everywhere or in the levels of one place.</summary>
/// <param name="Substance">Slug of the substance.</param>
/// <param name="Jurisdiction">Code of the place asked about.</param>
/// <param name="Day">Law day, form and revision.</param>
public sealed record DayList(string Substance, string? Jurisdiction, StatusQuestion Day)
{
    /// <summary>Reads what such lists share; a mistake is kept in <paramref name="check"/>.</summary>
    public static DayList Read(
        Check check, TimeProvider clock, string? substance, string? jurisdiction, string? form, string? on, Paging paging, string? revision, string? asOf)
    {
        if (substance is null)
        {
            check.Refuse("substance", "Missing: name a substance, such as ketamine.");
        }

        var slug = check.Slug("substance", substance) ?? "";
        var code = check.Code("jurisdiction", jurisdiction);
        var day = StatusQuestion.Read(check, clock, on, check.Slug("form", form), revision, asOf);
        // A part that follows is of the same day as the first, even after midnight.
        return check.Day("cursor", paging.After()) is { } first
            ? new DayList(slug, code, day with { On = first, OnWasGiven = true })
            : new DayList(slug, code, day);
    }

    /// <summary>How long the answer keeps: a cursor pins day and revision as much as naming them does.</summary>
    public Freshness FreshnessOf(Revision revision, Paging paging, string path)
    {
        var isPinned = paging.IsFirst ? Day.IsPinned : !Day.IsFuture;
        return new Freshness(revision.RecordedAt, paging.IsFirst ? Day.PermalinkOf(path, revision.Number) : null, isPinned, Day.LatestOf(path));
    }

    /// <summary>The levels of the place asked about, most local first; null where the list is of all places.</summary>
    public string[]? PlacesOn(LevelsOfLaw levels) => Jurisdiction is null
        ? null
        : [.. levels.StackOf(Jurisdiction, Substance)!.LayersOn(Day.On, null).Select(layer => layer.Place.Code)];

    /// <summary>The levels of the place asked about; of a list of all places, only whether the substance is known.</summary>
    public Task<LevelsOfLaw> LevelsAsync(NpgsqlConnection connection, Revision revision, CancellationToken cancellation) =>
        FetchLevels.FindAsync(connection, revision, Jurisdiction is null ? [] : [Jurisdiction], [Substance], cancellation);

    /// <summary>The levels of every record that is shown: those of one place are there already.</summary>
    public async Task<LevelsOfLaw> LevelsOfAsync(
        LevelsOfLaw known, NpgsqlConnection connection, IEnumerable<Classification> shown, CancellationToken cancellation) =>
        Jurisdiction is null && shown.Select(record => record.Jurisdiction).ToList() is { Count: > 0 } places
            ? await FetchLevels.FindAsync(connection, known.Revision, places, [Substance], cancellation)
            : known;

    public bool IsKnownIn(LevelsOfLaw levels) => levels.SubstanceOf(Substance) is not null && (Jurisdiction is null || PlaceIn(levels) is not null);

    public Place? PlaceIn(LevelsOfLaw levels) => Jurisdiction is null ? null : levels.PlaceOf(Jurisdiction);

    /// <summary>The stack of the place asked about, if one was.</summary>
    public Stack? AskedIn(LevelsOfLaw levels) => Jurisdiction is null ? null : levels.StackOf(Jurisdiction, Substance);

    /// <summary>An address with those filters that were given.</summary>
    public static string AddressOf(string path, params (string Name, string? Value)[] filters)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in filters.Where(filter => filter.Value is not null))
        {
            query.Add(name, value!);
        }

        return path + query.ToQueryString();
    }

    /// <summary>The form asked for, or the refusal of what the list cannot be of.</summary>
    public async Task<(Form? Form, Problem? Problem)> RefuseAsync(LevelsOfLaw levels, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (IsKnownIn(levels))
        {
            return OneStack.FormOf(levels.SubstanceOf(Substance)!, Day.Form);
        }

        // What only an earlier or later revision knows is not on record at this one.
        return (null, await KnownNames.RefusalOfEmptyAsync(database, 0, cancellation, ("jurisdiction", Jurisdiction), ("substance", Substance))
            ?? Problems.UnknownRecord.With("The place or the substance is not on record at this revision."));
    }
}
