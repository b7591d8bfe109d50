using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Http;

/// <summary>Clients that generators make of the committed contract compile, call the real service, and survive a word that they do not know.</summary>
[Collection(ServedDataSet.Collection)]
public sealed class GeneratedClientTests(ServedDataSet service)
{
    [Fact]
    public async Task A_typescript_client_makes_the_ten_main_calls()
    {
        using var folder = ClientFolder.Of("typescript");
        await folder.GenerateTypesAsync();
        await folder.CompileTypeScriptAsync();

        AssertCalls(await folder.RunAsync("node", "calls.js", service.Address));
    }

    [Fact]
    public async Task A_csharp_client_makes_the_ten_main_calls()
    {
        using var folder = ClientFolder.Of("csharp");
        await folder.GenerateCSharpAsync();
        await folder.BuildAsync("Calls.csproj");

        AssertCalls(await folder.RunAsync("dotnet", Path.Combine("out", "Calls.dll"), service.Address));
    }

    private static void AssertCalls(string said)
    {
        var told = JsonNode.Parse(said)!.AsObject();
        Assert.Equal("deprioritized", (string?)told["status"]);
        Assert.Equal("US-CO-denver", (string?)told["from"]);
        Assert.StartsWith("As of 1 January 2024, Denver ", (string?)told["say"], StringComparison.Ordinal);
        Assert.Equal(4, (int?)told["compared"]);
        Assert.True((int?)told["history"] > 0);
        Assert.Equal("contradicted", (string?)told["verdict"]);
        Assert.Equal(5, (int?)told["access"]);
        Assert.True((int?)told["thresholds"] > 0);
        Assert.Equal("NL", (string?)told["found"]);
        Assert.True((int?)told["changes"] > 100);
        Assert.Equal(0, (int?)told["since"]);
        Assert.Equal(5, (int?)told["pending"]);
        Assert.True((int?)told["listed"] > 200);
        Assert.Equal("a_word_of_tomorrow", (string?)told["tomorrow"]);
        Assert.Equal("/problems/unknown-jurisdiction", (string?)told["problem"]);
    }
}
