using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LegalStatusApi.Dataset.Reading;

/// <summary>
/// Reads the plain part of YAML that the data set uses: texts, lists and mappings. Made from the parser's events, since
/// YamlStream stops a whole file at one key written twice and has no bound on depth (deep nesting would end the
/// process).
/// </summary>
internal sealed class YamlTree
{
    private const int Deepest = 12;

    private readonly string _file;
    private readonly List<Mistake> _mistakes;
    private readonly Parser _parser;

    private YamlTree(string file, string text, List<Mistake> mistakes)
    {
        _file = file;
        _mistakes = mistakes;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The mapping that the file is; null where it cannot be read.</summary>
    public static YamlMap? Read(string file, string text, List<Mistake> mistakes)
    {
        text = text.TrimStart('\uFEFF');
        if (Characters.Refuse(file, text, mistakes))
        {
            return null;
        }

        var tree = new YamlTree(file, text, mistakes);
        try
        {
            return tree.Document();
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            // Where a bracket is not closed the parser finds out at the end, or gives up without saying where.
            var line = broken is YamlException { Start.Line: > 0 } known
                ? known.Start.Line
                : tree._parser.Current?.Start.Line ?? 1;
            var lastLine = text.TrimEnd().Count(c => c == '\n') + 1;
            mistakes.Add(new Mistake(file, (int)Math.Min(line, lastLine), "", "This is not YAML: "
                + broken switch
                {
                    YamlException => broken.Message,
                    ArgumentOutOfRangeException => "an escape ('\\U…') names a character that does not exist.",
                    _ => "a bracket or brace is opened here and not closed.",
                }));
            return null;
        }
    }

    private YamlMap? Document()
    {
        _parser.MoveNext();
        _parser.MoveNext();
        if (_parser.Current is not DocumentStart)
        {
            Say(1, "", "The file is empty.");
            return null;
        }

        _parser.MoveNext();
        var root = Node("", 0);
        _parser.MoveNext();
        if (_parser.Current is DocumentStart second)
        {
            Say((int)second.Start.Line, "", "A file is one document: leave out the line '---'.");
            return null;
        }

        if (root is YamlMap map)
        {
            return map;
        }

        if (root is not null)
        {
            Say(root.Line, "", "A file begins with a field, such as 'code: …'.");
        }

        return null;
    }

    // Leaves the parser on the event after the node.
    private YamlNode? Node(string path, int depth)
    {
        var start = _parser.Current!;
        var line = (int)start.Start.Line;
        if (depth > Deepest)
        {
            throw new YamlException(start.Start, start.End, "it is nested too deeply.");
        }

        if (start is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
        {
            Say(line, path, "Anchors and aliases ('&', '*') are not used here: write it out.");
        }
        else if (start is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
        {
            Say(line, path, "Tags ('!') are not used here: leave it out.");
        }

        _parser.MoveNext();
        return start switch
        {
            Scalar scalar => Text(scalar, line, path),
            SequenceStart => List(line, path, depth),
            MappingStart => Map(line, path, depth),
            _ => null,
        };
    }

    private YamlText? Text(Scalar scalar, int line, string path)
    {
        var mistake = scalar.Value.Length == 0 ? "It is empty: leave it out." : Characters.MistakeIn(scalar.Value);
        if (mistake is null)
        {
            return new YamlText(line, path, scalar.Value);
        }

        Say(line, path, mistake);
        return null;
    }

    private YamlList? List(int line, string path, int depth)
    {
        var items = new List<YamlNode>();
        var count = 0;
        for (; _parser.Current is not SequenceEnd; count++)
        {
            if (Node($"{path}[{count}]", depth + 1) is { } item)
            {
                items.Add(item);
            }
        }

        _parser.MoveNext();
        return count > 0 ? new YamlList(line, path, items) : Empty<YamlList>(line, path);
    }

    private YamlMap? Map(int line, string path, int depth)
    {
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (_parser.Current is not MappingEnd)
        {
            var keyLine = (int)_parser.Current!.Start.Line;
            if (_parser.Current is not Scalar { Value: var key })
            {
                Say(keyLine, path, "The name of a field is a plain word.");
                key = "?";
                Node(path, depth + 1);
            }
            else
            {
                _parser.MoveNext();
            }

            var value = Node(path.Length == 0 ? key : $"{path}.{key}", depth + 1);
            if (keys.Add(key))
            {
                entries.Add(new YamlEntry(key, keyLine, value));
            }
            else if (key != "?")
            {
                Say(keyLine, path.Length == 0 ? key : $"{path}.{key}", $"'{key}' is written twice.");
            }
        }

        _parser.MoveNext();
        return entries.Count > 0 ? new YamlMap(line, path, entries) : Empty<YamlMap>(line, path);
    }

    private T? Empty<T>(int line, string path)
        where T : YamlNode
    {
        Say(line, path, "It is empty: leave it out.");
        return null;
    }

    private void Say(int line, string path, string message) => _mistakes.Add(new Mistake(_file, line, path, message));
}
