using System.Globalization;
using System.Runtime.Versioning;
using System.Text;

namespace LegalStatusApi.Database.Embedded;

/// <summary>The server's configuration as the service wants it, written anew at every start.</summary>
[UnsupportedOSPlatform("windows")]
internal static class ServerSettings
{
    /// <summary>The line of the cluster's postgresql.conf that brings server.conf in, found relative to it.</summary>
    public const string Include = "\n# Written at every start of the service.\ninclude = '../server.conf'\n";

    public static void Write(DataFolder folder, ServerAddress address, EmbeddedPostgresOptions options)
    {
        var settings = new Dictionary<string, string>
        {
            ["listen_addresses"] = address.IsSocket ? "" : address.Host,
            ["unix_socket_directories"] = address.IsSocket ? address.Host : "",
            ["unix_socket_permissions"] = "0700",
            ["port"] = address.Port.ToString(CultureInfo.InvariantCulture),
            ["max_connections"] = "100",
            ["shared_buffers"] = "128MB",
            // The statements are short; compiling them costs more than it saves.
            ["jit"] = "off",
            // A day is the same day wherever the machine stands.
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            // The log is kept for what goes wrong, and small.
            ["log_checkpoints"] = "off",
        };
        foreach (var (name, value) in options.ForTests ? Tests : [])
            settings[name] = value;
        foreach (var (name, value) in options.ServerSettings ?? new Dictionary<string, string>())
            settings[name] = value;

        var text = new StringBuilder("# Written by the service at every start; changes made here are lost.\n");
        foreach (var (name, value) in settings)
            text.Append(name).Append(" = '").Append(value.Replace("'", "''", StringComparison.Ordinal)).Append("'\n");
        File.WriteAllText(folder.Settings, text.ToString());
        File.SetUnixFileMode(folder.Settings, (UnixFileMode)0b110_100_100);
    }

    private static readonly Dictionary<string, string> Tests = new()
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
        ["shared_buffers"] = "32MB",
        ["wal_level"] = "minimal",
        ["max_wal_senders"] = "0",
        ["min_wal_size"] = "32MB",
    };
}
