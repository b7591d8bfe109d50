using LegalStatusApi.Database;
using Npgsql;

namespace LegalStatusApi.Tests.Support;

/// <summary>A database of the test class's own whose record is made up and large: 12,000 rows in each table that grows, analysed.</summary>
/// <remarks>A hundred places lie within each that lies within a country.</remarks>
public sealed class LargeRecord(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(server);

    public TestDatabase Database => _database;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        await _database.PublishAsync(Given.Substances().Place("UN").Place("US", "UN", "context").Rows);
        var patient = new NpgsqlConnectionStringBuilder(_database.ConnectionString) { CommandTimeout = Databases.PatientTimeout };
        await using var owner = NpgsqlDataSource.Create(patient);
        await owner.TamperAsync("""
            insert into jurisdiction (code, type, name, recorded)
              select 'ZZ-p' || n, 'municipality', 'Place ' || n, '[1,)' from generate_series(1, 12000) as n;
            insert into jurisdiction_parent (id, jurisdiction, parent, law, recorded)
              select 'ZZ-p' || n, 'ZZ-p' || n, case when n % 100 = 0 then 'US' else 'ZZ-p' || greatest(100, n - n % 100) end, 'applies', '[1,)'
                from generate_series(1, 12000) as n;
            insert into source (key, jurisdiction, type, title, recorded)
              select 'source-' || n, 'ZZ-p' || n, 'statute', 'Law ' || n, '[1,)' from generate_series(1, 12000) as n;
            insert into source_version (source, version, url, read, recorded)
              select 'source-' || n, 1, 'https://law.example/' || n, true, '[1,)' from generate_series(1, 12000) as n;
            insert into classification (id, key, jurisdiction, substance, begins, status, medical_access, summary, verification, recorded)
              select 'cls_' || lpad(translate(n::text, '0189', 'abcd'), 16, 'a'), 'ZZ-p' || n || '/psilocybin-1', 'ZZ-p' || n, 'psilocybin',
                '[1971-01-01,1972-01-01)', 'prohibited', 'none', 'It is prohibited.', 'primary', '[1,)' from generate_series(1, 12000) as n;
            insert into citation (id, record, ordinal, source, version, role, recorded)
              select 'cit_' || lpad(translate(n::text, '0189', 'abcd'), 16, 'a'), 'cls_' || lpad(translate(n::text, '0189', 'abcd'), 16, 'a'), 1,
                'source-' || n, 1, 'establishes', '[1,)' from generate_series(1, 12000) as n;
            insert into lead (id, key, jurisdiction, substance, summary, to_check, recorded)
              select 'led_' || lpad(translate(n::text, '0189', 'abcd'), 16, 'a'), 'ZZ-p' || n || '/psilocybin-lead-1', 'ZZ-p' || n, 'psilocybin',
                'A question.', 'The law.', '[1,)' from generate_series(1, 12000) as n;
            insert into pending_law (id, key, jurisdiction, substance, kind, title, summary, recorded)
              select 'pnd_' || lpad(translate(n::text, '0189', 'abcd'), 16, 'a'), 'ZZ-p' || n || '/psilocybin-pending-1', 'ZZ-p' || n, 'psilocybin',
                'bill', 'A bill', 'It would change it.', '[1,)' from generate_series(1, 12000) as n;
            insert into participation (id, jurisdiction, treaty, party, source, version, recorded)
              select 'ZZ-p' || n || ' un-cps-1971', 'ZZ-p' || n, 'un-cps-1971', true, 'source-' || n, 1, '[1,)' from generate_series(1, 12000) as n;
            insert into revision_entry (revision, action, relation, id, hash)
              select 1, 'added', 'classification', 'cls_' || lpad(translate(n::text, '0189', 'abcd'), 16, 'a'), sha256(n::text::bytea) from generate_series(1, 12000) as n;
            """);
        await owner.RunAsync("""
            insert into level_document (jurisdiction, substance, first_day, last_day, recorded_in, document)
              select 'ZZ-p' || n, 'psilocybin', '0001-01-02', '9999-12-30', 1, '{}' from generate_series(1, 12000) as n;
            analyze level_document;
            select refresh_statistics()
            """);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
