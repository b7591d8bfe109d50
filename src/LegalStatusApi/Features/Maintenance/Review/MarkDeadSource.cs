using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.Review;

/// <summary>
/// A maintainer found that a source can no longer be read where it was, or can again. The service itself never fetches it.
/// </summary>
public static class MarkDeadSource
{
    /// <summary>Whether a source version can be read where it was.</summary>
    /// <param name="Source">Key of the source.</param>
    /// <param name="Version">Its version.</param>
    /// <param name="FoundOn">The day on which it was first found dead; absent: it can be read.</param>
    public sealed record Response(string Source, int Version, string? FoundOn);

    public static async Task<Written> MarkAsync(Write write, string source, int version, DateOnly today)
    {
        var marked = await write.QueryAsync<string>(typeof(MarkDeadSource), nameof(MarkDeadSource), new
        {
            Source = source, Version = version, Maintainer = write.Who.Id, Today = today.ToDateTime(TimeOnly.MinValue),
        });
        if (marked is not [var foundOn])
        {
            throw new RefusedException(Problems.UnknownRecord.With($"There is no version {version} of a source '{Check.Shown(source)}'. See /v1/sources."));
        }

        await write.AuditAsync("mark dead source", $"{source}/{version}", after: foundOn);
        return new Written(StatusCodes.Status200OK, new Response(source, version, foundOn));
    }

    public static async Task<Written> UnmarkAsync(Write write, string source, int version)
    {
        if (await write.ExecuteAsync(typeof(MarkDeadSource), "UnmarkDeadSource", new { Source = source, Version = version }) == 0)
        {
            throw new RefusedException(Problems.UnknownRecord.With($"Version {version} of '{Check.Shown(source)}' is not marked as dead."));
        }

        await write.AuditAsync("unmark dead source", $"{source}/{version}");
        return new Written(StatusCodes.Status200OK, new Response(source, version, null));
    }
}
