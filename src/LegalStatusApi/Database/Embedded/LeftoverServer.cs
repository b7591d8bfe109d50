using System.Globalization;
using System.Runtime.Versioning;

namespace LegalStatusApi.Database.Embedded;

/// <summary>A server that is still running on the folder although no service is: its service was killed.</summary>
[UnsupportedOSPlatform("windows")]
internal static class LeftoverServer
{
    /// <summary>The process id of the server that runs on this cluster; null for none.</summary>
    public static async Task<int?> FindAsync(DataFolder folder, CancellationToken cancellation) =>
        ReadPid(folder) is { } pid && await IsServerOfAsync(folder.Cluster, pid, cancellation) ? pid : null;

    /// <summary>
    /// Clears a postmaster.pid that names a living process of something else, as happens after a restart of the machine
    /// or of a container: PostgreSQL would take that process for a server and refuse to start. A file that names a dead
    /// process is left to PostgreSQL, which then also looks for orphans of the server before it replaces the file.
    /// </summary>
    public static async Task ForgetForeignAsync(DataFolder folder, CancellationToken cancellation)
    {
        if (ReadPid(folder) is { } pid && !await IsServerOfAsync(folder.Cluster, pid, cancellation) && IsAlive(pid))
            File.Delete(folder.PostmasterPid);
    }

    private static int? ReadPid(DataFolder folder)
    {
        try
        {
            var first = File.ReadLines(folder.PostmasterPid).FirstOrDefault();
            return int.TryParse(first, CultureInfo.InvariantCulture, out var pid) && pid > 0 ? pid : null;
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static bool IsAlive(int pid)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task<bool> IsServerOfAsync(string cluster, int pid, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
        {
            var told = await ExternalProgram.RunAsync(
                ["ps", "-o", "command=", "-p", pid.ToString(CultureInfo.InvariantCulture)], cancellation);
            return told.Output.Contains("postgres", StringComparison.Ordinal)
                && told.Output.Contains(cluster, StringComparison.Ordinal);
        }

        try
        {
            // The server works inside its cluster, so this also holds for a folder that was moved under it.
            var program = (await File.ReadAllTextAsync($"/proc/{pid}/cmdline", cancellation)).Split('\0')[0];
            return Path.GetFileName(program) is "postgres" or "postmaster"
                && new DirectoryInfo($"/proc/{pid}/cwd").LinkTarget == cluster;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
