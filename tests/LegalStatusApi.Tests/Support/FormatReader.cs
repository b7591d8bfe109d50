using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace LegalStatusApi.Tests.Support;

/// <summary>What libraries that others use understand of a feed or a calendar (tests/formats/read.mjs, on Node.js).</summary>
public static class FormatReader
{
    public static async Task<JsonObject> ReadAsync(string format, string text)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("node", [Path.Combine(Checkout.Root, "tests", "formats", "read.mjs"), format])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        Assert.True(process.ExitCode == 0, $"{format} is not understood ('npm ci' brings the libraries): {await errors}\n{text[..Math.Min(text.Length, 2_000)]}");
        return JsonNode.Parse(await said)!.AsObject();
    }
}
