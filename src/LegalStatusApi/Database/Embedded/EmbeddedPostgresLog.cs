using Microsoft.Extensions.Logging;

namespace LegalStatusApi.Database.Embedded;

/// <summary>What the operator is told about the service's own database server.</summary>
internal static partial class EmbeddedPostgresLog
{
    [LoggerMessage(LogLevel.Information, "Making a new database in {Folder}")]
    public static partial void Making(this ILogger logger, string folder);

    [LoggerMessage(LogLevel.Information, "PostgreSQL {Major} is ready in {Folder} after {Milliseconds:F0} ms")]
    public static partial void Ready(this ILogger logger, int major, string folder, double milliseconds);

    [LoggerMessage(LogLevel.Warning,
        "Taking over the database server (process {Pid}) that a killed service left running in {Folder}")]
    public static partial void TakingOver(this ILogger logger, int pid, string folder);

    [LoggerMessage(LogLevel.Information, "The database server in {Folder} is stopped")]
    public static partial void Stopped(this ILogger logger, string folder);

    [LoggerMessage(LogLevel.Warning, "The database server in {Folder} had ended and was started again")]
    public static partial void Revived(this ILogger logger, string folder);

    [LoggerMessage(LogLevel.Error, "The database server in {Folder} has ended and cannot be started again yet")]
    public static partial void NotRevived(this ILogger logger, Exception problem, string folder);

    [LoggerMessage(LogLevel.Error, "The database server in {Folder} is still running")]
    public static partial void StillRunning(this ILogger logger, Exception problem, string folder);

    [LoggerMessage(LogLevel.Warning, "The database folder {Folder} is deleted")]
    public static partial void Deleted(this ILogger logger, string folder);
}
