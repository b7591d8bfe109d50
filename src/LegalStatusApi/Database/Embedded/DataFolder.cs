using System.Runtime.Versioning;

namespace LegalStatusApi.Database.Embedded;

internal enum FolderState
{
    Unused,
    HalfMade,
    Complete,
    Foreign,
}

/// <summary>The layout of the data directory, and whether what lies there is ours to touch.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class DataFolder
{
    /// <summary>The owner of the folder may do all; everybody else may only pass to what is theirs inside.</summary>
    private const UnixFileMode PassThrough = (UnixFileMode)0b111_001_001;

    private const UnixFileMode Readable = (UnixFileMode)0b111_101_101;
    private const UnixFileMode Private = (UnixFileMode)0b111_000_000;

    public DataFolder(string path)
    {
        Path = WithoutLinks(System.IO.Path.GetFullPath(path));
        Marker = new ClusterMarker(System.IO.Path.Combine(Path, "marker.json"));
    }

    /// <summary>Absolute and free of symbolic links: one folder has one name, whichever way it is reached.</summary>
    public string Path { get; }

    public ClusterMarker Marker { get; }
    public string LockFile => System.IO.Path.Combine(Path, "service.lock");
    public string Cluster => System.IO.Path.Combine(Path, "cluster");
    public string Socket => System.IO.Path.Combine(Path, "socket");
    public string Settings => System.IO.Path.Combine(Path, "server.conf");
    public string Log => System.IO.Path.Combine(Path, "server.log");
    public string PreviousLog => System.IO.Path.Combine(Path, "server.previous.log");
    public string PasswordFile => System.IO.Path.Combine(Path, "password.new");
    public string PostmasterPid => System.IO.Path.Combine(Cluster, "postmaster.pid");

    public FolderState State()
    {
        if (Marker.Read() is { } content)
            return content.Complete ? FolderState.Complete : FolderState.HalfMade;
        if (!Directory.Exists(Path))
            return File.Exists(Path) ? FolderState.Foreign : FolderState.Unused;
        // A service cut short before it could write its marker leaves nothing but these two.
        var others = Directory.EnumerateFileSystemEntries(Path).Except([LockFile, Marker.Unfinished]);
        return others.Any() ? FolderState.Foreign : FolderState.Unused;
    }

    /// <summary>The major version of PostgreSQL that made the cluster, as its PG_VERSION says; null for none.</summary>
    public string? Major()
    {
        var version = System.IO.Path.Combine(Cluster, "PG_VERSION");
        return State() == FolderState.Complete && File.Exists(version) ? File.ReadAllText(version).Trim() : null;
    }

    /// <summary>The folder if it exists, else the nearest parent that does.</summary>
    public string NearestExisting()
    {
        var path = Path;
        while (!Directory.Exists(path))
            path = System.IO.Path.GetDirectoryName(path)!;
        return path;
    }

    /// <summary>A full disk shows itself in many ways, not all of them by name, so the reader is told.</summary>
    public string SpaceRemark()
    {
        const long scarce = 64 << 20;
        var free = new DriveInfo(Path).AvailableFreeSpace;
        return free < scarce ? $" Its disk is full or nearly so ({free >> 20} MB free)." : "";
    }

    public void Create()
    {
        // Root's umask may be strict, but the server's account must be able to come through the parents we make.
        var missing = new Stack<string>();
        for (var path = Path; !Directory.Exists(path); path = System.IO.Path.GetDirectoryName(path)!)
            missing.Push(path);
        foreach (var path in missing)
            Directory.CreateDirectory(path, Readable);
        if (Environment.IsPrivilegedProcess)
        {
            foreach (var path in missing)
                File.SetUnixFileMode(path, Readable);
        }

        File.SetUnixFileMode(Path, Environment.IsPrivilegedProcess ? PassThrough : Private);
    }

    public static void CreatePrivate(string path)
    {
        Directory.CreateDirectory(path, Private);
        // Only the owner may do this, so that a folder laid out by someone else beforehand is refused here.
        File.SetUnixFileMode(path, Private);
    }

    /// <summary>Deletes everything, in an order that leaves a recognisable folder if it is cut short.</summary>
    public void Delete()
    {
        Marker.Write(new ClusterMarker.Content(Complete: false));
        foreach (var folder in new[] { Cluster, Socket }.Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
        foreach (var file in new[] { Settings, Log, PreviousLog, PasswordFile, Marker.Path, LockFile })
            File.Delete(file);
        try
        {
            Directory.Delete(Path);
        }
        catch (IOException)
        {
            // The mount point of a volume stays, and so does what someone else put here.
        }
    }

    private static string WithoutLinks(string path)
    {
        var root = System.IO.Path.GetPathRoot(path)!;
        var real = root;
        foreach (var part in path[root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            real = System.IO.Path.Combine(real, part);
            if (Directory.Exists(real) && Directory.ResolveLinkTarget(real, returnFinalTarget: true) is { } target)
                real = WithoutLinks(target.FullName);
        }

        return real;
    }
}
