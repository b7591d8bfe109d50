using System.Text.Json.Serialization;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Features.Changes;

/// <summary>A part of what changed, as JSON Feed 1.1 has it.</summary>
/// <param name="Version">Which version of the format.</param>
/// <param name="Title">What the feed is of.</param>
/// <param name="HomePageUrl">The same in the service's own form.</param>
/// <param name="FeedUrl">Where this feed is.</param>
/// <param name="NextUrl">The part that follows; absent in the last.</param>
/// <param name="Description">What every reuse must say.</param>
/// <param name="Language">English.</param>
/// <param name="Authors">Who publishes it.</param>
/// <param name="LegalStatus">How to go on from here.</param>
/// <param name="Items">The events; an item of the same id later supersedes.</param>
public sealed record JsonFeed(
    string Version,
    string Title,
    [property: JsonPropertyName("home_page_url")] string HomePageUrl,
    [property: JsonPropertyName("feed_url")] string FeedUrl,
    [property: JsonPropertyName("next_url")] string? NextUrl,
    string Description,
    string Language,
    IReadOnlyList<JsonFeedAuthor> Authors,
    [property: JsonPropertyName("_legal_status")] JsonFeedState LegalStatus,
    IReadOnlyList<JsonFeedItem> Items)
{
    public static JsonFeed Of(ChangesPage page) => new(
        "https://jsonfeed.org/version/1.1",
        FeedNames.TitleOf(page.Filter),
        page.Absolute(page.Address(ListChanges.Path)),
        page.Absolute(page.SelfAt(ShowJsonFeed.Path)),
        page.NextAt(ShowJsonFeed.Path) is { } next ? page.Absolute(next) : null,
        ChangesResponse.NoticeOf(page),
        "en",
        [new JsonFeedAuthor(FeedNames.Author)],
        new JsonFeedState(page.Absolute("/swagger"), FeedNames.License, page.Since, page.Revision.Number, page.On.ToString("yyyy-MM-dd")),
        [.. page.Shown.Select(happening => JsonFeedItem.Of(happening, page))]);
}

/// <summary>Who publishes it.</summary>
/// <param name="Name">The name.</param>
public sealed record JsonFeedAuthor(string Name);

/// <summary>What the service adds to the feed.</summary>
/// <param name="About">Where it is told what these members mean.</param>
/// <param name="License">The licence of the data.</param>
/// <param name="Since">Send it as <c>since</c>, with the same filters, to have what is new after this part.</param>
/// <param name="Revision">The revision up to which the record is told.</param>
/// <param name="On">The day (UTC) up to which the law is told.</param>
public sealed record JsonFeedState(string About, string License, string Since, long Revision, string On);

/// <summary>An event; what is taken back is the item of the same id, said so.</summary>
/// <param name="Id">Stable, whatever the host: a urn:uuid.</param>
/// <param name="Url">Where to read on.</param>
/// <param name="Title">One line.</param>
/// <param name="ContentText">All of it as plain text.</param>
/// <param name="Summary">Plain sentences that are safe to print.</param>
/// <param name="DatePublished">When it was told.</param>
/// <param name="DateModified">When it was taken back; absent where it was not.</param>
/// <param name="Tags">Kind and change, place and substance.</param>
/// <param name="LegalStatus">The event in the service's own form.</param>
public sealed record JsonFeedItem(
    string Id,
    string Url,
    string Title,
    [property: JsonPropertyName("content_text")] string ContentText,
    string Summary,
    [property: JsonPropertyName("date_published")] DateTimeOffset? DatePublished,
    [property: JsonPropertyName("date_modified")] DateTimeOffset? DateModified,
    IReadOnlyList<string> Tags,
    [property: JsonPropertyName("_legal_status")] ChangeItem LegalStatus)
{
    public static JsonFeedItem Of(Happening happening, ChangesPage page) => new(
        FeedNames.Urn(happening.Identity),
        page.Absolute(ChangesPage.LinkOf(happening)),
        happening.Title,
        FeedNames.TextOf(happening),
        happening.Say,
        happening.IsRetraction ? null : happening.At,
        happening.IsRetraction ? happening.At : null,
        [.. FeedNames.CategoriesOf(happening).Select(category => category.Term)],
        ChangeItem.Of(happening));
}
