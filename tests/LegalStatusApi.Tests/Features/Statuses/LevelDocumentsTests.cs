using System.Text;
using System.Text.Json;
using LegalStatusApi.Database;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Statuses;

/// <summary>What is written out with a revision says exactly what its rows say, at every revision, on every day, and nobody else writes it.</summary>
public sealed class LevelDocumentsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly string[] Substances = ["psilocybin", "lsd", "ketamine"];
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_each_publication_every_revision_reads_as_its_rows_do()
    {
        var first = Law("The first words.");
        List<IEnumerable<Row>> revisions =
        [
            first.Rows,
            // The name of a source, of a place and of a form; another date; another parent; a treaty; what is open; and everything as it was.
            first.Rows.Select(row => row is SourceRow { Key: "law" } law ? law with { Title = "Another title" } : row),
            first.Rows.Select(row => row is JurisdictionRow { Code: "US-CO" } place ? place with { Name = "Colorado" } : row),
            first.Rows.Select(row => row is FormRow { Slug: "spores" } form ? form with { FallsBack = true } : row),
            first.With("lsd-1", record => record with { To = "1999-01-01", Summary = "Other words." }),
            [.. first.Rows, new ParentRow("DE", "EU", "context", null, null)],
            [.. first.Rows, .. Given.Substances().Place("DE").Party("DE", "1977-01-01").Rows.OfType<ParticipationRow>()],
            Law("The first words.").Pending("ketamine-pending-1", "DE", "ketamine", "2030").Lead("ketamine-lead-1", "DE", "ketamine").Rows,
            first.Rows.Where(row => row is not ClassificationRow { Jurisdiction: "DE" } && row is not CitationRow),
            first.Rows,
        ];
        revisions[8] = [.. revisions[8], .. CitationsOf(first.Rows, revisions[8])];
        foreach (var rows in revisions)
        {
            await database.PublishAsync(rows);
            for (var revision = await database.Reader.AskAsync<long>("select max(number) from revision"); revision > 0; revision--)
            {
                await CompareAsync(["UN", "EU", "US", "US-CO", "DE", "GF"], new AskedRevision(revision, null));
            }
        }

        // A publication writes what it changes: the words of a place reach no other.
        Assert.Equal(1, await database.Reader.AskAsync<int>("select count(distinct recorded_in) from level_document where jurisdiction = 'GF' and substance = 'ketamine'")
            - await database.Reader.AskAsync<int>("select count(distinct recorded_in) from level_document where jurisdiction = 'GF' and substance = 'ketamine' and superseded_in is not null"));
        Assert.Empty((await ChainCheck.RunAsync(database.Reader, Cancellation)).Breaks);
        await TamperedAsync();
    }

    // What stands beside the record and says otherwise is found.
    private async Task TamperedAsync()
    {
        await database.Owner.RunAsync("update level_document set document = replace(document::text, 'The first words.', 'Other words.')::json where jurisdiction = 'US' and superseded_in is null");

        var told = Assert.Single((await ChainCheck.RunAsync(database.Reader, Cancellation)).Breaks);

        Assert.Contains("US/psilocybin", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("insert into level_document (jurisdiction, substance, first_day, last_day, recorded_in, document) values ('DE', 'lsd', '0001-01-02', '9999-12-30', 99, '{}')")]
    [InlineData("update level_document set document = '{}'")]
    [InlineData("delete from level_document")]
    [InlineData("truncate level_document")]
    [InlineData("select write_level_documents(1)")]
    [InlineData("alter table revision disable trigger revision_is_written_out")]
    public async Task Neither_role_of_the_service_writes_one_itself(string statement)
    {
        Assert.Equal("42501", (await database.Writer.RefusalAsync(statement)).SqlState);
        Assert.Equal("42501", (await database.Reader.RefusalAsync(statement)).SqlState);
    }

    [Fact]
    public async Task A_redacted_text_is_in_no_document_of_any_revision()
    {
        var given = Law("Words that name a person.");
        await database.PublishAsync(given.Rows);
        await database.PublishAsync(given.With("psilocybin-1", record => record with { Schedule = "II" }));
        var record = await database.Reader.AskAsync<string>("select id from classification where summary = 'Words that name a person.' and jurisdiction = 'US' and superseded_in is null");
        var revision = await database.Reader.AskAsync<long>("select max(recorded_in) from classification where id = @record", new { record });
        Assert.True(await CountAsync("Words that name a person.") > 1);

        await database.RedactAsync("classification", record!, revision, "summary");

        Assert.Equal(0, await database.Reader.AskAsync<int>("select count(*) from level_document where jurisdiction = 'US' and document::text like '%Words that name a person.%'"));
        await CompareAsync(["US", "DE"], AskedRevision.Latest);

        await database.RedactAsync("source", "law", await database.Reader.AskAsync<long>("select max(recorded_in) from source where key = 'law'"), "title");

        Assert.Equal(0, await CountAsync("A law"));
        await CompareAsync(["US", "US-CO", "DE"], AskedRevision.Latest);
        Assert.Empty((await ChainCheck.RunAsync(database.Reader, Cancellation)).Breaks);
    }

    [Fact]
    public async Task Of_a_place_with_many_periods_some_days_say_on_each_of_them_what_all_days_say()
    {
        var random = new Random(20261123);
        var given = Law("Words.");
        var year = 1801;
        for (var number = 10; number < 90; number++)
        {
            // Fuzzy and exact beginnings and ends, gaps, two forms, and some that begin nobody knows when.
            var from = random.Next(3) switch { 0 => $"{year}", 1 => $"{year}-0{random.Next(1, 10)}", _ => $"{year}-0{random.Next(1, 10)}-1{random.Next(10)}" };
            var next = year + random.Next(1, 4);
            var to = random.Next(4) == 0 ? $"{next}" : $"{next}-0{random.Next(1, 10)}-2{random.Next(9)}";
            var form = random.Next(4) switch { 0 => "mushrooms", 1 => "spores", _ => null };
            given.Record($"long-{number}", "GF", "psilocybin", number % 2 == 0 ? "prohibited" : "deprioritized", form, number == 10 ? null : from, to, number == 10 ? "1801-01-01" : null);
            year = next + random.Next(1, 3);
        }

        await database.PublishAsync(given.Rows);
        var pieces = await database.Reader.AskAsync<int>("select count(*) from level_document where jurisdiction = 'GF' and substance = 'psilocybin' and superseded_in is null");
        Assert.InRange(pieces, 10, 40);
        using var stacks = new StackCache(database.Reader, null!, null, 0, TimeSpan.FromSeconds(30));
        var whole = (await FetchStacks.FindAsync(database.Reader, [("GF", "psilocybin")], AskedRevision.Latest, Cancellation))[0].Stack!;
        var days = whole.DaysOfChange().Where(day => day >= PartialDate.Earliest && day <= PartialDate.Latest).SelectMany(day => new[] { day, day.AddDays(-1), day.AddDays(1 + random.Next(400)) })
            .Where(day => day >= PartialDate.Earliest && day <= PartialDate.Latest).Append(PartialDate.Earliest).Append(PartialDate.Latest).Distinct().ToList();
        Assert.True(days.Count > 300, $"Only {days.Count} days.");
        foreach (var day in days)
        {
            var some = (await stacks.FindOnAsync("GF", "psilocybin", day, AskedRevision.Latest, Cancellation))!.Stack!;
            Assert.InRange(some.Classifications.Count, 1, 24);
            Assert.True(some.Covers(day));
            Assert.False(some.Covers(null));
            foreach (var form in whole.Substance.Forms.Prepend(null))
            {
                Assert.Equal(TextOf(whole, form, day, day), TextOf(some, form, day, day));
                var (first, last) = LookUpStatus.DaysOf(some, form, On(day)).Find();
                Assert.InRange(day, first, last);
                Assert.Equal(TextOf(whole, form, first, day), TextOf(some, form, day, day));
                Assert.Equal(TextOf(whole, form, last, day), TextOf(some, form, day, day));
            }
        }
    }

    private Task<int> CountAsync(string words) =>
        database.Reader.AskAsync<int>("select count(*) from level_document where strpos(document::text, @words) > 0", new { words })!;

    // What is on record of a few places, one of which lies under another whose code does not tell so.
    private static Given Law(string summary) => Given.Substances().Place("UN").Place("EU").Place("US", "UN", "context", from: "1945").Place("US-CO", "US", from: "1876-08-01")
        .Place("DE", "UN", "context").Place("FR", "UN", "context").Place("GF", "FR", from: "1946").Party("US", "1980-07-15")
        .Record("psilocybin-1", "US", "psilocybin", from: "1971-05-01", summary: summary).Record("lsd-1", "DE", "lsd", from: "1967", summary: summary)
        .Record("psilocybin-mushrooms-1", "US-CO", "psilocybin", "deprioritized", "mushrooms", from: "2019-05").Record("ketamine-1", "FR", "ketamine", "prescription_only")
        .Pending("lsd-pending-1", "US-CO", "lsd", "2030-05").Lead("lsd-lead-1", "US-CO", "lsd");

    private static IEnumerable<Row> CitationsOf(IEnumerable<Row> all, IEnumerable<Row> kept)
    {
        var records = kept.OfType<ClassificationRow>().Select(row => row.Id).Concat(kept.OfType<PendingLawRow>().Select(row => row.Id)).ToHashSet(StringComparer.Ordinal);
        return all.OfType<CitationRow>().Where(row => records.Contains(row.Record));
    }

    private async Task CompareAsync(IReadOnlyList<string> places, AskedRevision asked)
    {
        using var stacks = new StackCache(database.Reader, null!, null, 0, TimeSpan.FromSeconds(30));
        var pairs = places.SelectMany(place => Substances.Select(substance => (place, substance))).ToList();
        var rows = await FetchStacks.FindAsync(database.Reader, pairs, asked, Cancellation);
        var documents = await stacks.FindAsync(pairs, asked, Cancellation);
        Assert.Equal(rows.Select(found => JsonSerializer.Serialize(found, DomainJson.Options)), documents.Select(found => JsonSerializer.Serialize(found, DomainJson.Options)));
    }

    private static string TextOf(Stack stack, Form? form, DateOnly day, DateOnly printed) => Encoding.UTF8.GetString(LookUpStatus.DaysOf(stack, form, On(day)).Write(printed));

    private static StatusQuestion On(DateOnly day) => new(day, OnWasGiven: true, null, AskedRevision.Latest, Today);
}

/// <summary>The same of the whole data set.</summary>
public sealed class LevelDocumentsOfDataSetTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    [Fact]
    public async Task Every_place_and_substance_is_written_out_and_reads_as_its_rows_do()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var places = await database.Reader.ListAsync<string>("select code from jurisdiction where superseded_in is null order by code");
        Assert.Equal(3 * places.Count, await database.Reader.AskAsync<int>("select count(*) from level_document where superseded_in is null and last_day = '9999-12-30' and first_day = '0001-01-02'"));
        using var stacks = new StackCache(database.Reader, null!, null, 0, TimeSpan.FromSeconds(30));
        foreach (var part in places.Chunk(60))
        {
            var pairs = part.SelectMany(place => new[] { (place, "psilocybin"), (place, "lsd"), (place, "ketamine") }).ToList();
            var rows = await FetchStacks.FindAsync(database.Reader, pairs, AskedRevision.Latest, cancellation);
            var documents = await stacks.FindAsync(pairs, AskedRevision.Latest, cancellation);
            Assert.Equal(rows.Select(found => JsonSerializer.Serialize(found, DomainJson.Options)), documents.Select(found => JsonSerializer.Serialize(found, DomainJson.Options)));
        }
    }
}
