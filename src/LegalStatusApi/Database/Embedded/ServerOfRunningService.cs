using System.Globalization;
using System.Runtime.Versioning;

namespace LegalStatusApi.Database.Embedded;

/// <summary>The server that a running service has on a folder, for commands that work beside that service.</summary>
[UnsupportedOSPlatform("windows")]
internal static class ServerOfRunningService
{
    // postmaster.pid, by line: process id, data folder, start, port, socket folder, listening address, shared memory, state.
    private const int PortLine = 3;
    private const int SocketLine = 4;
    private const int StateLine = 7;

    /// <summary>Where it listens; null while there is none, or while it is still starting.</summary>
    public static ServerAddress? Find(DataFolder folder)
    {
        try
        {
            var lines = File.ReadAllLines(folder.PostmasterPid);
            if (lines.Length <= StateLine || lines[StateLine].Trim() != "ready")
                return null;
            var port = int.Parse(lines[PortLine], CultureInfo.InvariantCulture);
            return lines[SocketLine].Length > 0
                ? new ServerAddress(lines[SocketLine], port)
                : new ServerAddress("127.0.0.1", port, folder.Marker.Read()?.OwnerPassword);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }
}
