using LegalStatusApi.BrowserTests.Support;
using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;
using Microsoft.Playwright;

namespace LegalStatusApi.BrowserTests.Support;

/// <summary>
/// The service on a real port of this machine over the whole data set, and a real browser to look at it. The data set is published twice:
/// the second revision corrects one record, so that what was printed of the first can be looked at.
/// </summary>
public sealed class Site(PostgresServer server) : IAsyncLifetime
{
    public const string Collection = "The site";

    /// <summary>The record that the second revision corrects; what it says instead is <see cref="CorrectedSchedule"/>.</summary>
    public const string Corrected = "DE/lsd-1";

    public const string CorrectedSchedule = "Corrected schedule";

    private readonly ChromiumBrowser _browser = new();
    private WiredApi _service = null!;

    public FilledDatabase Database { get; } = new(server);

    public Uri Address => _service.Address;

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        var rows = await CurrentText.ReadAsync(Database.Reader, null, CancellationToken.None);
        Assert.Contains(rows, row => row is ClassificationRow { Key: Corrected });
        await Database.PublishAsync(
            rows.Select(row => row is ClassificationRow { Key: Corrected } record ? record with { Schedule = CorrectedSchedule } : row), "The schedule was wrong.");
        _service = await WiredApi.StartAsync(Database);
        await _browser.StartAsync();
    }

    /// <summary>A page of the site in a window of its own, not yet anywhere.</summary>
    public Task<Visit> OpenAsync(Action<BrowserNewContextOptions>? configure = null) => _browser.OpenAsync(Address, configure);

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _service.DisposeAsync();
        await Database.DisposeAsync();
    }
}

[CollectionDefinition(Site.Collection)]
public sealed class SiteGroup : ICollectionFixture<Site>;
