using System.Globalization;
using System.Xml;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Changes;

/// <summary>Writes a part of what changed as Atom (RFC 4287), with what is taken back as deleted entries (RFC 6721).</summary>
public sealed class AtomFeed(XmlWriter writer, ChangesPage page)
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Tombstones = "http://purl.org/atompub/tombstones/1.0";

    public void Write()
    {
        writer.WriteStartDocument();
        writer.WriteStartElement("feed", Atom);
        writer.WriteAttributeString("xmlns", "at", null, Tombstones);
        writer.WriteAttributeString("xml", "lang", null, "en");
        Element("id", FeedNames.Urn(FeedNames.IdentityOf(page.Filter)));
        Element("title", FeedNames.TitleOf(page.Filter));
        Element("subtitle", ChangesResponse.NoticeOf(page));
        Element("updated", Instant(page.Shown.Select(happening => happening.At).Append(page.Revision.RecordedAt).Max()));
        writer.WriteStartElement("author", Atom);
        Element("name", FeedNames.Author);
        writer.WriteEndElement();
        Element("rights", FeedNames.Rights);
        Element("generator", FeedNames.Author);
        Link("self", page.SelfAt(ShowAtomFeed.Path), ShowAtomFeed.MediaType);
        Link("alternate", page.Address(ListChanges.Path), "application/json");
        Link("first", page.Address(ShowAtomFeed.Path), ShowAtomFeed.MediaType);
        if (page.NextAt(ShowAtomFeed.Path) is { } next)
        {
            Link("next", next, ShowAtomFeed.MediaType);
        }

        writer.WriteStartElement("link", Atom);
        writer.WriteAttributeString("rel", "license");
        writer.WriteAttributeString("href", FeedNames.License);
        writer.WriteEndElement();
        foreach (var happening in page.Shown)
        {
            WriteOne(happening);
        }

        writer.WriteEndElement();
        writer.WriteEndDocument();
    }

    private void WriteOne(Happening happening)
    {
        if (happening.IsRetraction)
        {
            writer.WriteStartElement("at", "deleted-entry", Tombstones);
            writer.WriteAttributeString("ref", FeedNames.Urn(happening.Identity));
            writer.WriteAttributeString("when", Instant(happening.At));
            Link("related", ChangesPage.LinkOf(happening), "application/json");
            writer.WriteElementString("at", "comment", Tombstones, Clean($"{happening.Say} Why: {happening.Reason}"));
            writer.WriteEndElement();
            return;
        }

        writer.WriteStartElement("entry", Atom);
        Element("id", FeedNames.Urn(happening.Identity));
        Element("title", happening.Title);
        Element("updated", Instant(happening.At));
        Element("published", Instant(happening.At));
        Link("alternate", ChangesPage.LinkOf(happening), "application/json");
        foreach (var (scheme, term, label) in FeedNames.CategoriesOf(happening))
        {
            writer.WriteStartElement("category", Atom);
            writer.WriteAttributeString("term", term);
            writer.WriteAttributeString("scheme", page.Absolute(scheme));
            writer.WriteAttributeString("label", Clean(label));
            writer.WriteEndElement();
        }

        Element("summary", happening.Say);
        Element("content", FeedNames.TextOf(happening));
        writer.WriteEndElement();
    }

    private void Element(string name, string text) => writer.WriteElementString(name, Atom, Clean(text));

    private void Link(string relation, string path, string type)
    {
        writer.WriteStartElement("link", Atom);
        writer.WriteAttributeString("rel", relation);
        writer.WriteAttributeString("type", type);
        writer.WriteAttributeString("href", page.Absolute(path));
        writer.WriteEndElement();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    // Text of the record may hold letters that XML 1.0 has no way to write.
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.Value <= 0xFFFF && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
}
