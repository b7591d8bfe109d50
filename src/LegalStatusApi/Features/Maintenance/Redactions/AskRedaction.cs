using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.Redactions;

/// <summary>The first of two maintainers names the text that is to go.</summary>
public static class AskRedaction
{
    private const string Marker = "\"[redacted]\"";

    private sealed record FoundText(string? Names, string? Text, bool IsRedacted);

    public static async Task<Written> AskAsync(Write write)
    {
        var json = write.Json();
        Write.OnlyKnown(json, "relation", "id", "recordedIn", "field", "reason");
        var asked = new RedactionRequest(
            "rdc_" + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz234567", 16), Write.Text(json, "relation", 60),
            Write.Text(json, "id", 200), RevisionOf(json), Write.Text(json, "field", 60), Write.Text(json, "reason", 2000), write.Who.Id, write.Who.Name);
        var text = await TextAsync(write, asked);
        if (JsonNode.Parse(text)!.GetValueKind() == JsonValueKind.String
            && asked.Reason.Contains(JsonNode.Parse(text)!.GetValue<string>(), StringComparison.OrdinalIgnoreCase))
        {
            throw Impossible("reason", "It is public, so it must not repeat the text.");
        }

        if (await write.ExecuteAsync(typeof(AskRedaction), nameof(AskRedaction), asked) == 0)
        {
            throw new RefusedException(Problems.Conflict.With("Somebody asked for it already, and nobody has confirmed it yet: /v1/audit names it."));
        }

        await write.AuditAsync("ask for redaction", asked.Redaction, after: asked.Response());
        return new Written(StatusCodes.Status201Created, asked.Response());
    }

    /// <summary>The text that is to go, as JSON; a refusal where there is none, or none any more.</summary>
    public static async Task<string> TextAsync(Write write, RedactionRequest asked)
    {
        var found = await write.QueryAsync<FoundText>(typeof(AskRedaction), "FindText", new { asked.Relation, asked.Id, asked.RecordedIn, asked.Field });
        if (found is not [var row])
        {
            throw new RefusedException(Problems.UnknownRecord.With(
                $"Revision {asked.RecordedIn} recorded no {Check.Shown(asked.Relation)} '{Check.Shown(asked.Id)}'. See /v1/export.ndjson."));
        }

        if (row.IsRedacted || row.Text == Marker)
        {
            throw new RefusedException(Problems.Conflict.With("It is redacted already."));
        }

        return row.Text ?? throw Impossible("field", row.Names is null
            ? "This row has no free text."
            : $"'{Check.Shown(asked.Field)}' is no free text of this row. Those that are: {row.Names}.");
    }

    private static long RevisionOf(JsonObject json) => json["recordedIn"] is JsonValue value && value.TryGetValue<long>(out var number) && number > 0
        ? number
        : throw Impossible("recordedIn", "Give the number of the revision that recorded it.");

    private static RefusedException Impossible(string parameter, string detail) =>
        new(Problems.Impossible.With($"{parameter}: {detail}", [new ParameterError(parameter, detail)]));
}
