using System.Security.Cryptography;

namespace LegalStatusApi.Http;

/// <summary>The style sheet, the script and the icon of the pages, each at an address that names its content and so never changes.</summary>
public static class SiteFiles
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml; charset=utf-8",
    };

    private static readonly Dictionary<string, SiteFile> All = Read();

    private sealed record SiteFile(string Address, byte[] Bytes, string ContentType);

    /// <summary>Where a file of <c>wwwroot</c> is served.</summary>
    public static string AddressOf(string file) => All[file].Address;

    public static void MapSiteFiles(this IEndpointRouteBuilder app)
    {
        foreach (var file in All.Values)
        {
            app.MapGet(file.Address, (HttpContext http) =>
            {
                var check = Check.Of(http);
                return check.Failed ? check.Problem().Result() : Answer.OfBytes(file.Bytes, file.ContentType, new Freshness(IsPinned: true));
            }).ExcludeFromDescription().WithMetadata(ForPeople.Mark);
        }
    }

    private static Dictionary<string, SiteFile> Read()
    {
        const string Folder = "wwwroot/";
        var assembly = typeof(SiteFiles).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToDictionary(
            name => name[Folder.Length..],
            name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                var file = name[Folder.Length..];
                var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..10];
                return new SiteFile($"/assets/{Path.GetFileNameWithoutExtension(file)}.{hash}{Path.GetExtension(file)}", bytes, ContentTypes[Path.GetExtension(file)]);
            },
            StringComparer.Ordinal);
    }
}
