using System.Text.Json.Nodes;

namespace LegalStatusApi.Features.Maintenance.Desk;

/// <summary>A form that was sent, as the write that it asks for.</summary>
public sealed record DeskForm(HttpContext Http, IFormCollection Fields)
{
    public const string Once = "once";
    public const string Version = "version";

    public static async Task<DeskForm> ReadAsync(HttpContext http) =>
        new(http, http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty);

    public string this[string name] => Fields[name] is [.., { } last] ? last : "";

    /// <summary>The fields of these names that were filled in, as the body of the same write.</summary>
    public JsonObject Body(params string[] names)
    {
        var body = new JsonObject();
        foreach (var name in names.Where(name => this[name].Length > 0))
        {
            body[name] = this[name];
        }

        return body;
    }

    /// <summary>The write, with the version that the form was made from.</summary>
    public SentWrite Sent(JsonObject? body) => SentWrite.OfForm(Http, body, this[Version], OnceOf(this[Once]));

    private static string OnceOf(string given) => given.Length is > 0 and <= 100 && given.All(letter => letter is > ' ' and <= '~') ? given : "";
}
