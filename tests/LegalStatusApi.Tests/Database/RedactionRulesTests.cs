using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;
using Npgsql;

namespace LegalStatusApi.Tests.Database;

/// <summary>The database itself redacts for two people, once, and lets nothing else through.</summary>
public sealed class RedactionRulesTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Redacting = "set local legal_status.redacting = 'rdc_aaaaaaaaaaaaaaaa'";
    private static readonly string Lead = RecordId.OfLead("US-CO/lsd-lead-1");
    private static readonly string Ada = RecordId.OfMaintainer("Ada");
    private static readonly string Bea = RecordId.OfMaintainer("Bea");

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(EveryRelation.Rows);
            await database.KeyAsync("Ada", "admin");
            await database.KeyAsync("Bea", "admin");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("update lead set summary = '[redacted]'")]
    [InlineData("update lead set summary = '[redacted]', salt = '', redacted = '{}'")]
    [InlineData("update lead set redacted = null")]
    [InlineData("update revision set reason = '[redacted]'")]
    [InlineData("update audit set after = null")]
    [InlineData("update redaction_request set reason = 'Another.'")]
    [InlineData("truncate redaction_request")]
    [InlineData("select take_text_out('lead', 'x', 1, 'summary', '{}')")]
    [InlineData("select take_copies_out('lead', 'x', '\"x\"')")]
    public async Task The_writer_takes_no_text_out_by_itself_whatever_it_says(string statement)
    {
        Assert.Equal("42501", (await database.Writer.RefusalAsync(statement)).SqlState);
        Assert.Equal("42501", (await database.Writer.RefusalAsync($"{Redacting}; {statement}")).SqlState);
        Assert.Equal("42501", (await database.Reader.RefusalAsync(statement)).SqlState);
    }

    [Fact]
    public async Task The_reader_neither_redacts_nor_sees_what_is_to_be_redacted()
    {
        Assert.Equal("42501", (await database.Reader.RefusalAsync("select redact('rdc_aaaaaaaaaaaaaaaa', 'x')")).SqlState);
        Assert.Equal("42501", (await database.Reader.RefusalAsync("select id from redaction_request")).SqlState);
    }

    [Theory]
    [InlineData("update changeset_row set content = null")]
    [InlineData("update changeset_note set reason = 'Another.'")]
    public async Task What_says_that_it_redacts_edits_no_closed_set_unless_it_is_the_owners(string statement)
    {
        await database.Owner.TamperAsync($"""
            insert into changeset (id, author, title, reason, base_revision, state, rejection)
              values ('chs_aaaaaaaaaaaaaaaa', '{Ada}', 'T', 'R', 1, 'rejected', 'N') on conflict do nothing;
            insert into changeset_row (changeset, relation, id, content, put_by) values ('chs_aaaaaaaaaaaaaaaa', 'lead', 'x', '1', '{Ada}') on conflict do nothing;
            insert into changeset_note (changeset, record, kind, reason, put_by) values ('chs_aaaaaaaaaaaaaaaa', 'x', 'added', 'R', '{Ada}') on conflict do nothing
            """);

        // A table of the writer's own by the same name does not make it the owner.
        var refusal = await database.Writer.RefusalAsync($"{Redacting}; create temporary table redaction_request (); {statement}");

        Assert.Equal("changeset_is_a_draft", refusal.ConstraintName);
    }

    [Theory]
    [InlineData("update lead set summary = '[redacted]'")]
    [InlineData("update revision set reason = '[redacted]'")]
    [InlineData("update lead set salt = '', redacted = '{}'")]
    public async Task Even_the_owner_of_the_tables_takes_no_text_out_in_passing(string statement) =>
        Assert.Equal("history_is_append_only", (await database.Owner.RefusalAsync(statement)).ConstraintName);

    [Theory]
    [InlineData("update lead set substance = 'ketamine'")]
    [InlineData("update lead set recorded = '[2,)'")]
    [InlineData("update revision set author = 'Somebody'")]
    [InlineData("update revision set hash = sha256('another')")]
    [InlineData("update audit set action = 'another'")]
    [InlineData("delete from lead")]
    [InlineData("delete from revision")]
    [InlineData("delete from audit")]
    [InlineData("update revision_entry set hash = sha256('another')")]
    public async Task A_redaction_changes_texts_and_nothing_else(string statement)
    {
        await database.Writer.RunAsync("insert into audit (action, subject) values ('test', 'x')");

        Assert.Equal("history_is_append_only", (await database.Owner.RefusalAsync($"{Redacting}; {statement}")).ConstraintName);
    }

    [Fact]
    public async Task One_person_is_not_enough_and_neither_is_one_who_is_not_known()
    {
        foreach (var confirmer in new[] { Ada, "mnt_aaaaaaaaaaaaaaaa", "" })
        {
            var refusal = await database.Writer.RefusalAsync($"{Request("a", "summary")}; select redact('rdc_aaaaaaaaaaaaaaaa', '{confirmer}')");
            Assert.Equal("redaction_needs_two_people", refusal.ConstraintName);
        }

        Assert.Equal("redaction_needs_two_people", (await database.Writer.RefusalAsync($"select redact('rdc_bbbbbbbbbbbbbbbb', '{Bea}')")).ConstraintName);
        Assert.Equal("Nothing was found.", await database.Reader.AskAsync<string>("select summary from lead"));
    }

    [Theory]
    [InlineData("lead", "key")]
    [InlineData("lead", "disputed")]
    [InlineData("jurisdiction", "name")]
    public async Task What_is_no_free_text_of_the_row_is_not_redacted(string relation, string field) =>
        Assert.Equal("redaction_has_a_text", (await database.Writer.RefusalAsync(
            $"{Request("a", field, relation)}; select redact('rdc_aaaaaaaaaaaaaaaa', '{Bea}')")).ConstraintName);

    [Fact]
    public async Task A_text_is_redacted_once()
    {
        var once = $"{Request("a", "summary")}; select redact('rdc_aaaaaaaaaaaaaaaa', '{Bea}')";
        Assert.Equal("redaction_has_a_text", (await database.Writer.RefusalAsync($"{once}; {once}")).ConstraintName);
        Assert.Equal("redaction_needs_two_people", (await database.Writer.RefusalAsync($"{once}; select redact('rdc_aaaaaaaaaaaaaaaa', '{Bea}')")).ConstraintName);
        Assert.Equal("redaction_request_is_asked_once", (await database.Writer.RefusalAsync($"{Request("a", "summary")}; {Request("b", "summary")}")).ConstraintName);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"salts\": {}, \"texts\": {}}")]
    [InlineData("{\"salts\": {}, \"texts\": {\"summary\": {\"digest\": \"00\"}}}")]
    public async Task A_history_that_is_rebuilt_tells_of_its_redactions(string redacted) =>
        Assert.Equal("lead_redaction_is_told", (await Assert.ThrowsAsync<PostgresException>(() => database.Owner.TamperAsync(
            $"update lead set salt = '', redacted = '{redacted}'"))).ConstraintName);

    [Fact]
    public async Task A_row_has_either_a_salt_or_a_redaction() =>
        Assert.Equal("lead_salt_is_forgotten_by_redaction", (await Assert.ThrowsAsync<PostgresException>(() =>
            database.Owner.TamperAsync("update lead set salt = ''"))).ConstraintName);

    private static string Request(string letter, string field, string relation = "lead") =>
        $"""
        insert into redaction_request (id, relation, row_id, recorded_in, field, reason, asked_by)
        values ('rdc_{new string(letter[0], 16)}', '{relation}', '{(relation == "lead" ? Lead : "US")}', 1, '{field}', 'R', '{Ada}')
        """;
}
