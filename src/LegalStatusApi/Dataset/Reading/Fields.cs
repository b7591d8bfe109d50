namespace LegalStatusApi.Dataset.Reading;

/// <summary>
/// A mapping, asked field by field. Who asks gets null (or nothing) for what cannot be read, and the mistake is on the
/// list: so the rest is read as well. Afterwards the rules use it to say where a mistake stands.
/// </summary>
internal sealed partial class Fields(string file, YamlMap map, List<Mistake> mistakes, Dictionary<string, YamlEntry>? entries = null)
{
    private readonly Dictionary<string, YamlEntry> _entries =
        entries ?? map.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
    private readonly List<string> _asked = [];
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);

    public string File => file;

    public int Line => map.Line;

    /// <summary>The same fields for another judgement, whose mistakes go elsewhere.</summary>
    public Fields For(List<Mistake> others)
    {
        var same = new Fields(file, map, others, _entries);
        same._refused.UnionWith(_refused);
        return same;
    }

    /// <summary>Every name that the text uses, known or not.</summary>
    public IEnumerable<string> Names => map.Entries.Select(entry => entry.Key);

    /// <summary>Whether none of these fields was refused, so that a rule may rely on what they say.</summary>
    public bool AreSound(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_refused.Contains(name))
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="field">May reach into a field: <c>citation.source</c>.</param>
    public int LineOf(string field) => Entry(field.Split('.')[0])?.Line ?? map.Line;

    /// <summary>
    /// Puts a mistake on the list, at the field's line or, where the field is absent, at the mapping's.
    /// </summary>
    public void Say(string field, string message)
    {
        _refused.Add(field);
        mistakes.Add(new Mistake(file, LineOf(field), map.PathOf(field), message));
    }

    /// <summary>To be called when all fields were asked for: what was not asked for is unknown.</summary>
    public void RefuseOthers()
    {
        foreach (var entry in map.Entries.Where(entry =>
            !_asked.Contains(entry.Key, StringComparer.Ordinal) && entry.Key != "?"))
        {
            Say(entry.Key, $"There is no field '{entry.Key}' here.{NearMiss.Of(entry.Key, _asked)}");
        }
    }

    /// <summary>A list of mappings; empty where it is absent.</summary>
    public IReadOnlyList<Fields> Each(string name) =>
        [.. Items(name).Select(item => Nested(name, item)).OfType<Fields>()];

    public Fields? Mapping(string name) => Value(name) is { } value ? Nested(name, value) : null;

    private Fields? Nested(string name, YamlNode node)
    {
        if (node is YamlMap inner)
        {
            return new Fields(file, inner, mistakes);
        }

        SayAt(name, node, "Fields are expected here, such as 'key: …'.");
        return null;
    }

    private IReadOnlyList<YamlNode> Items(string name)
    {
        switch (Value(name))
        {
            case YamlList list:
                return list.Items;
            case null:
                return [];
            case var other:
                SayAt(name, other, "A list is expected here: '- …' on lines of its own, or [a, b].");
                return [];
        }
    }

    private YamlNode? Value(string name)
    {
        _asked.Add(name);
        var entry = Entry(name);
        if (entry is { Value: null })
        {
            _refused.Add(name);
        }

        return entry?.Value;
    }

    private bool Required(string name, object? value)
    {
        if (value is null && Entry(name) is null)
        {
            Say(name, $"'{name}' is missing.");
        }

        return value is not null;
    }

    private YamlEntry? Entry(string name) => _entries.GetValueOrDefault(name);

    private void SayAt(string name, YamlNode node, string message)
    {
        _refused.Add(name);
        mistakes.Add(new Mistake(file, node.Line, node.Path, message));
    }
}
