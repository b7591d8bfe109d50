using System.Text.Json;
using System.Text.Json.Nodes;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Records.Citing;

/// <summary>Works as CSL-JSON 1.0.2, which reference managers read.</summary>
public static class CslJson
{
    public static byte[] Of(IEnumerable<Work> works) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonArray([.. works.Select(ItemOf)]), ApiJson.Options);

    private static JsonObject ItemOf(Work work)
    {
        var item = new JsonObject { ["id"] = work.Id, ["type"] = TypeOf(work.Kind), ["title"] = work.Title };
        Add(item, "publisher", work.Publisher);
        Add(item, "number", work.Number);
        Add(item, "issued", DateOf(work.Issued));
        Add(item, "accessed", DateOf(work.Accessed));
        Add(item, "URL", work.Url ?? work.ArchiveUrl);
        Add(item, "archive_location", work.Url is null ? null : work.ArchiveUrl);
        Add(item, "note", work.Note);
        return item;
    }

    private static string TypeOf(string? kind) => kind switch
    {
        null or "database" => "dataset",
        "regulation" or "order" => "regulation",
        "judgment" => "legal_case",
        "treaty" => "treaty",
        "agency_page" => "webpage",
        "article" => "article",
        "encyclopedia" => "entry-encyclopedia",
        "resolution" => "document",
        _ => "legislation",
    };

    private static JsonObject? DateOf(PartialDate? date) => date is not { } known ? null : new JsonObject
    {
        ["date-parts"] = new JsonArray(new JsonArray(
            [.. new[] { known.Year, known.Month, known.Day }.Where(part => part is not null).Select(part => (JsonNode)part!.Value)])),
    };

    private static void Add(JsonObject item, string name, JsonNode? value)
    {
        if (value is not null)
        {
            item[name] = value;
        }
    }
}
