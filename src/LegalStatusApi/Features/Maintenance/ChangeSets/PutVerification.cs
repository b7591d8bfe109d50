using System.Text.Json.Nodes;
using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>"I checked it on this day against this source version": no change of law, only of what is known of the record.</summary>
public static class PutVerification
{
    public static async Task<Written> PutAsync(Write write, string id, string classification)
    {
        var json = write.Json();
        Write.OnlyKnown(json, "verifiedOn", "reviewDue", "verification", "source", "version", "reason");
        var key = await write.Connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            SqlFile.Beside(typeof(PutVerification), "FindKeyOfClassification"), new { Id = classification }, cancellationToken: write.Cancellation))
            ?? throw new RefusedException(Problems.UnknownRecord.With($"There is no classification '{Check.Shown(classification)}'."));
        var place = key[..key.IndexOf('/', StringComparison.Ordinal)];
        var file = $"jurisdictions/{place}.yaml";
        var reason = json["reason"] is null ? "Checked again." : Write.Text(json, "reason", 2000);
        return await EditDraft.RunAsync(write, id, "verify", key, text =>
        {
            var index = text.Change(file, "classifications", "key", key[(place.Length + 1)..], record => Verify(record, json));
            return index >= 0 ? $"{file} classifications[{index}]" : throw new RefusedException(Problems.UnknownRecord.With($"'{key}' is not in the set's base."));
        }, new ProposedNote(key, "reverified", reason));
    }

    // The record keeps all it says of the law; the version of the source that was read takes the place of the older one.
    private static void Verify(JsonObject record, JsonObject json)
    {
        record["verifiedOn"] = Write.Text(json, "verifiedOn", 10);
        record["reviewDue"] = json["reviewDue"] is null && PartialDate.TryParse(json["verifiedOn"]!.ToString(), out var day)
            ? day.First.AddMonths(6).ToString("yyyy-MM-dd")
            : Write.Text(json, "reviewDue", 10);
        if (json["verification"] is not null)
        {
            record["verification"] = Write.Text(json, "verification", 20);
        }

        if (json["source"] is null)
        {
            return;
        }

        var source = Write.Text(json, "source", 100);
        foreach (var citation in (record["citations"] as JsonArray ?? []).OfType<JsonObject>().Where(each => each["source"]?.ToString() == source))
        {
            citation["version"] = json["version"]?.ToString() ?? citation["version"]?.ToString();
        }
    }
}
