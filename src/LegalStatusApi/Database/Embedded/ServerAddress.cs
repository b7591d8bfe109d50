using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace LegalStatusApi.Database.Embedded;

/// <summary>
/// Where the server listens: a Unix socket in a private folder, or a port of 127.0.0.1 where no socket can be made.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed record ServerAddress(string Host, int Port, string? Password = null)
{
    public const string Owner = "legal_status_owner";
    public const string Database = "legal_status";

    private const int UsualPort = 5432;

    public bool IsSocket => Path.IsPathRooted(Host);

    public string ConnectionStringTo(string database)
    {
        var text = new NpgsqlConnectionStringBuilder { Host = Host, Username = Owner, Database = database };
        if (Port != UsualPort)
            text.Port = Port;
        if (Password is not null)
            text.Password = Password;
        return text.ConnectionString;
    }

    /// <summary>Only while no server runs on the folder: a socket left behind by one is removed.</summary>
    public static async Task<ServerAddress> ChooseAsync(
        DataFolder folder, ServerAccount account, bool overLoopback, CancellationToken cancellation)
    {
        foreach (var directory in overLoopback ? [] : SocketDirectories(folder))
        {
            if (!TryPrepare(directory))
                continue;
            await account.GiveAsync(cancellation, directory);
            return new ServerAddress(directory, UsualPort);
        }

        return new ServerAddress(IPAddress.Loopback.ToString(), FreePort(), folder.Marker.Read()?.OwnerPassword);
    }

    /// <summary>Beside the cluster or, as a socket's path has to be short, under a short name of its own.</summary>
    private static IEnumerable<string> SocketDirectories(DataFolder folder)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder.Path)))[..16];
        // Root gives the folder away, so it uses a place where nobody else can have laid a trap under that name.
        var shortPlace = Environment.IsPrivilegedProcess ? "/run" : "/tmp";
        return [folder.Socket, Path.Combine(shortPlace, $"legal-status-{hash}")];
    }

    /// <summary>Removes the socket folder that lies outside the data folder, if there is one and it is empty.</summary>
    public static void Clear(DataFolder folder)
    {
        var outside = SocketDirectories(folder).Last();
        if (Directory.Exists(outside) && !Directory.EnumerateFileSystemEntries(outside).Any())
            Directory.Delete(outside);
    }

    /// <summary>Makes the folder and proves, by binding one, that it can hold the server's socket.</summary>
    private static bool TryPrepare(string directory)
    {
        try
        {
            if (Directory.Exists(directory) && new DirectoryInfo(directory).LinkTarget is not null)
                return false;
            DataFolder.CreatePrivate(directory);
            var path = Path.Combine(directory, $".s.PGSQL.{UsualPort}");
            File.Delete(path);
            // Left by a server that was killed; PostgreSQL would respect it if its process id is in use again.
            File.Delete(path + ".lock");
            using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
                socket.Bind(new UnixDomainSocketEndPoint(path));
            File.Delete(path);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SocketException
            or ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
