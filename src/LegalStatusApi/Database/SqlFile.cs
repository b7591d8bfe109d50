using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;

namespace LegalStatusApi.Database;

/// <summary>The text of the .sql file that lies beside a type, under its own name or another.</summary>
public static class SqlFile
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    public static string Beside<T>() => Beside(typeof(T), typeof(T).Name);

    public static string Beside(Type type, string name) =>
        Read($"{type.Namespace!["LegalStatusApi.".Length..]}.{name}.sql");

    /// <summary>A statement with its parameters numbered, in the order in which they are named.</summary>
    public static string Numbered(string statement, params IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            statement = Regex.Replace(statement, $@"@{names[i]}\b", $"${i + 1}", RegexOptions.None, TimeSpan.FromSeconds(1));
        }

        return statement;
    }

    /// <summary>Names of all statements and migrations that the program carries.</summary>
    public static IEnumerable<string> Names => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public static string Read(string name) => Texts.GetOrAdd(name, static name =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No statement '{name}' is part of the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });
}
