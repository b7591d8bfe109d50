using System.Runtime.Versioning;

namespace LegalStatusApi.Database.Embedded;

/// <summary>The extensions that the schema needs are in PostgreSQL's contrib set, often a package apart.</summary>
[UnsupportedOSPlatform("windows")]
internal static class Contrib
{
    private static readonly string[] Required = ["btree_gist", "pg_trgm"];

    public static async Task RequireAsync(ServerBinaries server, CancellationToken cancellation)
    {
        if (LikelyShareDirectories(server).Any(HasAll))
            return;
        // A build laid out in a way of its own knows where its files are, if the development tool came with it.
        var tool = Path.Combine(server.Directory, "pg_config");
        var told = await ExternalProgram.RunAsync([tool, "--sharedir"], cancellation);
        if (told.Succeeded && HasAll(told.Output.Trim()))
            return;
        throw new EmbeddedPostgresException(
            $"PostgreSQL {server.Major} in {server.Directory} lacks the extensions {string.Join(" and ", Required)}. "
            + $"Install its contrib package (Debian, Ubuntu: apt install postgresql-{server.Major}; "
            + "Fedora, RHEL: dnf install postgresql-contrib), "
            + "or set ConnectionStrings:Postgres to a server that has them.");
    }

    private static IEnumerable<string> LikelyShareDirectories(ServerBinaries server)
    {
        var prefix = Path.GetDirectoryName(server.Directory) ?? "/";
        return
        [
            $"/usr/share/postgresql/{server.Major}",                // Debian, for /usr/lib/postgresql/15/bin
            Path.Combine(prefix, "share/pgsql"),                    // Red Hat's own
            Path.Combine(prefix, $"share/postgresql@{server.Major}"),
            Path.Combine(prefix, "share/postgresql"),
            Path.Combine(prefix, "share"),                          // from postgresql.org
        ];
    }

    private static bool HasAll(string shareDirectory) =>
        Required.All(name => File.Exists(Path.Combine(shareDirectory, "extension", name + ".control")));
}
