using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>The sources of the data set by key and version.</summary>
internal sealed class SourceIndex
{
    private const int MostSought = 200;

    private readonly Dictionary<string, SourceRow> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Source, int Version), SourceVersionRow> _versions = [];
    private int _sought;

    public static SourceIndex Of(Draft draft)
    {
        var index = new SourceIndex();
        draft.Sources.ForEach(each => index._sources.TryAdd(each.Row.Key, each.Row));
        draft.Versions.ForEach(each => index._versions.TryAdd((each.Row.Source, each.Row.Version), each.Row));
        return index;
    }

    public SourceRow? Source(string key) => _sources.GetValueOrDefault(key);

    public SourceVersionRow? Version(string key, int version) => _versions.GetValueOrDefault((key, version));

    /// <summary>
    /// The key that was probably meant. Comparing with every key takes time, so not for thousands of mistakes.
    /// </summary>
    public string NearMissOf(string key) => ++_sought > MostSought ? "" : NearMiss.Of(key, _sources.Keys);

    /// <param name="field">The field that holds source and version, where it is not <paramref name="at"/>
    /// itself.</param>
    public void Require(Fields at, string key, int version, string field = "")
    {
        if (key.Length == 0)
        {
            return;
        }

        if (!_sources.ContainsKey(key))
        {
            at.Say(Within(field, "source"), $"There is no source '{key}'.{NearMissOf(key)}");
        }
        else if (version > 0 && !_versions.ContainsKey((key, version)))
        {
            at.Say(Within(field, "version"), $"'{key}' has no version {version}.");
        }
    }

    private static string Within(string field, string name) => field.Length == 0 ? name : $"{field}.{name}";
}
