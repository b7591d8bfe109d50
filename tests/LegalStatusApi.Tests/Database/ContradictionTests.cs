using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Database;

/// <summary>What the database refuses even of its owner: records that contradict each other or say nothing.</summary>
[Fault(17, 21)]
public sealed class ContradictionTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Given.Substances().Place("DE").Rows);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_these_tests_publish_would_be_taken_if_nothing_were_wrong() =>
        await database.Owner.RunAsync($"begin; {GivenSql.Classification()} {GivenSql.Revision()} set constraints all immediate; rollback;");

    [Theory]
    [InlineData("2000-01-01", "2010-01-01", "2009-12-31", null)]
    [InlineData("2000-01-01", null, "2009-12-31", "2010-12-31")]
    [InlineData("2000", "2010", "2009", null)]
    public async Task Two_periods_that_are_both_certain_on_some_day_are_refused(string begins, string? ends, string otherBegins, string? otherEnds) =>
        await RefusedAsync("classification_periods_do_not_overlap",
            GivenSql.Classification('a', begins, ends) + GivenSql.Classification('b', otherBegins, otherEnds) + "set constraints classification_periods_do_not_overlap immediate");

    [Fact]
    public async Task Two_periods_of_a_form_that_are_both_certain_on_some_day_are_refused() =>
        await RefusedAsync("classification_periods_do_not_overlap", GivenSql.Classification('a', substance: "psilocybin", form: "mushrooms")
            + GivenSql.Classification('b', "2001-01-01", "2002-01-01", substance: "psilocybin", form: "mushrooms") + "set constraints classification_periods_do_not_overlap immediate");

    [Theory]
    [InlineData("2010-01-01", "2010-01-01")]
    [InlineData("2010", "2010")]
    public async Task Neighbours_may_meet(string ends, string begins) =>
        await database.Owner.RunAsync($"begin; {GivenSql.Classification('a', "2000-01-01", ends)} {GivenSql.Classification('b', begins)} {GivenSql.Revision()} set constraints all immediate; rollback;");

    [Fact]
    public async Task A_substance_and_its_form_may_hold_at_one_time() =>
        await database.Owner.RunAsync($"begin; {GivenSql.Classification('a', substance: "psilocybin")} {GivenSql.Classification('b', substance: "psilocybin", form: "mushrooms")} {GivenSql.Revision()} set constraints all immediate; rollback;");

    [Fact]
    public async Task Two_periods_that_share_a_beginning_are_refused() =>
        await RefusedAsync("classification_periods_share_no_beginning", GivenSql.Classification('a', "2000", "2000") + GivenSql.Classification('b', "2000")
            + "set constraints classification_periods_share_no_beginning immediate");

    [Fact]
    public async Task Two_periods_without_a_known_beginning_are_refused() =>
        await RefusedAsync("classification_periods_share_no_beginning",
            Unbegun('a', "2005-01-01") + Unbegun('b', "2010-01-01") + "set constraints classification_periods_share_no_beginning immediate");

    [Fact]
    public async Task Two_periods_that_share_an_end_are_refused() =>
        await RefusedAsync("classification_periods_share_no_end", GivenSql.Classification('a', "1999", "2000") + GivenSql.Classification('b', "2000", "2000")
            + "set constraints classification_periods_share_no_end immediate");

    [Fact]
    public async Task Two_periods_that_are_both_in_force_are_refused() =>
        await RefusedAsync("classification_periods_share_no_end", GivenSql.Classification('a', "1999") + GivenSql.Classification('b', "2000")
            + "set constraints classification_periods_share_no_end immediate");

    [Theory]
    [InlineData("2000-01-01", "2000-01-01")]
    [InlineData("2000-12-31", "2000")]
    public async Task An_empty_period_is_refused(string begins, string ends) =>
        await RefusedAsync("classification_period_is_not_empty", GivenSql.Classification('a', begins, ends));

    // A range cannot even be made of such days, so no constraint is named.
    [Theory]
    [InlineData("2000-01-02", "2000-01-01")]
    [InlineData("2001", "2000")]
    public async Task An_inverted_period_is_refused(string begins, string ends) =>
        Assert.Equal("22000", (await database.Owner.RefusalAsync(GivenSql.Classification('a', begins, ends))).SqlState);

    [Fact]
    public async Task An_attestation_beside_a_known_beginning_is_refused() =>
        await RefusedAsync("classification_attested_only_without_beginning", GivenSql.Classification(attested: "2001-01-01"));

    [Theory]
    [InlineData("daterange('2000-01-01', '2000-01-01')", "day_window_is_finite")]
    [InlineData("daterange('2000-01-01', null)", "day_window_is_finite")]
    [InlineData("daterange(null, '2000-01-01')", "day_window_is_finite")]
    [InlineData("daterange('1799-12-31', '1800-01-01')", "day_window_is_finite")]
    [InlineData("daterange('2200-01-01', '2200-01-02')", "day_window_is_finite")]
    [InlineData("daterange('2000-01-01', '2000-01-03')", "day_window_is_a_day_month_or_year")]
    [InlineData("daterange('2000-01-02', '2000-02-02')", "day_window_is_a_day_month_or_year")]
    [InlineData("daterange('2000-02-01', '2001-02-01')", "day_window_is_a_day_month_or_year")]
    public async Task A_window_that_no_partial_date_stands_for_is_refused(string window, string constraint) =>
        await RefusedAsync(constraint, $"select {window}::day_window");

    [Theory]
    [InlineData("daterange('-infinity', '2000-01-01')")]
    [InlineData("daterange('2000-01-01', 'infinity')")]
    public async Task A_window_without_end_is_refused(string window) =>
        Assert.StartsWith("2", (await database.Owner.RefusalAsync($"select {window}::day_window")).SqlState, StringComparison.Ordinal);

    [Theory]
    [InlineData("1971")]
    [InlineData("2019-05")]
    [InlineData("2024-02")]
    [InlineData("2024-02-29")]
    [InlineData("1800-01-01")]
    [InlineData("2199-12-31")]
    [InlineData("2199")]
    public async Task A_partial_date_and_its_window_are_the_same_thing(string date) =>
        Assert.Equal(date, await database.Owner.AskAsync<string>("select partial_date(window_of_days(@date)::day_window)", new { date }));

    private static string Unbegun(char id, string ends) => GivenSql.Classification(id, ends: ends)
        .Replace("window_of_days('2000-01-01')", "null", StringComparison.Ordinal);

    private async Task RefusedAsync(string constraint, string statements) =>
        Assert.Equal(constraint, (await database.Owner.RefusalAsync(statements)).ConstraintName);
}
