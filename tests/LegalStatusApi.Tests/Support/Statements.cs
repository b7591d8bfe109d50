using System.Collections.Concurrent;
using System.Diagnostics;

namespace LegalStatusApi.Tests.Support;

/// <summary>
/// The statements that requests cost the database, counted by the trace that each belongs to: neither other tests nor the service's own look
/// for the latest revision are counted.
/// </summary>
public sealed class Statements : IDisposable
{
    private readonly ConcurrentDictionary<ActivityTraceId, int> _counts = [];
    private readonly ActivityListener _listener;

    public Statements()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == "Npgsql" && activity.TagObjects.Any(tag => tag.Key is "db.query.text" or "db.statement"))
                {
                    _counts.AddOrUpdate(activity.TraceId, 1, (_, count) => count + 1);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>A header that says which trace a request belongs to.</summary>
    public static (string Name, string Value) HeaderOf(ActivityTraceId trace) => ("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");

    public int Of(ActivityTraceId trace) => _counts.GetValueOrDefault(trace);

    public void Dispose() => _listener.Dispose();
}
