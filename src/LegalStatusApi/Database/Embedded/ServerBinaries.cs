using System.Globalization;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;

namespace LegalStatusApi.Database.Embedded;

/// <summary>One installed PostgreSQL server: where its programs are and which major version they are of.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed partial record ServerBinaries(string Directory, int Major)
{
    private const int OldestMajor = 15;

    public string Initdb => Path.Combine(Directory, "initdb");
    public string PgCtl => Path.Combine(Directory, "pg_ctl");

    /// <summary>The server for a folder: of the folder's own major if it holds data, else the first found.</summary>
    public static async Task<ServerBinaries> FindAsync(
        string? givenDirectory, DataFolder folder, CancellationToken cancellation)
    {
        var installed = new List<ServerBinaries>();
        var wanted = folder.Major();
        foreach (var directory in BinaryPlaces.InOrder(givenDirectory))
        {
            if (await ReadMajorAsync(directory, cancellation) is not { } major)
                continue;
            var found = new ServerBinaries(directory, major);
            if (wanted is null ? major >= OldestMajor : major.ToString(CultureInfo.InvariantCulture) == wanted)
            {
                await Contrib.RequireAsync(found, cancellation);
                return found;
            }

            installed.Add(found);
        }

        throw new EmbeddedPostgresException(
            wanted is null ? NotInstalled(givenDirectory, installed) : OtherMajor(folder, wanted, installed));
    }

    private static async Task<int?> ReadMajorAsync(string directory, CancellationToken cancellation)
    {
        var run = await ExternalProgram.RunAsync([Path.Combine(directory, "postgres"), "--version"], cancellation);
        var match = MajorPattern().Match(run.Output);
        return match.Success ? int.Parse(match.Groups["major"].Value, CultureInfo.InvariantCulture) : null;
    }

    private static string NotInstalled(string? givenDirectory, List<ServerBinaries> installed)
    {
        var where = givenDirectory is null ? "" : $" in {givenDirectory} (Database:BinaryDirectory)";
        var found = installed.Count == 0 ? "" : $"; found: {Listed(installed)}";
        return $"No PostgreSQL server of version {OldestMajor} or newer was found{where}{found}. Install one "
            + "(Debian, Ubuntu: apt install postgresql; Fedora, RHEL: dnf install postgresql-server "
            + "postgresql-contrib; macOS: brew install postgresql@17), "
            + "or set ConnectionStrings:Postgres to a server that is already running.";
    }

    private static string OtherMajor(DataFolder folder, string wanted, List<ServerBinaries> installed)
    {
        var found = installed.Count == 0 ? "none" : Listed(installed);
        return $"The database folder {folder.Path} was made by PostgreSQL {wanted}, but its programs are not installed "
            + $"(found: {found}). Install PostgreSQL {wanted}, or move the data with pg_upgrade or a dump, "
            + "or name another folder in Database:DataDirectory.";
    }

    private static string Listed(IEnumerable<ServerBinaries> installed) =>
        string.Join(", ", installed.Select(server => $"{server.Major} in {server.Directory}"));

    [GeneratedRegex(@"PostgreSQL\) (?<major>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex MajorPattern();
}
