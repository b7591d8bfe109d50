using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>"I checked it on this day against this source version": no change of law, only of what is known of the record.</summary>
public static class PutVerification
{
    private sealed record Checked(DateOnly On, string? ReviewDue, string? Verification, string? Source, int? Version, string Reason);

    public static async Task<Written> PutAsync(Write write, string id, string classification, DateOnly today)
    {
        var said = Read(write.Json(), today);
        var key = await KeyOfAsync(write, classification)
            ?? throw new RefusedException(Problems.UnknownRecord.With($"There is no classification '{Check.Shown(classification)}'."));
        await RequireRetrievedAsync(write, id, said);
        var place = key[..key.IndexOf('/', StringComparison.Ordinal)];
        var file = $"jurisdictions/{place}.yaml";
        return await EditDraft.RunAsync(write, id, "verify", key, text =>
        {
            var index = text.Change(file, "classifications", "key", key[(place.Length + 1)..], record => Verify(record, said, key));
            return index >= 0 ? $"{file} classifications[{index}]" : throw new RefusedException(Problems.UnknownRecord.With($"'{key}' is not in the set's base."));
        }, new ProposedNote(key, "reverified", said.Reason));
    }

    /// <summary>The key of a classification of the current revision; null where it has none of this id.</summary>
    public static Task<string?> KeyOfAsync(Write write, string classification) => write.Connection.ExecuteScalarAsync<string?>(new CommandDefinition(
        SqlFile.Beside(typeof(PutVerification), "FindKeyOfClassification"), new { Id = classification }, cancellationToken: write.Cancellation));

    private static Checked Read(JsonObject json, DateOnly today)
    {
        Write.OnlyKnown(json, "verifiedOn", "reviewDue", "verification", "source", "version", "reason");
        if (!PartialDate.TryParse(Write.Text(json, "verifiedOn", 10), out var on) || on.Day is null || on.First > today)
        {
            throw Write.Impossible("verifiedOn", $"Give a day as yyyy-MM-dd, {today:yyyy-MM-dd} (UTC) at the latest.");
        }

        var version = json["version"] switch
        {
            null => (int?)null,
            JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var number) && number > 0 => number,
            _ => throw Write.Impossible("version", "Give a whole number from 1 on."),
        };
        if (version is not null && json["source"] is null)
        {
            throw Write.Impossible("source", "Name the source that the version is of.");
        }

        return new(on.First, Optional(json, "reviewDue", 10), Optional(json, "verification", 20), Optional(json, "source", 100), version,
            Optional(json, "reason", 2000) ?? "Checked again.");
    }

    private static string? Optional(JsonObject json, string name, int longest) => json[name] is null ? null : Write.Text(json, name, longest);

    // Nobody has read a version before it was there to be read.
    private static async Task RequireRetrievedAsync(Write write, string id, Checked said)
    {
        if (said.Version is null)
        {
            return;
        }

        if (await write.QueryAsync<string?>(typeof(PutVerification), "FindRetrieval", new { Id = id, said.Source, said.Version }) is not [var retrievedOn])
        {
            throw Write.Impossible("version", $"There is no version {said.Version} of a source '{Check.Shown(said.Source!)}': put it into the set first.");
        }

        if (retrievedOn is not null && PartialDate.Parse(retrievedOn).First > said.On)
        {
            throw Write.Impossible("verifiedOn", $"That version was retrieved on {retrievedOn}, so nothing was checked against it before.");
        }
    }

    // The record keeps all it says of the law; the version of the source that was read takes the place of the older one.
    private static void Verify(JsonObject record, Checked said, string key)
    {
        record["verifiedOn"] = said.On.ToString("yyyy-MM-dd");
        record["reviewDue"] = said.ReviewDue ?? said.On.AddMonths(6).ToString("yyyy-MM-dd");
        record["verification"] = said.Verification ?? record["verification"]?.ToString();
        if (said.Source is null)
        {
            return;
        }

        var cited = (record["citations"] as JsonArray ?? []).OfType<JsonObject>().Where(each => each["source"]?.ToString() == said.Source).ToList();
        if (cited.Count == 0)
        {
            throw Write.Impossible("source", $"{key} does not cite '{Check.Shown(said.Source)}': put the record with that citation.");
        }

        foreach (var citation in cited.Where(_ => said.Version is not null))
        {
            citation["version"] = $"{said.Version}";
        }
    }
}
