using System.Globalization;
using System.Net;
using LegalStatusApi.Database.Embedded;
using LegalStatusApi.Caching;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi;

/// <summary>Every setting, checked at start-up: the only reader of configuration. The README has them in one table.</summary>
/// <param name="Postgres">ConnectionStrings:Postgres; null = the service runs a private PostgreSQL server.</param>
/// <param name="Migrations">ConnectionStrings:Migrations; the login that owns the tables.</param>
/// <param name="DataDirectory">Database:DataDirectory; where the private server keeps its data.</param>
/// <param name="BinaryDirectory">Database:BinaryDirectory; where postgres, initdb and pg_ctl are; null = looked for.</param>
/// <param name="SeedDirectory">Dataset:Directory; where the data set's text is.</param>
/// <param name="LogsRequests">Logging:Requests; one log line for each request, without path or address.</param>
/// <param name="AllowedHosts">AllowedHosts; host names that the service answers for.</param>
/// <param name="RateLimit">RateLimits:Enabled, :PerMinute and :Burst; null = requests are not counted.</param>
/// <param name="Deadline">Deadlines:Answer; how long a reader waits at most.</param>
/// <param name="Drain">Deadlines:Drain; how long it sends its clients elsewhere before it ends.</param>
/// <param name="SharesPort">SharedPort; another instance may listen on the same address.</param>
/// <param name="Telemetry">Telemetry:Endpoint; where traces and metrics are sent. Null = nowhere.</param>
/// <param name="TrustedProxies">TrustedProxies; whose X-Forwarded-For is believed.</param>
/// <param name="PublicUrl">PublicUrl; what absolute addresses begin with. Null = with the name that was asked.</param>
/// <param name="Caches">Caching:AnswerMegabytes, :StackMegabytes and ConnectionStrings:Redis; how much is kept in memory, and where instances share it.</param>
/// <param name="Urls">ASPNETCORE_URLS or --urls; where the service listens. Null where the framework's http_ports says it.</param>
public sealed record Settings(
    string? Postgres, string? Migrations, string DataDirectory, string? BinaryDirectory, string SeedDirectory, bool LogsRequests,
    IReadOnlyList<string> AllowedHosts, RateLimit? RateLimit, TimeSpan Deadline, TimeSpan Drain, bool SharesPort, Uri? Telemetry,
    IReadOnlyList<IPNetwork> TrustedProxies, Uri? PublicUrl, CacheRoom Caches, string? Urls)
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Names, defaults and meanings, as the README's table has them.</summary>
    public static readonly IReadOnlyList<(string Name, string Default, string Meaning)> All =
    [
        ("ConnectionStrings:Postgres", "none", "PostgreSQL 15 or later to use; without it the service runs a private server of its own."),
        ("ConnectionStrings:Migrations", "as Postgres", "Another login, which owns the tables, for migrations."),
        ("Database:DataDirectory", "the user's data folder; /var/lib/legal-status-api/postgres for root", "Where the private server keeps its data."),
        ("Database:BinaryDirectory", "looked for: PATH, then the places of Debian, Red Hat and Homebrew", "Where postgres, initdb and pg_ctl are."),
        ("Dataset:Directory", "sql/seed beside the program", "Where the data set's text is."),
        ("Logging:Requests", "false", "One log line for each request (method, route pattern, status, time; never a path or an address)."),
        ("RateLimits:Enabled", "true", "Each client may send so many requests; false switches that off, for load tests. Readers' reports keep their own limit."),
        ("RateLimits:PerMinute", "1200", "Requests a minute of one client (an IPv4 address, an IPv6 network of 64 bits) in the long run."),
        ("RateLimits:Burst", "600", "How many of them at once."),
        ("Deadlines:Answer", "2.5", "Seconds after which a reader is told that the answer took too long; the database is waited for half a second less, unless the connection string says otherwise."),
        ("Deadlines:Drain", "2", "Seconds after SIGTERM in which it still answers, is no longer ready and has clients close their connections, so that none is cut; 0 ends at once."),
        ("SharedPort", "false", "true: the next instance may listen on the same address before this one ends (Linux), for a restart without a gap."),
        ("Telemetry:Endpoint", "none", "Where traces and metrics are sent (OTLP over HTTP), such as http://collector:4318. They name methods, route patterns, statuses and times: never what was asked about, and nobody's address."),
        ("TrustedProxies", "none", "Addresses or networks of proxies before the service, separated by semicolons, whose X-Forwarded-For and X-Forwarded-Proto are believed."),
        ("PublicUrl", "none", "Where the service is reached from outside, such as https://law.example: feeds, citations, permalinks in pages and embeds name it. Without it they name the host that was asked."),
        ("Caching:AnswerMegabytes", "64", "Memory for finished answers, in MiB; 0: none are kept."),
        ("Caching:StackMegabytes", "64", "Memory for what the record says of places, in MiB; 0: it is read from the database for each answer."),
        ("ConnectionStrings:Redis", "none", "A Redis server in which several instances share what they read, such as redis:6379."),
        ("ASPNETCORE_URLS, --urls", DefaultUrl, "Where the service listens."),
        ("AllowedHosts", "*", "Host names that the service answers for, separated by semicolons."),
    ];

    public static Settings From(IConfiguration configuration)
    {
        var postgres = Connection(configuration, "Postgres");
        var migrations = Connection(configuration, "Migrations");
        if (migrations is not null && postgres is null)
        {
            throw new SettingsException("ConnectionStrings:Migrations is set, but ConnectionStrings:Postgres is not: set both or neither.");
        }

        return new Settings(
            postgres,
            migrations ?? postgres,
            configuration["Database:DataDirectory"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : EmbeddedPostgres.DefaultDataDirectory(),
            configuration["Database:BinaryDirectory"] is { Length: > 0 } binaries ? binaries : null,
            configuration["Dataset:Directory"] is { Length: > 0 } seed ? Path.GetFullPath(seed) : Path.Combine(AppContext.BaseDirectory, "sql", "seed"),
            Flag(configuration, "Logging:Requests", otherwise: false),
            (configuration["AllowedHosts"] ?? "*").Split(';', StringSplitOptions.RemoveEmptyEntries),
            Flag(configuration, "RateLimits:Enabled", otherwise: true)
                ? new RateLimit(Count(configuration, "RateLimits:PerMinute", otherwise: 1200), Count(configuration, "RateLimits:Burst", otherwise: 600))
                : null,
            TimeSpan.FromSeconds(Seconds(configuration, "Deadlines:Answer", otherwise: 2.5, atLeast: 2)),
            TimeSpan.FromSeconds(Seconds(configuration, "Deadlines:Drain", otherwise: 2, atLeast: 0)),
            Flag(configuration, "SharedPort", otherwise: false),
            Site(configuration, "Telemetry:Endpoint"),
            Networks(configuration["TrustedProxies"] ?? ""),
            Site(configuration, "PublicUrl"),
            new CacheRoom(
                Megabytes(configuration, "Caching:AnswerMegabytes"), Megabytes(configuration, "Caching:StackMegabytes"),
                configuration.GetConnectionString("Redis") is { Length: > 0 } redis ? redis : null),
            configuration["urls"] is null && configuration["http_ports"] is not null ? null : Addresses(configuration["urls"]));
    }

    private static bool Flag(IConfiguration configuration, string name, bool otherwise) => configuration[name] switch
    {
        null or "" => otherwise,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw new SettingsException($"{name} is '{text}': write true or false."),
    };

    private static int Count(IConfiguration configuration, string name, int otherwise) => configuration[name] switch
    {
        null or "" => otherwise,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 => count,
        var text => throw new SettingsException($"{name} is '{text}': write a whole number from 1 on."),
    };

    private static long Megabytes(IConfiguration configuration, string name) => configuration[name] switch
    {
        null or "" => 64,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 65536 => count,
        var text => throw new SettingsException($"{name} is '{text}': write MiB from 0 to 65536."),
    } * 1024L * 1024;

    private static double Seconds(IConfiguration configuration, string name, double otherwise, double atLeast) => configuration[name] switch
    {
        null or "" => otherwise,
        var text when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds >= atLeast && seconds <= 600 => seconds,
        var text => throw new SettingsException($"{name} is '{text}': write seconds from {atLeast} to 600, such as {otherwise.ToString(CultureInfo.InvariantCulture)}."),
    };

    private static List<IPNetwork> Networks(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part =>
            IPNetwork.TryParse(part, out var network) ? network
            : IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new SettingsException($"TrustedProxies: '{part}' is no address and no network such as 10.0.0.0/8."))];

    private static Uri? Site(IConfiguration configuration, string name) => configuration[name] switch
    {
        null or "" => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.PathAndQuery == "/"
            && address.Fragment.Length == 0 && address.UserInfo.Length == 0 => address,
        var text => throw new SettingsException($"{name} is '{text}': write scheme and host alone, such as https://law.example."),
    };

    private static string Addresses(string? urls)
    {
        if (string.IsNullOrEmpty(urls))
        {
            return DefaultUrl;
        }

        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IsAddress(url))
            {
                throw new SettingsException($"--urls: '{url}' is no address to listen on: write {DefaultUrl}, several separated by semicolons. "
                    + "The service speaks http; a proxy before it speaks https.");
            }
        }

        return urls;
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url).Scheme == "http";
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string? Connection(IConfiguration configuration, string name)
    {
        if (configuration.GetConnectionString(name) is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            return new NpgsqlConnectionStringBuilder(text).ConnectionString;
        }
        catch (ArgumentException mistake)
        {
            // The string itself may hold a password, so it is not repeated.
            throw new SettingsException($"ConnectionStrings:{name} cannot be read: {mistake.Message}");
        }
    }
}

/// <summary>A setting is wrong; the message says which and what is expected.</summary>
public sealed class SettingsException(string message) : Exception(message);
