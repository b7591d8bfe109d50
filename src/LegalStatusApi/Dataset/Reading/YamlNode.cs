namespace LegalStatusApi.Dataset.Reading;

/// <summary>A piece of YAML that remembers where it stood.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Path">Such as <c>classifications[2].citations[0]</c>; empty for the whole file.</param>
internal abstract record YamlNode(int Line, string Path);

internal sealed record YamlText(int Line, string Path, string Value) : YamlNode(Line, Path);

internal sealed record YamlList(int Line, string Path, IReadOnlyList<YamlNode> Items) : YamlNode(Line, Path);

internal sealed record YamlMap(int Line, string Path, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line, Path)
{
    public string PathOf(string field) => Path.Length == 0 ? field : field.Length == 0 ? Path : $"{Path}.{field}";
}

/// <param name="Value">Null where it was refused already: then it is neither missing nor there.</param>
internal sealed record YamlEntry(string Key, int Line, YamlNode? Value);
