using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace LegalStatusApi.Dataset;

/// <summary>
/// Edits the data set's text record by record: an item of a list in one of its files is put or taken out. What comes out is
/// read again by <see cref="SeedReader"/>, so that one set of rules judges every way of writing.
/// </summary>
public sealed class SeedEdit(IReadOnlyDictionary<string, string> files)
{
    private static readonly string[] Records = ["classifications", "leads", "pending"];
    private readonly Dictionary<string, string> _files = new(files, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>Lays whole files over those there are.</summary>
    public void Lay(string name, string text) => _files[name] = text;

    /// <summary>Puts an item into a list, in the place of the one with the same key.</summary>
    /// <returns>Where it stands: its index, by which mistakes name it.</returns>
    public int Put(string file, string list, string keyName, string key, JsonObject item, JsonObject? newFile = null)
    {
        var page = _files.TryGetValue(file, out var text) ? Parse(text) : (JsonObject)(newFile ?? []).DeepClone();
        var items = page[list] as JsonArray ?? [];
        var before = IndexOf(items, keyName, key);
        var put = new JsonObject { [keyName] = key };
        foreach (var (name, value) in item.Where(member => member.Key != keyName))
        {
            put[name] = value?.DeepClone();
        }

        if (before >= 0)
        {
            items[before] = put;
        }
        else
        {
            items.Add(put);
        }

        page[list] = items.Parent is null ? items : items.DeepClone();
        _files[file] = page.ToJsonString();
        return before >= 0 ? before : items.Count - 1;
    }

    /// <summary>An item of a list, or (no list) what a file says of the place itself; null where it is not there.</summary>
    public JsonObject? Find(string file, string? list, string keyName, string key)
    {
        if (!_files.TryGetValue(file, out var text))
        {
            return null;
        }

        var page = Parse(text);
        if (list is null)
        {
            foreach (var records in Records)
            {
                page.Remove(records);
            }

            return page;
        }

        return page[list] is JsonArray items && IndexOf(items, keyName, key) is var index and >= 0 ? items[index]!.DeepClone().AsObject() : null;
    }

    /// <summary>Every item of a list; none where the file or the list is not there.</summary>
    public IReadOnlyList<JsonObject> Items(string file, string list) =>
        _files.TryGetValue(file, out var text) && Parse(text)[list] is JsonArray items ? [.. items.OfType<JsonObject>().Select(item => item.DeepClone().AsObject())] : [];

    /// <summary>Takes an item out of a list. False where it is not there.</summary>
    public bool Remove(string file, string list, string keyName, string key)
    {
        if (!_files.TryGetValue(file, out var text) || Parse(text) is not { } page || page[list] is not JsonArray items
            || IndexOf(items, keyName, key) is var index && index < 0)
        {
            return false;
        }

        items.RemoveAt(index);
        if (items.Count == 0)
        {
            page.Remove(list);
        }

        // A list of sources that lists none any more is no file.
        if (items.Count == 0 && list == "sources")
        {
            return _files.Remove(file);
        }

        _files[file] = page.ToJsonString();
        return true;
    }

    /// <summary>Changes an item where it stands.</summary>
    /// <returns>Where it stands; -1 where it is not there.</returns>
    public int Change(string file, string list, string keyName, string key, Action<JsonObject> change)
    {
        if (!_files.TryGetValue(file, out var text) || Parse(text) is not { } page || page[list] is not JsonArray items
            || IndexOf(items, keyName, key) is var index && index < 0)
        {
            return -1;
        }

        change(items[index]!.AsObject());
        _files[file] = page.ToJsonString();
        return index;
    }

    /// <summary>Replaces the members of a file that say what the place itself is, and keeps its records.</summary>
    public void PutPlace(string code, JsonObject place)
    {
        var file = $"jurisdictions/{code}.yaml";
        var page = new JsonObject { ["code"] = code };
        foreach (var (name, value) in place.Where(member => member.Key != "code"))
        {
            page[name] = value?.DeepClone();
        }

        var old = _files.TryGetValue(file, out var text) ? Parse(text) : [];
        foreach (var list in Records.Where(old.ContainsKey))
        {
            page[list] = old[list]!.DeepClone();
        }

        _files[file] = page.ToJsonString();
    }

    public bool RemoveFile(string file) => _files.Remove(file);

    private static int IndexOf(JsonArray items, string keyName, string key)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is JsonObject item && item[keyName] is JsonValue value && value.ToString() == key)
            {
                return i;
            }
        }

        return -1;
    }

    // Every scalar is text to the reader, so every scalar is text here.
    private static JsonObject Parse(string text)
    {
        if (text.StartsWith('{'))
        {
            return JsonNode.Parse(text)!.AsObject();
        }

        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return yaml.Documents.Count == 0 ? [] : (JsonObject)Convert(yaml.Documents[0].RootNode);
    }

    private static JsonNode Convert(YamlDotNet.RepresentationModel.YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child =>
            KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, (JsonNode?)Convert(child.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Convert)]),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value ?? "")!,
        _ => throw new JsonException("The text holds a node of an unknown kind."),
    };
}
