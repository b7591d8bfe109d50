using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Caching;

/// <summary>What most answers have in common in their headers, kept once for all of them, so that it is at hand whichever of them is given.</summary>
public sealed class SharedHeaders
{
    // Whoever asks in ways of its own may make up others, which are then kept with each answer.
    private const int MostSets = 256;
    private readonly ConcurrentDictionary<string, StringValues> _latest = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HeaderSet> _sets = new(StringComparer.Ordinal);

    /// <summary>The headers of an answer: those that others have too, and its own.</summary>
    public (HeaderSet Common, KeyValuePair<string, StringValues>[] Own) Split(IEnumerable<KeyValuePair<string, StringValues>> headers)
    {
        var all = headers.ToLookup(header => IsOwn(header.Key));
        var common = all[false].OrderBy(header => header.Key, StringComparer.Ordinal).ToList();
        var name = string.Join('\n', common.Select(header => $"{header.Key}: {string.Join('\r', header.Value.ToArray())}"));
        return (_sets.TryGetValue(name, out var known) ? known
            : _sets.Count < MostSets ? _sets.GetOrAdd(name, new HeaderSet(common))
            : new HeaderSet(common), [.. all[true].Select(Share)]);
    }

    private static bool IsOwn(string header) => header == HeaderNames.ETag || header == HeaderNames.ContentLocation || header == HeaderNames.Link;

    // Of each header the value that was seen last is often that of the next, too.
    private KeyValuePair<string, StringValues> Share(KeyValuePair<string, StringValues> header)
    {
        if (_latest.TryGetValue(header.Key, out var known) && known == header.Value)
        {
            return KeyValuePair.Create(header.Key, known);
        }

        _latest[header.Key] = header.Value;
        return header;
    }
}

/// <summary>Headers that come together.</summary>
public sealed class HeaderSet(IEnumerable<KeyValuePair<string, StringValues>> headers)
{
    private readonly KeyValuePair<string, StringValues>[] _all = [.. headers];
    private readonly KeyValuePair<string, StringValues>[] _whereKnown = [.. headers.Where(header => !IsOfText(header.Key))];

    /// <summary>Puts them into an answer.</summary>
    /// <param name="isKnown">The client has its text already (304): what is said of the text is left out.</param>
    public void Tell(IHeaderDictionary answer, bool isKnown)
    {
        foreach (var (name, value) in isKnown ? _whereKnown : _all)
        {
            answer[name] = value;
        }
    }

    /// <summary>Whether one of them has these words in it.</summary>
    public bool Names(string words) => Array.Exists(_all, header => header.Value.ToString().Contains(words, StringComparison.Ordinal));

    private static bool IsOfText(string header) => header == HeaderNames.ContentType || header == HeaderNames.ContentEncoding;
}
