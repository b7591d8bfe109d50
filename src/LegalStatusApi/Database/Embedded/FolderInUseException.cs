namespace LegalStatusApi.Database.Embedded;

/// <summary>Another service, which is running, has the folder.</summary>
public sealed class FolderInUseException(string message, Exception? cause = null) : EmbeddedPostgresException(message, cause);
