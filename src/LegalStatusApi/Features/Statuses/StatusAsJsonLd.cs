using System.Text.Json;
using System.Text.Json.Nodes;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Statuses;

/// <summary>
/// An answer as linked data: the drug with its legal status at every level (schema.org Drug and DrugLegalStatus), and the sources as
/// schema.org Legislation and ELI LegalResource. The context stands in the answer, so that a processor needs no other address.
/// </summary>
public static class StatusAsJsonLd
{
    private static readonly HashSet<string> Laws =
        ["statute", "regulation", "order", "ballot_measure", "ordinance", "treaty"];

    public static byte[] Of(HttpContext http, StatusResponse answer)
    {
        var service = http.Request.Absolute("");
        var address = service + (answer.Permalink ?? $"/v1/status/{answer.Jurisdiction.Code}/{answer.Substance}");
        var sources = answer.Layers.SelectMany(layer => layer.Citations ?? []).DistinctBy(citation => (citation.Source, citation.Version)).ToList();
        var graph = new JsonArray(DrugOf(service, address, answer));
        foreach (var layer in answer.Layers.Where(layer => layer.Classification is not null))
        {
            graph.Add(StatusOf(service, address, answer, layer));
        }

        foreach (var source in sources)
        {
            graph.Add(SourceOf(service, source));
        }

        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["@context"] = Context(), ["@graph"] = graph }, ApiJson.Options);
    }

    private static JsonObject Context() => new()
    {
        ["@vocab"] = "https://schema.org/",
        ["eli"] = "http://data.europa.eu/eli/ontology#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        ["url"] = new JsonObject { ["@id"] = "https://schema.org/url", ["@type"] = "@id" },
        ["license"] = new JsonObject { ["@id"] = "https://schema.org/license", ["@type"] = "@id" },
        ["archivedAt"] = new JsonObject { ["@id"] = "https://schema.org/archivedAt", ["@type"] = "@id" },
    };

    private static JsonObject DrugOf(string service, string address, StatusResponse answer) => new()
    {
        ["@id"] = $"{service}/v1/substances/{answer.Substance}{(answer.Form is null ? "" : $"#{answer.Form}")}",
        ["@type"] = "Drug",
        ["name"] = answer.Form is null ? answer.Substance : $"{answer.Substance} ({answer.Form})",
        ["legalStatus"] = new JsonArray([.. answer.Layers.Where(layer => layer.Classification is not null)
            .Select(layer => (JsonNode)new JsonObject { ["@id"] = $"{address}#{layer.Jurisdiction.Code}" })]),
        ["subjectOf"] = new JsonObject
        {
            ["@id"] = address,
            ["@type"] = "Dataset",
            ["name"] = answer.Wording.Say,
            ["description"] = answer.Notice,
            ["version"] = $"{answer.Revision}",
            ["temporalCoverage"] = answer.On,
            ["license"] = "https://creativecommons.org/licenses/by/4.0/",
        },
    };

    private static JsonObject StatusOf(string service, string address, StatusResponse answer, LayerResponse layer) => new()
    {
        ["@id"] = $"{address}#{layer.Jurisdiction.Code}",
        ["@type"] = "DrugLegalStatus",
        ["name"] = layer.Status,
        ["identifier"] = layer.Classification,
        ["description"] = $"{answer.On}, {layer.Certainty}, {layer.Verification}: {layer.Summary}",
        ["applicableLocation"] = new JsonObject
        {
            ["@id"] = $"{service}/v1/jurisdictions/{layer.Jurisdiction.Code}",
            ["@type"] = "AdministrativeArea",
            ["name"] = layer.Jurisdiction.Name,
            ["identifier"] = layer.Jurisdiction.Code,
        },
        ["subjectOf"] = new JsonArray([.. (layer.Citations ?? []).Select(citation => (JsonNode)new JsonObject { ["@id"] = IdOf(service, citation) })
            .DistinctBy(each => (string)each["@id"]!)]),
    };

    private static JsonObject SourceOf(string service, CitationResponse source)
    {
        var isLaw = Laws.Contains(source.Type);
        var said = new JsonObject
        {
            ["@id"] = IdOf(service, source),
            ["@type"] = isLaw ? new JsonArray("Legislation", "eli:LegalResource") : "CreativeWork",
            ["name"] = source.Title,
        };
        Add(said, isLaw ? "legislationIdentifier" : "identifier", source.OfficialCitation);
        Add(said, "eli:id_local", isLaw ? source.OfficialCitation : null);
        Add(said, "eli:title", isLaw ? source.Title : null);
        Add(said, "datePublished", source.PublishedOn);
        Add(said, "publisher", source.Publisher is null ? null : new JsonObject { ["@type"] = "Organization", ["name"] = source.Publisher });
        Add(said, "url", source.Url);
        Add(said, "archivedAt", source.ArchiveUrl);
        return said;
    }

    private static string IdOf(string service, CitationResponse source) => $"{service}/v1/sources/{source.Source}/versions/{source.Version}";

    private static void Add(JsonObject said, string name, JsonNode? value)
    {
        if (value is not null)
        {
            said[name] = value;
        }
    }
}
