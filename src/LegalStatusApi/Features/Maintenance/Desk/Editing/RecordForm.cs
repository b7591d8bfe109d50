using System.Globalization;
using System.Text.Json.Nodes;

namespace LegalStatusApi.Features.Maintenance.Desk.Editing;

/// <summary>The fields of a form as the record that the API takes: what is empty is absent, and a row of a list without any field is none.</summary>
public static class RecordForm
{
    /// <param name="members">Single fields; those with a dot stand in a part of the record.</param>
    /// <param name="many">Fields with several values.</param>
    /// <param name="lists">Lists, each with the fields of its items.</param>
    public static JsonObject Read(
        DeskForm form, IEnumerable<string> members, IEnumerable<string> many, IReadOnlyDictionary<string, string[]> lists)
    {
        var record = new JsonObject();
        foreach (var member in members)
        {
            Put(record, member, Text(form, member));
        }

        foreach (var member in many)
        {
            var values = form.Fields[member].Where(value => !string.IsNullOrEmpty(value)).ToList();
            Put(record, member, values.Count == 0 ? null : new JsonArray([.. values.Select(value => JsonValue.Create(value))]));
        }

        foreach (var (list, fields) in lists)
        {
            var items = RowsOf(form, list).Select(index => Item(form, $"{list}[{index}]", fields)).Where(item => item.Count > 0).ToList();
            Put(record, list, items.Count == 0 ? null : new JsonArray([.. items]));
        }

        return record;
    }

    // Every row that was sent, in its order: what is too many is refused by the same rules as elsewhere, and nothing is cut off.
    private static IEnumerable<int> RowsOf(DeskForm form, string list) => form.Fields.Keys
        .Where(field => field.StartsWith($"{list}[", StringComparison.Ordinal))
        .Select(field => int.TryParse(field[(list.Length + 1)..].Split(']')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1)
        .Where(index => index >= 0).Distinct().Order();

    private static JsonObject Item(DeskForm form, string item, string[] fields)
    {
        var read = new JsonObject();
        foreach (var field in fields)
        {
            Put(read, field, Text(form, $"{item}.{field}"));
        }

        return read;
    }

    // Browsers send the end of a line as two characters.
    private static JsonValue? Text(DeskForm form, string field) =>
        form[field].ReplaceLineEndings("\n") is var text && !string.IsNullOrWhiteSpace(text) ? JsonValue.Create(text.Trim()) : null;

    private static void Put(JsonObject record, string member, JsonNode? value)
    {
        if (value is null)
        {
            return;
        }

        if (member.Split('.', 2) is not [var part, var inner])
        {
            record[member] = value;
            return;
        }

        var within = record[part] as JsonObject ?? [];
        within[inner] = value;
        record[part] ??= within;
    }
}
