using System.Text.RegularExpressions;

namespace LegalStatusApi.Database.Embedded;

/// <summary>Where the systems we know keep the programs of a PostgreSQL server.</summary>
internal static partial class BinaryPlaces
{
    private static readonly string[] Programs = ["postgres", "initdb", "pg_ctl"];

    /// <summary>The folders that hold all three programs, best first. A given folder is the only one tried.</summary>
    public static IEnumerable<string> InOrder(string? givenDirectory) =>
        (givenDirectory is null ? OnPath().Concat(OnThisSystem()) : [Path.GetFullPath(givenDirectory)])
            .Where(HasAllPrograms)
            .Select(Real)
            .Distinct();

    private static IEnumerable<string> OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Where(Path.IsPathRooted);

    private static IEnumerable<string> OnThisSystem() =>
    [
        .. Versions("/usr/lib/postgresql", "*", "bin"),             // Debian, Ubuntu
        .. Versions("/usr", "pgsql-*", "bin"),                      // Red Hat, from postgresql.org
        "/usr/bin",                                                 // Red Hat's own, Arch
        .. Versions("/usr/libexec", "postgresql*", ""),             // Alpine
        .. Versions("/opt/homebrew/opt", "postgresql@*", "bin"),
        .. Versions("/usr/local/opt", "postgresql@*", "bin"),
        .. Versions("/opt/homebrew/Cellar", "postgresql@*", "*/bin"),
        .. Versions("/usr/local/Cellar", "postgresql@*", "*/bin"),
    ];

    /// <summary>The highest version first, by number: 9 comes after 10.</summary>
    private static IEnumerable<string> Versions(string parent, string pattern, string below)
    {
        if (!Directory.Exists(parent))
            return [];
        var versions = Directory.EnumerateDirectories(parent, pattern).OrderByDescending(NumberIn);
        return below.StartsWith("*/", StringComparison.Ordinal)
            ? versions.SelectMany(version => Versions(version, "*", below[2..]))
            : versions.Select(version => Path.Combine(version, below));
    }

    private static double NumberIn(string folder) =>
        double.TryParse(Number().Match(Path.GetFileName(folder)).Value, out var number) ? number : 0;

    private static bool HasAllPrograms(string directory) =>
        Programs.All(program => File.Exists(Path.Combine(directory, program)));

    /// <summary>A link in a folder of the PATH leads to where the other files of the server are.</summary>
    private static string Real(string directory)
    {
        var target = File.ResolveLinkTarget(Path.Combine(directory, Programs[0]), returnFinalTarget: true);
        return target is not null && Path.GetDirectoryName(target.FullName) is { } real && HasAllPrograms(real)
            ? real
            : directory;
    }

    [GeneratedRegex(@"\d+(\.\d+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Number();
}
