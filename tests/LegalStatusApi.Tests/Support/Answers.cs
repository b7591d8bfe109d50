using System.Text.Json.Nodes;

namespace LegalStatusApi.Tests.Support;

/// <summary>What an answer says, in few words, so that a test can state it on one line.</summary>
public static class Answers
{
    /// <summary>Such as <c>prohibited certain US-CO inherited</c>, or <c>unknown unknown US-TX (form_not_recorded)</c>.</summary>
    public static string Headline(this JsonNode answer)
    {
        var headline = answer["headline"]!;
        return $"{headline["status"]} {headline["certainty"]} {headline["from"]}"
            + (headline["inherited"]!.GetValue<bool>() ? " inherited" : "")
            + (headline["reason"] is { } reason ? $" ({reason})" : "");
    }

    public static IEnumerable<string> Layers(this JsonNode answer) => answer["layers"]!.AsArray().Select(layer => (string)layer!["jurisdiction"]!["code"]!);

    public static JsonNode Layer(this JsonNode answer, string code) =>
        answer["layers"]!.AsArray().Single(layer => (string?)layer!["jurisdiction"]!["code"] == code)!;

    public static string Say(this JsonNode answer) => (string)answer["wording"]!["say"]!;

    /// <summary>The parameters that a refusal names.</summary>
    public static IEnumerable<string> WrongParameters(this JsonNode problem) => problem["errors"]!.AsArray().Select(error => (string)error!["parameter"]!);
}
