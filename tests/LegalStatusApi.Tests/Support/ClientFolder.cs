namespace LegalStatusApi.Tests.Support;

/// <summary>A folder outside the checkout in which a client is generated from the committed contract and compiled; it goes away again.</summary>
public sealed class ClientFolder : IDisposable
{
    private static readonly string Modules = Path.Combine(Checkout.Root, "node_modules");

    private static readonly string NSwag = Path.Combine(Modules, "nswag", "bin", "binaries", "Net100", "dotnet-nswag.dll");

    private ClientFolder()
    {
        Directory.CreateSymbolicLink(Path.Combine(Root, "node_modules"), Modules);
        File.WriteAllText(Path.Combine(Root, "package.json"), """{"type": "module"}""");
    }

    /// <summary>What docs/recipes.md tells others to generate a client with.</summary>
    public static IReadOnlyList<string> CSharpOptions { get; } =
    [
        "/output:Client.cs", "/namespace:LegalStatus.Client", "/className:LegalStatusClient", "/exceptionClass:LegalStatusException",
        "/operationGenerationMode:SingleClientFromOperationId", "/jsonLibrary:SystemTextJson", "/dateType:System.DateOnly",
        "/parameterDateTimeFormat:yyyy-MM-ddTHH:mm:ssK", "/generateOptionalParameters:true", "/generateNullableReferenceTypes:true",
        "/generateOptionalPropertiesAsNullable:true", "/useBaseUrl:false",
    ];

    public string Root { get; } = Directory.CreateTempSubdirectory("legal-status-client-").FullName;

    /// <param name="client">A folder of tests/clients, which is copied.</param>
    public static ClientFolder Of(string client)
    {
        var folder = new ClientFolder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "tests", "clients", client)))
        {
            File.Copy(file, Path.Combine(folder.Root, Path.GetFileName(file)));
        }

        return folder;
    }

    public Task<string> RunAsync(string program, params string[] words) => Tool.RunAsync(Root, program, words);

    public Task GenerateTypesAsync() =>
        RunAsync("node", Path.Combine(Modules, "openapi-typescript", "bin", "cli.js"), Contract("legal-status.v1.json"), "-o", "schema.ts");

    public Task CompileTypeScriptAsync() => RunAsync("node", Path.Combine(Modules, "typescript", "bin", "tsc"), "-p", ".");

    // NSwag is a .NET program in an npm package.
    public Task GenerateCSharpAsync() => RunAsync("dotnet", ["--roll-forward", "Major", NSwag, "openapi2csclient",
        $"/input:{Contract("legal-status.v1.openapi-3.0.json")}", .. CSharpOptions]);

    public Task BuildAsync(string project) =>
        RunAsync("dotnet", "build", project, "--output", "out", "--verbosity", "quiet", "--nologo", "-property:RunAnalyzers=false");

    public void Dispose()
    {
        Directory.Delete(Path.Combine(Root, "node_modules"));
        Directory.Delete(Root, recursive: true);
    }

    private static string Contract(string name) => Path.Combine(Checkout.Root, "openapi", name);
}
