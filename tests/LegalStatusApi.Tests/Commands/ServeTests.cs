using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Database.Embedded;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Commands;

/// <summary>The service as one starts it, with the private server that it brings.</summary>
public sealed class ServeTests : IAsyncDisposable
{
    private readonly DatabaseFolder _folder = new();
    private readonly TextFolder _text = TextFolder.Small();

    public async ValueTask DisposeAsync()
    {
        await _folder.DisposeAsync();
        _text.Dispose();
    }

    [Fact]
    public async Task An_empty_folder_is_filled_at_the_first_start_and_only_then()
    {
        var port = LegalStatus.FreePort();
        await using (var first = await ServeAsync("--urls", $"http://127.0.0.1:{port}"))
        {
            Assert.Equal(port, first.Client.BaseAddress!.Port);
            Assert.Equal("prohibited", await StatusAsync(first));
            Assert.Contains("Published revision 1", first.Log);
            Assert.Contains("reviewed by nobody", first.Log);
            Assert.Equal(0, await first.StopAsync());
        }

        // Another text is no reason to import: that is a command of its own.
        _text.Change("jurisdictions/DE.yaml", "status: prohibited", "status: medical_only");
        var another = LegalStatus.FreePort();
        await using var second = await ServedApi.StartAsync(["serve", .. Settings], ("ASPNETCORE_URLS", $"http://127.0.0.1:{another}"));
        Assert.Equal(another, second.Client.BaseAddress!.Port);
        Assert.Equal("prohibited", await StatusAsync(second));
        Assert.DoesNotContain("Published revision", second.Log);
    }

    [Fact]
    public async Task An_address_that_cannot_be_had_is_one_clear_message_and_the_folder_stays_usable()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        // A port that is taken, and an address of no interface here (RFC 5737).
        foreach (var address in new[] { $"127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}", "203.0.113.1:5080" })
        {
            var outcome = await LegalStatus.RunAsync(["serve", "--urls", $"http://{address}", .. Settings]);

            Assert.Equal(1, outcome.ExitCode);
            Assert.Contains(address, outcome.Errors);
            Assert.Contains("name another address with --urls", outcome.Errors);
            Assert.DoesNotContain("   at ", outcome.Errors + outcome.Said);
        }

        await using var service = await ServeAsync("--urls", "http://127.0.0.1:0");
        Assert.Equal("prohibited", await StatusAsync(service));
    }

    [Fact]
    public async Task A_text_with_a_mistake_stops_the_first_start_and_fills_nothing()
    {
        _text.Change("jurisdictions/DE.yaml", "status: prohibited", "status: banned");

        var outcome = await LegalStatus.RunAsync(["serve", "--urls", "http://127.0.0.1:0", .. Settings]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("jurisdictions/DE.yaml:8: classifications[0].status: ", outcome.Errors);
        await using var server = await _folder.StartAsync();
        Assert.Equal(0, await DatabaseFolder.AskAsync<long>(server, "select count(*) from revision"));
    }

    [Fact]
    public async Task A_folder_that_is_not_the_services_is_not_reset()
    {
        _folder.Write("thesis.txt", "irreplaceable");

        var outcome = await LegalStatus.RunAsync(["reset", .. Settings]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(_folder.Path, outcome.Errors);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "thesis.txt")));
    }

    [Fact]
    public async Task An_answer_over_the_wire_has_no_server_header_and_no_body_for_head()
    {
        await using var service = await ServeAsync("--urls", "http://127.0.0.1:0");
        const string Address = "/v1/status/DE/lsd?on=2020-01-01";

        using var got = await service.Client.GetAsync(Address, TestContext.Current.CancellationToken);
        using var head = await service.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Address), TestContext.Current.CancellationToken);
        using var missing = await service.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/v1/status/XX/lsd"), TestContext.Current.CancellationToken);

        Assert.False(got.Headers.Contains("Server"));
        Assert.Equal(got.Headers.ETag, head.Headers.ETag);
        Assert.Equal(got.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Empty(await missing.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        // The connection is still in step: another question on it is answered.
        Assert.Equal("prohibited", await StatusAsync(service));
    }

    private string[] Settings => [$"--Database:DataDirectory={_folder.Path}", $"--Dataset:Directory={_text.Path}"];

    private Task<ServedApi> ServeAsync(params string[] words) => ServedApi.StartAsync([.. words, .. Settings]);

    private static async Task<string?> StatusAsync(ServedApi service) =>
        (string?)JsonNode.Parse(await service.Client.GetStringAsync("/v1/status/DE/lsd?on=2020-01-01", TestContext.Current.CancellationToken))!["headline"]!["status"];
}
