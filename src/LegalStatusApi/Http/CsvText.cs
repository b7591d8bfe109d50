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
            var columns = ColumnsOf(list.RowType, "").ToList();
            csv.WriteHeader([.. columns.Select(column => column.Name)]);
            foreach (var row in list.Rows)
            {
                foreach (var column in columns)
                {
                    csv.WriteField(TextOf(column.Value(row)));
                }

                csv.EndRecord();
            }

            csv.Flush();
        }

        return bytes.ToArray();
    }

    private static IEnumerable<(string Name, Func<object, object?> Value)> ColumnsOf(Type type, string prefix) =>
        ApiJson.Options.GetTypeInfo(type).Properties.Where(member => member.Get is not null).SelectMany(member => IsObject(member.PropertyType)
            ? ColumnsOf(member.PropertyType, $"{prefix}{member.Name}.").Select(inner => (inner.Name, (Func<object, object?>)(row =>
                member.Get!(row) is { } value ? inner.Value(value) : null)))
            : [($"{prefix}{member.Name}", member.Get!)]);

    private static bool IsObject(Type type) =>
        ApiJson.Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object && !typeof(IEnumerable).IsAssignableFrom(type);

    private static string? TextOf(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        IReadOnlyDictionary<string, string> words => string.Join("; ", words.Select(word => $"{word.Key}: {word.Value}")),
        IEnumerable<string> texts => string.Join("; ", texts),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value, value.GetType(), ApiJson.Options),
    };
}
