using LegalStatusApi.Domain;
using System.Text.Json.Nodes;
using CsvHelper;
using LegalStatusApi.Dataset;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>
/// Puts many records into a draft at once, all or none: a file of the data set's text (YAML), several ({"files": …} in JSON), a
/// list of classifications ({"classifications": …} in JSON), or a table of them (CSV). Each row is judged; the report says which are wrong and why.
/// </summary>
public static class ImportRecords
{
    private const string Citations = "citations";

    /// <param name="Row">Its number, from 1.</param>
    /// <param name="Record">Its key.</param>
    /// <param name="Mistakes">What is wrong with it; empty where nothing is.</param>
    public sealed record RowReport(int Row, string Record, IReadOnlyList<ParameterError> Mistakes);

    public static async Task<Written> ImportAsync(Write write, string id, string? asked)
    {
        var dryRun = asked switch
        {
            "true" => true,
            null or "false" => false,
            _ => throw new RefusedException(Problems.InvalidParameters.With("dryRun: Write true or false.", [new ParameterError("dryRun", "Write true or false.")])),
        };
        if (write.MediaType is "application/yaml" or "text/yaml")
        {
            return await RunAsync(write, id, dryRun, text => { text.Lay(FileOf(write.BodyText), write.BodyText); return ""; }, 1);
        }

        var json = write.MediaType == "application/json" ? write.Json() : null;
        if (json?["files"] is JsonObject files)
        {
            Write.OnlyKnown(json, "files");
            return await RunAsync(write, id, dryRun, text => Lay(text, files), files.Count);
        }

        var rows = write.MediaType switch
        {
            "application/json" => JsonRows(json!),
            "text/csv" => CsvRows(write.BodyText),
            _ => throw new RefusedException(Problems.UnsupportedMediaType.With("Send application/yaml, application/json or text/csv.")),
        };
        var places = new List<string>();
        try
        {
            return await RunAsync(write, id, dryRun, text => { places.AddRange(rows.Select(row => Put(text, row))); return ""; }, rows.Count);
        }
        catch (RefusedException refusal) when (refusal.Problem.Errors is { } errors && refusal.Problem.Status == 422)
        {
            throw new RefusedException(refusal.Problem with { Errors = [.. errors.Select(error => ByRow(error, places, rows))] });
        }
    }

    private static async Task<Written> RunAsync(Write write, string id, bool dryRun, EditDraft.Edit edit, int rows)
    {
        if (!dryRun)
        {
            return await EditDraft.RunAsync(write, id, "import", $"{rows} rows", edit, null);
        }

        var set = await ChangeSet.HoldAsync(write, id);
        set.Require("edited", ChangeSetState.Draft, ChangeSetState.InReview, ChangeSetState.Approved);
        var (_, after) = await EditDraft.ApplyAsync(write, set, edit);
        return new Written(StatusCodes.Status200OK, new EditDraft.Response(set.Id, set.Version, after.Added.Count, after.Closed.Count, DryRun: true, rows), Version: set.Version);
    }

    private static string Lay(SeedEdit text, JsonObject files)
    {
        foreach (var (name, content) in files)
        {
            text.Lay(name, content is JsonValue value && value.TryGetValue<string>(out var file)
                ? file
                : throw new RefusedException(Problems.Impossible.With($"files: '{Check.Shown(name)}' must be a text.")));
        }

        return "";
    }

    private static string Put(SeedEdit text, JsonObject row)
    {
        var place = row["jurisdiction"]?.ToString() ?? "";
        var key = row["key"]?.ToString() ?? "";
        var file = $"jurisdictions/{place}.yaml";
        if (!text.Files.ContainsKey(file))
        {
            throw new RefusedException(Problems.Impossible.With($"'{Check.Shown(place)}' is no jurisdiction on record.",
                [new ParameterError("jurisdiction", $"'{Check.Shown(place)}' is no jurisdiction on record.")]));
        }

        row.Remove("jurisdiction");
        return $"{file}:classifications[{text.Put(file, "classifications", "key", key, row)}]";
    }

    // A mistake in a row that was sent is named by its row; any other as it is.
    private static ParameterError ByRow(ParameterError error, List<string> places, List<JsonObject> rows)
    {
        var row = places.FindIndex(place => error.Parameter.StartsWith(place, StringComparison.Ordinal)
            && (error.Parameter.Length == place.Length || error.Parameter[place.Length] == '.'));
        return row < 0 ? error : new ParameterError($"row {row + 1} ({rows[row]["key"]}){error.Parameter[places[row].Length..]}", error.Detail);
    }

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
            var rows = new List<JsonObject>();
            while (csv.Read())
            {
                var row = new JsonObject();
                for (var column = 0; column < Math.Min(csv.FieldCount, csv.Headers.Count); column++)
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
