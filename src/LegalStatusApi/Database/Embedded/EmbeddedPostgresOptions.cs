namespace LegalStatusApi.Database.Embedded;

/// <param name="DataDirectory">The folder of the cluster, its log and its lock; created where it is absent.</param>
/// <param name="BinaryDirectory">Where postgres, initdb and pg_ctl are; when null they are looked for.</param>
/// <param name="ForTests">Fast and small in exchange for durability: a power cut may lose the data.</param>
/// <param name="ServerSettings">Further lines of postgresql.conf, by name; they win over those of the service.</param>
/// <param name="OverLoopback">Serve on a free port of 127.0.0.1 even where a Unix socket would work.</param>
public sealed record EmbeddedPostgresOptions(
    string DataDirectory,
    string? BinaryDirectory = null,
    bool ForTests = false,
    IReadOnlyDictionary<string, string>? ServerSettings = null,
    bool OverLoopback = false);
