using System.Text.Json.Nodes;
using CsvHelper;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>
/// Puts many records into a draft at once, all or none: a file of the data set's text (YAML), several ({"files": …} in JSON), a
/// list of classifications ({"classifications": …} in JSON), or a table of them (CSV). Each row is judged; the report says which are wrong and why.
/// </summary>
public static class ImportRecords
{
    private const string Citations = "citations";

    /// <summary>What an import makes of a draft, or would make of it.</summary>
    /// <param name="Changeset">Id of the set.</param>
    /// <param name="Version">Its version now, which is its ETag too.</param>
    /// <param name="DryRun">It was only judged, and the set is as it was.</param>
    /// <param name="Puts">How many rows the set puts in all; absent where it was refused.</param>
    /// <param name="Closes">How many rows it closes in all; absent where it was refused.</param>
    /// <param name="Rows">What becomes of each row that was sent; of files, of each record that they change.</param>
    /// <param name="Mistakes">Those that are in no row.</param>
    public sealed record Response(
        string Changeset, int Version, bool DryRun, int? Puts, int? Closes, IReadOnlyList<RowReport> Rows, IReadOnlyList<ParameterError> Mistakes);

    /// <summary>What becomes of a row.</summary>
    /// <param name="Row">Its number, from 1.</param>
    /// <param name="Record">Key of the record.</param>
    /// <param name="Outcome">added, changed, withdrawn, unchanged, sound (nothing wrong with it, but others are refused), or refused.</param>
    /// <param name="Mistakes">Of a refused row: each mistake, by the member that it is in.</param>
    /// <param name="Removes">Of a changed record: members that it has now and the row does not, so that they go.</param>
    public sealed record RowReport(int Row, string Record, string Outcome, IReadOnlyList<ParameterError>? Mistakes, IReadOnlyList<string>? Removes = null);

    /// <param name="DryRun">true: nothing is kept.</param>
    /// <param name="Kind">Of which kind the change of those records is that do not say it themselves.</param>
    public sealed record Asked(bool DryRun, string? Kind);

    // What is sent: how it edits the text, and the rows that it is, if it is rows.
    private sealed record Sent(EditDraft.Edit Edit, IReadOnlyList<SentRow> Rows);

    private sealed class SentRow(JsonObject record)
    {
        public JsonObject Record => record;

        public string Key { get; } = $"{record["jurisdiction"]}/{record["key"]}";

        public ProposedNote? Note { get; set; }

        public IReadOnlyList<string>? Removes { get; set; }

        /// <summary>Where in the text it stands, as mistakes name it.</summary>
        public string Place { get; set; } = "";
    }

    public static async Task<Written> ImportAsync(Write write, string id, string? dryRun, string? kind)
    {
        var asked = new Asked(Flag("dryRun", dryRun), kind is null ? null : PutRecord.KindOf("kind", kind));
        var sent = Read(write);
        try
        {
            return asked.DryRun ? await JudgeAsync(write, id, sent) : await KeepAsync(write, id, sent, asked);
        }
        catch (RefusedException refusal) when (refusal.Problem is { Status: 422, Errors: { } errors })
        {
            var byRow = errors.Select(error => ByRow(error, sent.Rows)).ToList();
            if (asked.DryRun && (sent.Rows.Count > 0 || errors.Count > 0))
            {
                return await RefusedAsync(write, id, sent, byRow);
            }

            throw new RefusedException(refusal.Problem with
            {
                Errors = [.. byRow.Select(each => each.Row is { } row ? new ParameterError($"row {row + 1} ({sent.Rows[row].Record["key"]}){Dotted(each.Error.Parameter)}", each.Error.Detail) : each.Error)],
            });
        }
    }

    private static bool Flag(string name, string? asked) => asked switch
    {
        "true" => true,
        null or "false" => false,
        _ => throw new RefusedException(Problems.InvalidParameters.With($"{name}: Write true or false.", [new ParameterError(name, "Write true or false.")])),
    };

    private static Sent Read(Write write)
    {
        if (write.MediaType is "application/yaml" or "text/yaml")
        {
            return new Sent(text => { text.Lay(FileOf(write.BodyText), write.BodyText); return ""; }, []);
        }

        var json = write.MediaType == "application/json" ? write.Json() : null;
        if (json?["files"] is JsonObject files)
        {
            Write.OnlyKnown(json, "files", "whole");
            var isWhole = json["whole"] is JsonValue flag && flag.TryGetValue<bool>(out var whole) && whole;
            return new Sent(text => Lay(text, files, isWhole), []);
        }

        List<SentRow> rows = [.. (write.MediaType switch
        {
            "application/json" => JsonRows(json!),
            "text/csv" => CsvRows(write.BodyText),
            _ => throw new RefusedException(Problems.UnsupportedMediaType.With("Send application/yaml, application/json or text/csv.")),
        }).Select(row => new SentRow(row))];
        return new Sent(text => PutAll(text, rows), rows);
    }

    private static async Task<Written> KeepAsync(Write write, string id, Sent sent, Asked asked)
    {
        var outcome = await EditDraft.KeepAsync(write, id, "import", sent.Rows.Count == 0 ? "files" : $"{sent.Rows.Count} row{(sent.Rows.Count == 1 ? "" : "s")}", sent.Edit, made => NotesOf(made, sent, asked));
        return Report(outcome, sent, outcome.Set.Version + 1, dryRun: false);
    }

    private static async Task<Written> JudgeAsync(Write write, string id, Sent sent)
    {
        var set = await EditDraft.HoldEditableAsync(write, id);
        return Report(await EditDraft.ApplyAsync(write, set, sent.Edit), sent, set.Version, dryRun: true);
    }

    private static async Task<Written> RefusedAsync(Write write, string id, Sent sent, IReadOnlyList<(int? Row, ParameterError Error)> errors)
    {
        var set = await ChangeSet.HoldAsync(write, id);
        var rows = sent.Rows.Select((row, index) => errors.Where(each => each.Row == index).Select(each => each.Error).ToList() is { Count: > 0 } mistakes
            ? new RowReport(index + 1, row.Key, "refused", mistakes)
            : new RowReport(index + 1, row.Key, "sound", null));
        return new Written(StatusCodes.Status200OK, new Response(
            set.Id, set.Version, DryRun: true, null, null, [.. rows], [.. errors.Where(each => each.Row is null).Select(each => each.Error)]), Version: set.Version);
    }

    private static Written Report(EditDraft.Outcome outcome, Sent sent, int version, bool dryRun)
    {
        var touched = outcome.Touched.ToDictionary(record => record.Key, record => !record.WasThere ? "added" : record.IsThere ? "changed" : "withdrawn", StringComparer.Ordinal);
        var keys = sent.Rows.Count > 0 ? sent.Rows.Select(row => (row.Key, row.Removes)) : touched.Keys.Select(key => (key, (IReadOnlyList<string>?)null));
        var rows = keys.Select((row, index) => new RowReport(index + 1, row.Item1, touched.GetValueOrDefault(row.Item1, "unchanged"), null, row.Item2));
        return new Written(StatusCodes.Status200OK, new Response(
            outcome.Set.Id, version, dryRun, outcome.Differences.Added.Count, outcome.Differences.Closed.Count, [.. rows], []), Version: version);
    }

    // What a row says of itself; else, of each record that was there and is changed, what was said for all.
    private static IEnumerable<ProposedNote> NotesOf(EditDraft.Outcome outcome, Sent sent, Asked asked)
    {
        var own = sent.Rows.Select(row => row.Note).OfType<ProposedNote>().ToList();
        return asked.Kind is null
            ? own
            : own.Concat(outcome.Touched.Where(record => record is { WasThere: true, IsThere: true, OnlyMore: false })
                .Where(record => !own.Exists(note => note.Record == record.Key) && (sent.Rows.Count == 0 || sent.Rows.Any(row => row.Key == record.Key)))
                .Select(record => new ProposedNote(record.Key, asked.Kind, outcome.Set.Reason)));
    }

    private static string Lay(SeedEdit text, JsonObject files, bool isWhole)
    {
        foreach (var (name, content) in files)
        {
            text.Lay(name, content is JsonValue value && value.TryGetValue<string>(out var file)
                ? file
                : throw new RefusedException(Problems.Impossible.With($"files: '{Check.Shown(name)}' must be a text.")));
        }

        // A whole text says by its silence, too: what it has no file of is withdrawn.
        foreach (var gone in text.Files.Keys.Where(name => isWhole && !files.ContainsKey(name)).ToList())
        {
            text.RemoveFile(gone);
        }

        return "";
    }

    // Two rows of one record, or of no place, are judged before any is put: none of them is lost.
    private static string PutAll(SeedEdit text, List<SentRow> rows)
    {
        var errors = new List<ParameterError>();
        for (var row = 0; row < rows.Count; row++)
        {
            var place = rows[row].Record["jurisdiction"]?.ToString() ?? "";
            rows[row].Place = $"row[{row + 1}]";
            if (!text.Files.ContainsKey($"jurisdictions/{place}.yaml"))
            {
                errors.Add(new ParameterError($"row[{row + 1}].jurisdiction", $"'{Check.Shown(place)}' is no jurisdiction on record."));
            }

            if (rows.FindIndex(other => other.Key == rows[row].Key) is var first && first < row)
            {
                errors.Add(new ParameterError($"row[{row + 1}].key", $"Row {first + 1} is of the same record."));
            }
        }

        if (errors.Count > 0)
        {
            throw new RefusedException(Problems.Impossible.With($"{errors.Count} mistake{(errors.Count == 1 ? "" : "s")}; nothing was changed.", errors));
        }

        rows.ForEach(row => Put(text, row));
        return "";
    }

    private static void Put(SeedEdit text, SentRow row)
    {
        var record = row.Record.DeepClone().AsObject();
        var (file, key) = ($"jurisdictions/{record["jurisdiction"]}.yaml", record["key"]?.ToString() ?? "");
        record.Remove("jurisdiction");
        (record, row.Note) = PutRecord.NoteOf(record, row.Key);
        var gone = text.Find(file, "classifications", "key", key)?.Select(member => member.Key).Where(name => !record.ContainsKey(name)).ToList();
        row.Removes = gone is { Count: > 0 } ? gone : null;
        row.Place = $"{file}:classifications[{text.Put(file, "classifications", "key", key, record)}]";
    }

    // A mistake in a row that was sent is named by the row and the member; any other as it is.
    private static (int? Row, ParameterError Error) ByRow(ParameterError error, IReadOnlyList<SentRow> rows)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            var place = rows[row].Place;
            if (place.Length > 0 && error.Parameter.StartsWith(place, StringComparison.Ordinal)
                && (error.Parameter.Length == place.Length || error.Parameter[place.Length] == '.'))
            {
                return (row, error with { Parameter = error.Parameter[place.Length..].TrimStart('.') });
            }
        }

        return (null, error);
    }

    private static string Dotted(string member) => member.Length == 0 ? "" : $".{member}";

    private static List<JsonObject> JsonRows(JsonObject body)
    {
        Write.OnlyKnown(body, "classifications");
        return body["classifications"] is JsonArray items && items.All(item => item is JsonObject)
            ? [.. items.Select(item => item!.DeepClone().AsObject())]
            : throw new RefusedException(Problems.Impossible.With("classifications: Give a list of records."));
    }

    // Columns are members of a classification; those of lists and mappings have dots (activities.possession, citations.1.source).
    private static List<JsonObject> CsvRows(string text)
    {
        try
        {
            using var csv = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = true });
            csv.ReadHeader();
            if (csv.Headers.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            {
                throw new RefusedException(Problems.BadRequest.With($"The table has the column '{Check.Shown(twice.Key)}' twice."));
            }

            var rows = new List<JsonObject>();
            while (csv.Read())
            {
                // A comma that was meant as text has no quotes around it: what would be lost is refused.
                if (csv.FieldCount != csv.Headers.Count)
                {
                    throw new RefusedException(Problems.BadRequest.With(
                        $"Row {rows.Count + 1} has {csv.FieldCount} cells, and the table {csv.Headers.Count} columns: put quotes around a cell that holds a comma."));
                }

                var row = new JsonObject();
                for (var column = 0; column < csv.FieldCount; column++)
                {
                    if (csv.GetString(column) is { Length: > 0 } value)
                    {
                        SetMember(row, csv.Headers[column].Split('.'), value);
                    }
                }

                rows.Add(row);
            }

            return rows;
        }
        catch (Exception mistake) when (mistake is CsvFormatException or CsvValidationException)
        {
            throw new RefusedException(Problems.BadRequest.With($"The table cannot be read: {mistake.Message.Split('\n')[0].Trim()}"));
        }
    }

    private static void SetMember(JsonObject row, string[] path, string value)
    {
        if (path.Length == 3 && path[0] == Citations && int.TryParse(path[1], out var number) && number is > 0 and <= 20)
        {
            var list = row[Citations] as JsonArray ?? (JsonArray)(row[Citations] = new JsonArray());
            while (list.Count < number)
            {
                list.Add(new JsonObject());
            }

            list[number - 1]![path[2]] = value;
        }
        else if (path.Length == 2)
        {
            var nested = row[path[0]] as JsonObject ?? (JsonObject)(row[path[0]] = new JsonObject());
            nested[path[1]] = value;
        }
        else
        {
            row[path[0]] = value;
        }
    }

    private static string FileOf(string yaml)
    {
        foreach (var line in yaml.Split('\n'))
        {
            if (line.StartsWith("code: ", StringComparison.Ordinal))
            {
                return $"jurisdictions/{line[6..].Trim().Trim('\'', '"')}.yaml";
            }

            if (line.StartsWith("jurisdiction: ", StringComparison.Ordinal))
            {
                return $"sources/{line[14..].Trim().Trim('\'', '"')}.yaml";
            }

            if (line.StartsWith("substances:", StringComparison.Ordinal))
            {
                return "substances.yaml";
            }
        }

        return "sources/general.yaml";
    }
}
