using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LegalStatusApi.Dataset.Writing;

/// <summary>One file in the making: fields in the order of the calls; what is absent or empty is not written.</summary>
internal sealed class YamlPage
{
    private const int Width = 100;
    private const int Indent = 2;

    private readonly StringBuilder _text = new();
    private readonly Emitter _emitter;
    private int _column;

    private YamlPage()
    {
        var settings = new EmitterSettings(Indent, Width, isCanonical: false, maxSimpleKeyLength: 1024,
            skipAnchorName: false, indentSequences: true, newLine: "\n", useUtf16SurrogatePairs: false);
        _emitter = new Emitter(new StringWriter(_text, CultureInfo.InvariantCulture), settings);
    }

    public static string Of(Action<YamlPage> write)
    {
        var page = new YamlPage();
        page._emitter.Emit(new StreamStart());
        page._emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        page.InMapping(MappingStyle.Block, () => write(page));
        page._emitter.Emit(new DocumentEnd(isImplicit: true));
        page._emitter.Emit(new StreamEnd());
        return page._text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>Text that YAML would read as another kind of value is quoted, long text is folded.</summary>
    public void Text(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Plain(name);
            Emit(text, ScalarForm.Of(text, Width - _column - name.Length - 2));
        }
    }

    /// <summary>A date, a number, true or false: never quoted.</summary>
    public void Value(string name, string? value)
    {
        if (value is not null)
        {
            Plain(name);
            Plain(value);
        }
    }

    public void Value(string name, int? value) => Value(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Value(string name, bool value) => Value(name, value ? "true" : "false");

    // 5.0 and 5 are the same amount.
    public void Amount(string name, decimal amount) =>
        Value(name, amount.ToString("0.############################", CultureInfo.InvariantCulture));

    /// <summary>On one line where there is room, else an item a line.</summary>
    public void Texts(string name, IReadOnlyList<string>? texts)
    {
        if (texts is not { Count: > 0 })
        {
            return;
        }

        var fits = _column + name.Length + 2 + texts.Sum(text => LengthOf(text) + 2) <= Width;
        Plain(name);
        _emitter.Emit(new SequenceStart(null, null, isImplicit: true, fits ? SequenceStyle.Flow : SequenceStyle.Block));
        foreach (var text in texts)
        {
            Emit(text, ScalarForm.Of(text, fits ? int.MaxValue : Width - _column - (2 * Indent)));
        }

        _emitter.Emit(new SequenceEnd());
    }

    public void Each<T>(string name, IEnumerable<T>? items, Action<T> write)
    {
        var all = items?.ToList() ?? [];
        if (all.Count == 0)
        {
            return;
        }

        Plain(name);
        _emitter.Emit(new SequenceStart(null, null, isImplicit: true, SequenceStyle.Block));
        _column += 2 * Indent;
        foreach (var item in all)
        {
            InMapping(MappingStyle.Block, () => write(item));
        }

        _column -= 2 * Indent;
        _emitter.Emit(new SequenceEnd());
    }

    public void Mapping(string name, bool hasFields, Action write)
    {
        if (hasFields)
        {
            Plain(name);
            _column += Indent;
            InMapping(MappingStyle.Block, write);
            _column -= Indent;
        }
    }

    /// <summary>A small mapping, on one line where there is room: <c>{source: …, version: 1}</c>.</summary>
    /// <param name="length">Columns that its fields take.</param>
    public void Small(string name, int length, Action write)
    {
        if (_column + name.Length + 2 + length > Width)
        {
            Mapping(name, hasFields: true, write);
            return;
        }

        Plain(name);
        InMapping(MappingStyle.Flow, write);
    }

    /// <summary>Columns that a text takes on one line.</summary>
    public static int LengthOf(string text) =>
        text.Length + (IsPlain(text) ? 0 : 2);

    private static bool IsPlain(string text) => ScalarForm.Of(text, int.MaxValue) == ScalarStyle.Plain
        && !text.Contains(": ", StringComparison.Ordinal);

    private void InMapping(MappingStyle style, Action write)
    {
        _emitter.Emit(new MappingStart(null, null, isImplicit: true, style));
        write();
        _emitter.Emit(new MappingEnd());
    }

    private void Plain(string word) => Emit(word, ScalarStyle.Plain);

    private void Emit(string text, ScalarStyle style) =>
        _emitter.Emit(new Scalar(null, null, text, style, isPlainImplicit: true, isQuotedImplicit: true));
}
