using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance;

/// <summary>What was sent: by a program as its request says it, by a form of the desk as the same in its fields.</summary>
/// <param name="Subject">Method and path, by which a refusal is known in the audit.</param>
/// <param name="Query">What the address asks besides.</param>
/// <param name="MediaType">Of the body.</param>
/// <param name="Body">As it came.</param>
/// <param name="IfMatch">The version that the write was made from, as its ETag; empty where none was named.</param>
/// <param name="Once">The name under which the answer is kept, to be given again; empty where none was given.</param>
/// <param name="Cancellation">The request's.</param>
public sealed record SentWrite(
    string Subject, string Query, string MediaType, byte[] Body, string IfMatch, string Once, CancellationToken Cancellation)
{
    /// <summary>What tells this write from another of the same name.</summary>
    public byte[] Hash => SHA256.HashData([.. Encoding.UTF8.GetBytes($"{Subject}{Query} {IfMatch}\n"), .. Body]);

    public static SentWrite Of(HttpContext http, byte[] body) => new(
        SubjectOf(http), http.Request.QueryString.Value ?? "", JsonBody.MediaTypeOf(http.Request), body,
        http.Request.Headers.IfMatch.ToString(), http.Request.Headers["Idempotency-Key"].ToString(), http.RequestAborted);

    /// <summary>The same where a person filled in a form: its fields are the body, and the version stands in it.</summary>
    public static SentWrite OfForm(HttpContext http, JsonObject? body, string? version, string once) => new(
        SubjectOf(http), "", "application/json", body is null ? [] : Encoding.UTF8.GetBytes(body.ToJsonString()),
        string.IsNullOrEmpty(version) ? "" : $"\"{version}\"", once, http.RequestAborted);

    private static string SubjectOf(HttpContext http) => $"{http.Request.Method} {http.Request.Path.Value}";
}
