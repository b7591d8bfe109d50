using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;

namespace LegalStatusApi.Caching;

/// <summary>Values of headers that most answers have in common, each kept once: of each header the value that was seen last.</summary>
internal sealed class SharedValues
{
    private readonly ConcurrentDictionary<string, StringValues> _latest = new(StringComparer.Ordinal);

    /// <summary>The same header, its value the one that is kept already where it is equal.</summary>
    public KeyValuePair<string, StringValues> Share(KeyValuePair<string, StringValues> header)
    {
        if (_latest.TryGetValue(header.Key, out var known) && known == header.Value)
        {
            return KeyValuePair.Create(header.Key, known);
        }

        _latest[header.Key] = header.Value;
        return header;
    }
}
