using System.Text;
using System.Text.RegularExpressions;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Records.Citing;

/// <summary>How an answer is cited: itself at its permalink, and then each source that it rests on.</summary>
/// <param name="Title">What the answer is about.</param>
/// <param name="Permalink">Where exactly it will always be; null where there is no such place.</param>
/// <param name="Revision">The revision it comes from.</param>
/// <param name="Sources">What it rests on, in the order of the answer.</param>
public sealed partial record Bibliography(string Title, string? Permalink, Revision Revision, IEnumerable<CitationResponse> Sources)
{
    private const string Publisher = "Legal Status API";

    /// <summary>The forms in which any answer can be cited, for the endpoint.</summary>
    public static readonly Format[] Forms = [Formats.CslJson, Formats.BibTex, Formats.Citation];

    /// <summary>The same for the answer.</summary>
    public static (Format Format, Func<HttpContext, T, byte[]> Write)[] FormsOf<T>(Func<T, Bibliography> cite) =>
    [
        (Formats.CslJson, (http, answer) => CslJson.Of(cite(answer).WorksAt(http.Request))),
        (Formats.BibTex, (http, answer) => Encoding.UTF8.GetBytes(BibTex.Of(cite(answer).WorksAt(http.Request)))),
        (Formats.Citation, (http, answer) => Encoding.UTF8.GetBytes(PlainCitation.Of(cite(answer).WorksAt(http.Request)))),
    ];

    // Unique among the answers that one list of works may cite.
    private string Name => $"legal-status-{NoLetters().Replace((Permalink ?? $"{Title} {Revision.Number}").Replace("/v1/", "", StringComparison.Ordinal), "-").Trim('-')}";

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex NoLetters();

    private IEnumerable<Work> WorksAt(HttpRequest request)
    {
        yield return new Work(
            Name, null, Title, Publisher, PartialDate.Of(DateOnly.FromDateTime(Revision.RecordedAt.UtcDateTime)), null,
            $"revision {Revision.Number}", Permalink is null ? null : request.Absolute(Permalink), null,
            "CC BY 4.0. Information, not legal or medical advice.");
        foreach (var source in Sources.DistinctBy(source => (source.Source, source.Version)))
        {
            yield return Work.Of(source);
        }
    }
}
