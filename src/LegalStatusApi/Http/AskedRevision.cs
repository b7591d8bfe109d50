using LegalStatusApi.Domain;

namespace LegalStatusApi.Http;

/// <summary>Which revision of the record a question reads: one by its number, the one current at an instant, or the latest.</summary>
/// <param name="Number">The revision named; null = the latest, or the one current at <paramref name="AsOf"/>.</param>
/// <param name="AsOf">The instant at which the record is read.</param>
/// <param name="Known">The revision itself, where it was found a moment ago and need not be looked up again.</param>
public sealed record AskedRevision(long? Number, DateTimeOffset? AsOf, Revision? Known = null)
{
    /// <summary>The latest, whichever that is.</summary>
    public static readonly AskedRevision Latest = new(null, null);

    /// <summary>The one that was found a moment ago.</summary>
    public static AskedRevision Of(Revision known) => new(known.Number, null, known);

    public static AskedRevision Read(Check check, TimeProvider clock, string? revision, string? asOf)
    {
        var number = check.Number("revision", revision, 1, long.MaxValue);
        var instant = check.Instant("asOf", asOf, clock.GetUtcNow());
        if (!string.IsNullOrEmpty(revision) && !string.IsNullOrEmpty(asOf))
        {
            check.Refuse("asOf", "Give either revision or asOf, not both.");
        }

        return new AskedRevision(number, instant);
    }

    /// <summary>There is no such revision: none yet, or none that early.</summary>
    public Problem NoSuchRevision()
    {
        var error = AsOf is not null
            ? new ParameterError("asOf", "Nothing was published by then. See /v1/revisions.")
            : new ParameterError("revision", Number is null ? "Nothing is published yet." : $"There is no revision {Number}. See /v1/revisions.");
        return Problems.InvalidParameters.With($"{error.Parameter}: {error.Detail}", [error]);
    }

    /// <summary>How long an answer keeps that depends on the revision alone.</summary>
    /// <param name="path">The question without its revision.</param>
    public Freshness FreshnessOf(Revision revision, string path) =>
        new(revision.RecordedAt, AtRevision(path, revision.Number), Number is not null, path);

    public static string AtRevision(string path, long revision) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}revision={revision}";
}
