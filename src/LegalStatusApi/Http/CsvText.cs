using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CsvHelper;

namespace LegalStatusApi.Http;

/// <summary>Rows that can be written as a table.</summary>
public interface IRows
{
    /// <summary>Of which type the rows are: its members are the columns, whatever a row holds.</summary>
    Type RowType { get; }

    IEnumerable Rows { get; }
}

/// <summary>An object of which a cell of a table shows a short text.</summary>
public interface ICell
{
    /// <summary>The text.</summary>
    string Cell { get; }
}

/// <summary>
/// A list as CSV (RFC 4180), with the names of the JSON: <c>a.b</c> for a member of a member, values of a list joined by <c>; </c>, lists of
/// objects as JSON. It begins with a byte order mark, so that spreadsheets read it as UTF-8, and a cell that a spreadsheet would run as a
/// formula is neutralised with an apostrophe.
/// </summary>
public static class CsvText
{
    public static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public static byte[] Of(IRows list)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Options, leaveOpen: true))
        {
            var columns = CsvColumn.Of(list.RowType, ApiJson.Options);
            csv.WriteHeader([.. columns.Select(column => column.Name)]);
            foreach (var row in list.Rows)
            {
                foreach (var column in columns)
                {
                    csv.WriteField(column.TextOf(row));
                }

                csv.EndRecord();
            }

            csv.Flush();
        }

        return bytes.ToArray();
    }
}

/// <summary>A column of a table whose rows are objects of one type.</summary>
/// <param name="Name">As JSON names the member.</param>
/// <param name="Type">What the member holds.</param>
/// <param name="IsRequired">Every row has it.</param>
public sealed record CsvColumn(string Name, Type Type, bool IsRequired, Func<object, object?> Value)
{
    /// <summary>The members of a type as <paramref name="json"/> writes them, those of its members in their place.</summary>
    public static IReadOnlyList<CsvColumn> Of(Type type, JsonSerializerOptions json) => [.. Of(type, json, "", isRequired: true)];

    public string? TextOf(object row) => Value(row) switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        IReadOnlyDictionary<string, string> words => string.Join("; ", words.Select(word => $"{word.Key}: {word.Value}")),
        IEnumerable<ICell> parts => string.Join("; ", parts.Select(part => part.Cell)),
        IEnumerable<string> texts => string.Join("; ", texts),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var value => JsonSerializer.Serialize(value, value.GetType(), ApiJson.Options),
    };

    private static IEnumerable<CsvColumn> Of(Type type, JsonSerializerOptions json, string prefix, bool isRequired) =>
        json.GetTypeInfo(type).Properties.Where(member => member.Get is not null).SelectMany(member => IsObject(member.PropertyType, json)
            ? Of(member.PropertyType, json, $"{prefix}{member.Name}.", isRequired: false).Select(inner => inner with
            {
                Value = row => member.Get!(row) is { } value ? inner.Value(value) : null,
            })
            : [new CsvColumn($"{prefix}{member.Name}", member.PropertyType, isRequired && !member.IsGetNullable, member.Get!)]);

    private static bool IsObject(Type type, JsonSerializerOptions json) =>
        json.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object && !typeof(IEnumerable).IsAssignableFrom(type);
}
