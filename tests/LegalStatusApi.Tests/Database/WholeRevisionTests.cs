using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Database;

/// <summary>A revision is published whole and in its turn, or not at all.</summary>
public sealed class WholeRevisionTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "1971-01-01", to: "1999-01-01").Rows);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_classification_without_a_citation_is_not_published() =>
        await RefusedAsync("classification_has_a_citation", GivenSql.Classification(cited: false) + GivenSql.Revision());

    [Fact]
    public async Task A_classification_whose_last_citation_was_closed_is_not_published() =>
        await RefusedAsync("classification_has_a_citation", "update citation set recorded = '[1,2)';" + GivenSql.Revision());

    [Fact]
    public async Task A_citation_of_a_source_version_that_is_not_there_is_not_published()
    {
        Assert.Equal("citation_source_version_fkey", (await database.Owner.RefusalAsync(
            GivenSql.Classification(cited: false) + GivenSql.Citation(version: 9) + GivenSql.Revision() + "set constraints citation_source_version_fkey immediate")).ConstraintName);
    }

    [Fact]
    public async Task A_citation_of_a_source_that_was_withdrawn_is_not_published() =>
        await RefusedAsync("source_version_exists", "update source set recorded = '[1,2)' where key = 'law';" + GivenSql.Revision());

    [Fact]
    public async Task A_citation_of_no_record_is_not_published() =>
        await RefusedAsync("citation_record_exists", GivenSql.Citation('z') + GivenSql.Revision());

    [Theory]
    [InlineData("jurisdiction_exists", "XX", "lsd", null)]
    [InlineData("substance_exists", "DE", "cannabis", null)]
    [InlineData("substance_exists", "DE", "psilocybin", "tea")]
    public async Task A_record_of_something_unknown_is_not_published(string rule, string place, string substance, string? form) =>
        await RefusedAsync(rule, GivenSql.Classification(jurisdiction: place, substance: substance, form: form) + GivenSql.Revision());

    [Fact]
    public async Task A_parent_that_is_unknown_is_not_published() =>
        await RefusedAsync("jurisdiction_exists", "insert into jurisdiction_parent (id, jurisdiction, parent, law, recorded) values ('x', 'DE', 'XX', 'applies', '[2,)');" + GivenSql.Revision());

    [Fact]
    public async Task A_participation_in_what_is_no_treaty_is_not_published() =>
        await RefusedAsync("treaty_exists", "insert into participation (id, jurisdiction, treaty, party, source, version, recorded) values ('x', 'DE', 'law', true, 'law', 1, '[2,)');" + GivenSql.Revision());

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(99)]
    public async Task A_revision_out_of_order_is_refused(int number) => await RefusedAsync("revision_follows_its_predecessor", GivenSql.Revision(number));

    [Theory]
    [InlineData("null")]
    [InlineData("sha256('another')")]
    public async Task A_revision_that_names_another_predecessor_is_refused(string previous) =>
        await RefusedAsync("revision_follows_its_predecessor", GivenSql.Revision(previous: previous));

    [Fact]
    public async Task A_revision_that_is_not_later_than_its_predecessor_is_refused() =>
        await RefusedAsync("revision_follows_its_predecessor", GivenSql.Revision(recordedAt: "(select max(recorded_at) from revision)"));

    [Theory]
    [InlineData("revision_author_is_named", "", "null", "A test.")]
    [InlineData("revision_reason_is_given", "Author", "null", "")]
    [InlineData("revision_reviewer_is_another", "Author", "'Author'", "A test.")]
    [InlineData("revision_reviewer_is_another", "Author", "''", "A test.")]
    public async Task A_revision_names_its_author_its_reason_and_another_as_reviewer(string rule, string author, string reviewer, string reason) =>
        await RefusedAsync(rule, GivenSql.Revision(author: author, reviewer: reviewer, reason: reason));

    [Fact]
    public async Task Rows_of_a_revision_that_is_never_published_are_refused() =>
        Assert.Equal("23503", (await database.Owner.RefusalAsync(GivenSql.Classification())).SqlState);

    [Fact]
    public async Task Rows_of_a_revision_after_the_next_are_refused() =>
        Assert.Equal("23503", (await database.Owner.RefusalAsync(GivenSql.Classification(revision: 3) + GivenSql.Revision())).SqlState);

    private async Task RefusedAsync(string rule, string statements) =>
        Assert.Equal(rule, (await database.Owner.RefusalAsync(statements)).ConstraintName);
}
