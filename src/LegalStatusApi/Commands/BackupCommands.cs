using System.CommandLine;

namespace LegalStatusApi.Commands;

/// <summary>The words of <c>backup</c> and <c>restore</c>.</summary>
public static class BackupCommands
{
    public static Command Backup(string[] settings)
    {
        var file = CommandLine.Plain(new Argument<FileInfo>("file") { Description = "Where to write; nothing is overwritten." });
        var command = new Command("backup", "Write the whole database, as it is at one moment, to a file; beside a running service too.") { file };
        command.SetAction((parsed, cancellation) => Commands.Backup.RunAsync(settings, parsed.GetRequiredValue(file).FullName, cancellation));
        return command;
    }

    public static Command Restore(string[] settings)
    {
        var file = CommandLine.Plain(new Argument<FileInfo>("file") { Description = "What backup wrote." });
        var command = new Command("restore", "Make an empty database what a backup holds, and prove its chain.") { file };
        command.SetAction((parsed, cancellation) => Commands.Restore.RunAsync(settings, parsed.GetRequiredValue(file).FullName, cancellation));
        return command;
    }
}
