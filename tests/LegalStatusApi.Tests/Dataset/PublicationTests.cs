using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;
using Npgsql;

namespace LegalStatusApi.Tests.Dataset;

public sealed class PublicationTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(server);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Publishing_the_same_text_twice_changes_nothing()
    {
        await PublishAsync(EveryRelation.Rows);
        var before = await StoredAsync();

        var outcome = await PublishAsync([.. EveryRelation.Rows.Reverse()]);

        Assert.Equal((1L, 0, 0, false), (outcome.Revision, outcome.Added, outcome.Closed, outcome.Changed));
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task A_changed_text_supersedes_only_what_changed()
    {
        await PublishAsync(EveryRelation.Rows);

        var outcome = await PublishAsync(Changed("US/lsd-2", record => record with { Schedule = "Schedule I" }));

        Assert.Equal((2L, 1, 1, true), (outcome.Revision, outcome.Added, outcome.Closed, outcome.Changed));
        Assert.Equal(["classification [1,2)", "classification [2,)"], await _database.Reader.ListAsync<string>(
            "select relation || ' ' || recorded from recorded_row where recorded <> '[1,)' order by lower(recorded)"));
        Assert.Equal(["added classification", "closed classification"], await _database.Reader.ListAsync<string>(
            "select action || ' ' || relation from revision_entry where revision = 2 order by action"));
    }

    [Fact]
    public async Task A_corrected_date_is_a_correction_of_the_same_record()
    {
        await PublishAsync(EveryRelation.Rows);

        await PublishAsync(Changed("US-CO/psilocybin-mushrooms-1", record => record with { From = "2019-05-16" }));

        Assert.Equal([$"{RecordId.OfClassification("US-CO/psilocybin-mushrooms-1")} 2019-05", $"{RecordId.OfClassification("US-CO/psilocybin-mushrooms-1")} 2019-05-16"],
            await _database.Reader.ListAsync<string>("select id || ' ' || partial_date(begins) from classification where key = 'US-CO/psilocybin-mushrooms-1' order by recorded"));
    }

    [Fact]
    public async Task A_key_that_vanished_is_refused_by_name_and_nothing_is_published()
    {
        await PublishAsync(EveryRelation.Rows);
        var before = await StoredAsync();

        var outcome = await PublishAsync([.. EveryRelation.Rows.Where(row => row is not LeadRow)]);

        Assert.Contains("lead US-CO/lsd-lead-1 is no longer in the text", Assert.Single(outcome.Refusals));
        Assert.Contains("--withdraw-missing", outcome.Refusals[0]);
        Assert.False(outcome.Changed);
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task A_key_that_vanished_is_withdrawn_on_purpose_and_stays_in_the_history()
    {
        await PublishAsync(EveryRelation.Rows);

        var outcome = await PublishAsync([.. EveryRelation.Rows.Where(row => row is not LeadRow)], withdraw: true);

        Assert.Equal((0, 1), (outcome.Added, outcome.Closed));
        Assert.Equal("[1,2)", await _database.Reader.AskAsync<string>("select recorded::text from lead"));
    }

    [Fact]
    public async Task A_withdrawn_record_that_comes_back_is_the_same_record_again()
    {
        await PublishAsync(EveryRelation.Rows);
        await PublishAsync([.. EveryRelation.Rows.Where(row => row is not LeadRow)], withdraw: true);

        await PublishAsync(EveryRelation.Rows);

        Assert.Equal(["[1,2)", "[3,)"], await _database.Reader.ListAsync<string>("select recorded::text from lead order by recorded"));
        Assert.Equal(1, await _database.Reader.AskAsync<int>("select count(distinct id) from lead"));
    }

    [Fact]
    public async Task A_citation_that_is_gone_is_an_edit_and_needs_no_withdrawal()
    {
        IReadOnlyList<Row> Without(IReadOnlyList<Row> rows) => [.. rows.Where(row => row is not ParticipationRow)];
        await PublishAsync(EveryRelation.Rows);

        Assert.Equal((0, 1), (await PublishAsync(Without(EveryRelation.Rows))) is var outcome ? (outcome.Added, outcome.Closed) : default);
    }

    [Fact]
    public async Task A_published_source_version_never_changes()
    {
        await PublishAsync(EveryRelation.Rows);
        var before = await StoredAsync();

        var outcome = await PublishAsync([.. EveryRelation.Rows.Select(row => row is SourceVersionRow { Source: "law" } version ? version with { Url = "https://law.example/other" } : row)], withdraw: true);

        Assert.Equal(["source version law/1 is published and never changes: add the next version instead"], outcome.Refusals);
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task Periods_that_swap_their_days_contradict_each_other_midway_and_are_taken()
    {
        await PublishAsync(EveryRelation.Rows);

        var outcome = await PublishAsync([.. EveryRelation.Rows.Select(row => row switch
        {
            ClassificationRow { Key: "US/lsd-1" } first => first with { From = "2020-01-01", To = null },
            ClassificationRow { Key: "US/lsd-2" } second => second with { From = "1971-05-01", To = "2020-01-01" },
            _ => row,
        })]);

        Assert.Equal((2, 2), (outcome.Added, outcome.Closed));
        Assert.Empty((await ChainCheck.RunAsync(_database.Reader, TestContext.Current.CancellationToken)).Breaks);
    }

    [Fact]
    public async Task A_text_that_contradicts_itself_is_refused_by_the_database_and_leaves_nothing()
    {
        await PublishAsync(EveryRelation.Rows);
        var before = await StoredAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => PublishAsync(Changed("US/lsd-1", record => record with { To = "2021-01-01" })));

        Assert.Equal("classification_periods_do_not_overlap", refused.ConstraintName);
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task Publications_at_once_all_land_in_order()
    {
        await PublishAsync(EveryRelation.Rows);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(number =>
            PublishAsync(Changed("US/lsd-2", record => record with { Schedule = $"Schedule {number}" }))));

        Assert.Equal([2, 3, 4, 5], outcomes.Select(outcome => outcome.Revision).Order());
        Assert.Equal(["1", "2", "3", "4", "5"], await _database.Reader.ListAsync<string>("select number::text from revision order by recorded_at"));
        Assert.Empty((await ChainCheck.RunAsync(_database.Reader, TestContext.Current.CancellationToken)).Breaks);
    }

    [Theory]
    [InlineData("closing")]
    [InlineData("sealing")]
    public async Task A_publication_that_is_killed_midway_leaves_nothing(string moment)
    {
        await PublishAsync(EveryRelation.Rows);
        var before = await StoredAsync();

        var killer = new Killer(_database, moment);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Publication.PublishAsync(_database.Writer, Changed("US/lsd-2", record => record with { Schedule = "Schedule II" }),
            new PublicationNote("Author", "Reviewer", "A test."), false, killer, TestContext.Current.CancellationToken));

        Assert.True(killer.Killed);
        Assert.Equal(before, await StoredAsync());
        Assert.Equal(2, (await PublishAsync(Changed("US/lsd-2", record => record with { Schedule = "Schedule II" }))).Revision);
    }

    private static IReadOnlyList<Row> Changed(string key, Func<ClassificationRow, ClassificationRow> change) =>
        [.. EveryRelation.Rows.Select(row => row is ClassificationRow record && record.Key == key ? change(record) : row)];

    private Task<Publication.Outcome> PublishAsync(IReadOnlyList<Row> rows, bool withdraw = false) => Publication.PublishAsync(
        _database.Writer, rows, new PublicationNote("Author", "Reviewer", "A test."), withdraw, new Killer(_database, null), TestContext.Current.CancellationToken);

    private Task<IReadOnlyList<string>> StoredAsync() => _database.Reader.ListAsync<string>(
        "select relation || id || recorded || fields || texts from recorded_row union all select number || encode(hash, 'hex') from revision order by 1");

    /// <summary>Ends the publication's session when it says that it has come to a certain point.</summary>
    private sealed class Killer(TestDatabase database, string? moment) : IProgress<string>
    {
        public bool Killed { get; private set; }

        public void Report(string value)
        {
            if (moment is not null && value.StartsWith(moment, StringComparison.Ordinal))
            {
                using var connection = database.Owner.OpenConnection();
                using var command = new NpgsqlCommand(
                    "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'", connection);
                Killed = (long)command.ExecuteScalar()! == 1;
            }
        }
    }
}
