namespace LegalStatusApi.Database.Embedded;

/// <summary>The service's own database server cannot be used; the message says why and the way out.</summary>
public class EmbeddedPostgresException(string message, Exception? cause = null) : Exception(message, cause);
