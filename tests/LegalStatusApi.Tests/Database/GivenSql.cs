namespace LegalStatusApi.Tests.Database;

/// <summary>Rows as statements, for what only the database itself can refuse.</summary>
internal static class GivenSql
{
    /// <summary>A classification of LSD in Germany with its citation, in a revision that is never published unless said.</summary>
    public static string Classification(
        char id = 'a',
        string begins = "2000-01-01",
        string? ends = null,
        string? attested = null,
        string jurisdiction = "DE",
        string substance = "lsd",
        string? form = null,
        string status = "prohibited",
        string activities = "{}",
        string thresholds = "[]",
        string conditions = "{}",
        string medicalAccess = "unknown",
        string verification = "secondary",
        int revision = 2,
        bool cited = true) =>
        $"""
        insert into classification (id, key, jurisdiction, substance, form, begins, ends, attested_from, status, activities, thresholds, conditions,
          medical_access, summary, verification, recorded)
        values ('cls_{new string(id, 16)}', 'DE/{id}', '{jurisdiction}', '{substance}', {Text(form)}, window_of_days({Text(begins)}), window_of_days({Text(ends)}),
          {Text(attested)}, '{status}', '{activities}', '{thresholds}', '{conditions}', '{medicalAccess}', 'A summary.', '{verification}', '[{revision},)');
        """ + (cited ? Citation(id, revision: revision) : "");

    public static string Citation(char id = 'a', string source = "law", int version = 1, string role = "establishes", string? frozenOn = null, int revision = 2) =>
        $"""
        insert into citation (id, record, ordinal, source, version, role, frozen_on, recorded)
        values ('cit_{new string(id, 16)}', 'cls_{new string(id, 16)}', 1, '{source}', {version}, '{role}', {Text(frozenOn)}, '[{revision},)');
        """;

    /// <summary>Publishes the revision in the making, as a test may that does not look at hashes.</summary>
    public static string Revision(int number = 2, string previous = "(select hash from revision order by number desc limit 1)", string recordedAt = "clock_timestamp() + interval '1 minute'",
        string author = "Author", string reviewer = "null", string reason = "A test.") =>
        $"""
        insert into revision (number, recorded_at, author, reviewer, reason, salt, content_hash, previous_hash, hash)
        values ({number}, {recordedAt}, '{author}', {reviewer}, '{reason}', new_salt(), sha256('a'), {previous}, sha256('{number}'));
        """;

    private static string Text(string? value) => value is null ? "null" : $"'{value}'";
}
