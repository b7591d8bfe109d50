using System.Globalization;

namespace LegalStatusApi.Database.Embedded;

/// <summary>How root runs a program as someone else: by the first of three tools that works on this system.</summary>
internal static class AccountSwitch
{
    /// <returns>What turns a command line into one that runs under the account; null if no tool does.</returns>
    public static async Task<Func<IReadOnlyList<string>, IReadOnlyList<string>>?> FindAsync(
        uint uid, uint gid, CancellationToken cancellation)
    {
        if (await WorksAsync(ByNumber, cancellation))
            return ByNumber;
        // The other two go by name. Busybox, for one, has a setpriv that cannot change the user.
        var number = uid.ToString(CultureInfo.InvariantCulture);
        var asked = await ExternalProgram.RunAsync(["id", "-un", number], cancellation);
        var name = asked.Succeeded ? asked.Output.Trim() : NameInPasswd(number);
        if (name is not null && await WorksAsync(ByRunuser, cancellation))
            return ByRunuser;
        return name is not null && await WorksAsync(BySu, cancellation) ? BySu : null;

        IReadOnlyList<string> ByNumber(IReadOnlyList<string> command) =>
            ["setpriv", $"--reuid={uid}", $"--regid={gid}", "--clear-groups", "--", .. command];
        IReadOnlyList<string> ByRunuser(IReadOnlyList<string> command) => ["runuser", "-u", name!, "--", .. command];
        // The account's own shell may be nologin, and su takes its command as text for the shell.
        IReadOnlyList<string> BySu(IReadOnlyList<string> command) =>
            ["su", "-s", "/bin/sh", name!, "-c", "exec " + string.Join(' ', command.Select(Quoted))];
    }

    private static async Task<bool> WorksAsync(
        Func<IReadOnlyList<string>, IReadOnlyList<string>> switched, CancellationToken cancellation) =>
        (await ExternalProgram.RunAsync(switched(["true"]), cancellation)).Succeeded;

    private static string? NameInPasswd(string number) =>
        File.ReadLines("/etc/passwd").Select(line => line.Split(':')).FirstOrDefault(user => user[2] == number)?[0];

    private static string Quoted(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
