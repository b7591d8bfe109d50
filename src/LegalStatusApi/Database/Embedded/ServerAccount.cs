using System.Globalization;
using System.Runtime.Versioning;

namespace LegalStatusApi.Database.Embedded;

/// <summary>
/// Whom the server runs as. PostgreSQL refuses to run as root, so a service started by root hands it to an account
/// without privileges; any other service simply runs it itself.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ServerAccount
{
    private readonly string? _owner;
    private readonly Func<IReadOnlyList<string>, IReadOnlyList<string>> _switched;

    private ServerAccount(string? owner, Func<IReadOnlyList<string>, IReadOnlyList<string>> switched)
    {
        _owner = owner;
        _switched = switched;
    }

    /// <summary>The account that owns the cluster, so that older data stay usable; for new data, a fit one.</summary>
    public static async Task<ServerAccount> ChooseAsync(DataFolder folder, CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess)
            return new ServerAccount(owner: null, command => command);
        var (uid, gid) = await OwnerOfAsync(folder.Cluster, cancellation)
            ?? await NumbersOfAsync("postgres", cancellation)
            ?? await NumbersOfAsync("nobody", cancellation)
            ?? throw NoAccount();
        var owner = string.Create(CultureInfo.InvariantCulture, $"{uid}:{gid}");
        return new ServerAccount(owner, await AccountSwitch.FindAsync(uid, gid, cancellation) ?? throw NoAccount());
    }

    public Task<ExternalProgram.Outcome> RunAsync(
        IReadOnlyList<string> commandLine, CancellationToken cancellation) =>
        ExternalProgram.RunAsync(_switched(commandLine), cancellation);

    /// <summary>Hands files and folders to the account.</summary>
    public async Task GiveAsync(CancellationToken cancellation, params IReadOnlyList<string> paths)
    {
        if (_owner is null)
            return;
        var given = await ExternalProgram.RunAsync(["chown", "-h", _owner, .. paths], cancellation);
        if (!given.Succeeded)
            throw new EmbeddedPostgresException($"The database files could not be given to the account that runs the "
                + $"server: {given.Errors.Trim()} Name a folder on a local disk in Database:DataDirectory.");
    }

    /// <summary>Refuses a folder that the account cannot come to, such as one under /root.</summary>
    public async Task RequireWayToAsync(string existingFolder, CancellationToken cancellation)
    {
        if (await CanEnterAsync(existingFolder, cancellation))
            return;
        var closed = existingFolder;
        while (Path.GetDirectoryName(closed) is { } parent && !await CanEnterAsync(parent, cancellation))
            closed = parent;
        throw new EmbeddedPostgresException(
            $"The database server cannot run as root, and the account it runs as (user and group {_owner}) may not "
            + $"enter {closed}. "
            + "Name a folder that every account can reach, such as one under /var/lib, in Database:DataDirectory.");
    }

    private async Task<bool> CanEnterAsync(string folder, CancellationToken cancellation) =>
        _owner is null || (await RunAsync(["test", "-x", folder], cancellation)).Succeeded;

    private static async Task<(uint Uid, uint Gid)?> OwnerOfAsync(string path, CancellationToken cancellation)
    {
        // "drwx------ 19 101 104 4096 …"; root as the owner means: not yet given to anyone.
        var listed = await ExternalProgram.RunAsync(["ls", "-nd", path], cancellation);
        var fields = listed.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!listed.Succeeded || !uint.TryParse(fields[2], out var uid) || !uint.TryParse(fields[3], out var gid))
            return null;
        return uid == 0 ? null : (uid, gid);
    }

    private static async Task<(uint Uid, uint Gid)?> NumbersOfAsync(string name, CancellationToken cancellation)
    {
        var user = await ExternalProgram.RunAsync(["id", "-u", name], cancellation);
        var group = await ExternalProgram.RunAsync(["id", "-g", name], cancellation);
        return uint.TryParse(user.Output, out var uid) && uint.TryParse(group.Output, out var gid) ? (uid, gid) : null;
    }

    private static EmbeddedPostgresException NoAccount() => new(
        "The database server cannot run as root, and no way was found to run it as another account (setpriv, runuser "
        + "or su, as postgres or nobody). Start the service as an ordinary user, or set ConnectionStrings:Postgres.");
}
