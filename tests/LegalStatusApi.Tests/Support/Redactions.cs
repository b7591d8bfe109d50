using System.Security.Cryptography;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Tests.Support;

/// <summary>Redactions as two maintainers do them, straight in the database.</summary>
public static class Redactions
{
    public const string Marker = "[redacted]";

    /// <summary>Ada asks and Bea confirms; returns of how many texts.</summary>
    public static async Task<int> RedactAsync(this TestDatabase database, string relation, string id, long recordedIn, string field)
    {
        await database.KeyAsync("Ada", "admin");
        await database.KeyAsync("Bea", "admin");
        var redaction = "rdc_" + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz234567", 16);
        await database.Writer.AskAsync<int>("""
            insert into redaction_request (id, relation, row_id, recorded_in, field, reason, asked_by)
            values (@redaction, @relation, @id, @recordedIn, @field, 'It named a person.', @Ada)
            """, new { redaction, relation, id, recordedIn, field, Ada = RecordId.OfMaintainer("Ada") });
        var texts = await database.Writer.AskAsync<int>("select redact(@redaction, @Bea)", new { redaction, Bea = RecordId.OfMaintainer("Bea") });
        TestApi.Forget(database);
        return texts;
    }

    /// <summary>Everything that every table says, and what is stored as bytes both as text and as it would be written out.</summary>
    public static async Task<string> DumpAsync(this TestDatabase database)
    {
        var tables = await database.Owner.ListAsync<string>("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1");
        Assert.Contains("idempotency", tables);
        var said = new List<string>();
        foreach (var table in tables)
        {
            said.Add(await database.Owner.AskAsync<string>($"select coalesce(string_agg(row::text, E'\\n'), '') from {table} as row") ?? "");
        }

        said.AddRange(await database.Owner.ListAsync<string>("select convert_from(body, 'UTF8') from idempotency"));
        return string.Join('\n', said);
    }
}
