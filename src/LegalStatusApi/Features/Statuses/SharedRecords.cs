using System.Collections.Concurrent;
using LegalStatusApi.Caching;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Statuses;

/// <summary>Each record of one revision once, however many stacks hold it: the law of a federation stands in those of all its places.</summary>
internal sealed class SharedRecords(RecordState state, long revision)
{
    private readonly ConcurrentDictionary<string, Classification> _known = new(StringComparer.Ordinal);

    public bool IsOf(StackKey key) => key.State == state && key.Revision == revision;

    public Stack Share(Stack stack) => stack with { Classifications = [.. stack.Classifications.Select(record => _known.GetOrAdd(record.Id, record))] };
}

/// <summary>About how many bytes a stack takes; rather too many, since levels are shared.</summary>
internal static class StackSize
{
    private const int OfStack = 2048;
    private const int OfRecord = 1024;
    private const int OfCitation = 768;

    public static long Of(Stack stack) => OfStack + (OfRecord * (stack.Leads.Count + stack.Places.Count + stack.Links.Count))
        + stack.Classifications.Sum(record => OfRecord + (sizeof(char) * record.Summary.Length) + (OfCitation * record.Citations.Count))
        + stack.Pending.Sum(law => OfRecord + (sizeof(char) * law.Summary.Length) + (OfCitation * law.Citations.Count));
}
