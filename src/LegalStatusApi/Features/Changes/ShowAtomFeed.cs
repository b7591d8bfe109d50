using System.Text;
using System.Xml;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Changes;

/// <summary>What changed, as an Atom feed.</summary>
public static class ShowAtomFeed
{
    public const string Path = "/v1/changes.atom";
    public const string MediaType = "application/atom+xml";

    public static Task<IResult> Handle(
        [AsParameters] ListChanges.Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation) =>
        ListChanges.AnswerAsync(request, http, database, clock, Write, cancellation);

    private static IResult Write(ChangesPage page)
    {
        var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            new AtomFeed(writer, page).Write();
        }

        return Answer.OfBytes(bytes.ToArray(), $"{MediaType}; charset=utf-8", page.Freshness);
    }
}
