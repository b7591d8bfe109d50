using LegalStatusApi.Tests.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Commands;

/// <summary>What `check` asks of a text beyond that it can be published (CODEBOOK.md).</summary>
public sealed class AuditTests : IDisposable
{
    private const string WholeList = """
        mostAsked: [US]
        inherits: [US-CO]
        unlisted: [UN]
        absent:
          - place: FR
            substances: [psilocybin, lsd]
            looked: The code of public health was not at hand.

        """;

    private const string French = """
        code: FR
        type: country
        name: France
        leads:
          - key: lsd-lead-1
            substance: lsd
            summary: The list is not found.
            toCheck: Read the list.
            citations:
              - source: encyclopedia-of-law
                version: 1
                role: reports

        """;

    private readonly SampleFolder _folder = new();

    public AuditTests()
    {
        Write("jurisdictions/FR.yaml", French);
        Write("coverage.yaml", WholeList);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_text_without_gaps_passes()
    {
        var outcome = await CheckAsync();

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
    }

    [Fact]
    public Task A_source_that_nothing_cites_is_named()
    {
        Append("sources/general.yaml", """
              - key: zz-forgotten
                type: article
                title: Forgotten
                versions:
                  - version: 1
                    read: false

            """);

        return NamesAsync("sources/general.yaml:", "Nothing cites 'zz-forgotten'.");
    }

    [Fact]
    public Task Primary_without_the_pinpoint_of_the_entry_is_named()
    {
        Change(Sample.Place, "        pinpoint: § 812\n", "");

        return NamesAsync("jurisdictions/US.yaml:", "classifications[1].verification: primary needs the pinpoint");
    }

    [Fact]
    public Task A_listed_pair_of_which_nothing_is_said_is_named()
    {
        Change("coverage.yaml", "[psilocybin, lsd]", "[psilocybin]");

        return NamesAsync("jurisdictions/FR.yaml:1: classifications:", "Nothing is on record of lsd");
    }

    [Fact]
    public Task A_pair_said_to_be_absent_that_is_on_record_is_named()
    {
        Change("coverage.yaml", "absent:\n", "absent:\n  - place: US\n    substances: [lsd]\n    looked: Nowhere.\n");

        return NamesAsync("coverage.yaml:6: absent[0].substances:", "US has records of lsd.");
    }

    [Theory]
    [InlineData("mostAsked: [US]", "mostAsked: [US-CQ]", "There is no 'US-CQ' in the data set. Did you mean 'US-CO'?")]
    [InlineData("inherits: [US-CO]", "inherits: [US-CO, FR]", "No parent's law applies in FR.")]
    [InlineData("substances: [psilocybin, lsd]", "substances: [psilocybin, lsd, mdma]", "There is no 'mdma' in the data set.")]
    public Task A_name_in_the_list_that_means_nothing_is_named(string was, string becomes, string message)
    {
        Change("coverage.yaml", was, becomes);

        return NamesAsync("coverage.yaml:", message);
    }

    [Fact]
    public Task A_day_to_come_without_a_law_that_was_passed_is_named()
    {
        Change(Sample.Place, "from: 1974-05\n", "from: 2150-05\n");

        return NamesAsync("jurisdictions/US.yaml:", "2150-05 is yet to come");
    }

    [Fact]
    public async Task A_review_that_is_due_is_a_note_and_no_mistake()
    {
        Change(Sample.Place, "verifiedOn: 2026-11-21\n    reviewDue: 2027-05-21", "verifiedOn: 2019-11-21\n    reviewDue: 2020-05-21");

        var outcome = await CheckAsync();

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.StartsWith("No mistakes: ", outcome.Said, StringComparison.Ordinal);
        Assert.Contains("To be looked at again since 2020-05-21.", outcome.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status: prohibited\n    schedule: Schedule I(c)\n    activities:\n      possession: criminal_offense", "status: decriminalized\n    schedule: Schedule I(c)\n    activities:\n      possession: criminal_offense")]
    [InlineData("possession: criminal_offense", "possession: civil_offense")]
    [InlineData("possession: criminal_offense", "possession: permitted")]
    [InlineData("status: prohibited\n    schedule: Schedule I(c)", "status: legal\n    schedule: Schedule I(c)")]
    [InlineData("status: prohibited\n    schedule: Schedule I(c)\n    activities:\n      possession: criminal_offense", "status: deprioritized\n    schedule: Schedule I(c)\n    activities:\n      possession: license")]
    public Task A_status_that_its_own_activities_contradict_is_refused(string was, string becomes)
    {
        Change(Sample.Place, was, becomes);

        return NamesAsync("jurisdictions/US.yaml:", "classifications[1].activities:");
    }

    [Fact]
    public async Task Coverage_counts_the_listed_pairs_by_how_they_are_verified()
    {
        var outcome = await LegalStatus.RunAsync(["coverage", _folder.Path]);

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Contains("US\tUnited States\tmost\tprimary\ttreaty", outcome.Said, StringComparison.Ordinal);
        Assert.Contains("all\t2\t4\t1\t0\t1\t0\t2", outcome.Said, StringComparison.Ordinal);
        Assert.Contains("most asked: primary\t50 %\t50.0 %\tyes", outcome.Said, StringComparison.Ordinal);
        Assert.Contains("most asked: primary or secondary\t85 %\t50.0 %\tno", outcome.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_is_the_same_for_the_same_seed_and_of_most_asked_places_only()
    {
        async Task<string> DrawAsync(string seed) => (await LegalStatus.RunAsync(["sample", _folder.Path, "--seed", seed, "--size", "3"])).Said;

        var first = await DrawAsync("one");

        Assert.Equal(first, await DrawAsync("one"));
        Assert.NotEqual(first, await DrawAsync("two"));
        Assert.All(first.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1), line => Assert.StartsWith("US/", line, StringComparison.Ordinal));
        Assert.Equal(4, first.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task A_sample_of_no_records_is_refused(string size)
    {
        var outcome = await LegalStatus.RunAsync(["sample", _folder.Path, "--seed", "one", $"--size={size}"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("--size", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_without_a_list_says_what_is_missing()
    {
        File.Delete(Path.Combine(_folder.Path, "coverage.yaml"));

        var outcome = await LegalStatus.RunAsync(["coverage", _folder.Path]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("There is no coverage.yaml", outcome.Errors, StringComparison.Ordinal);
    }

    private Task<LegalStatus.Outcome> CheckAsync() => LegalStatus.RunAsync(["check", _folder.Path]);

    private async Task NamesAsync(string place, string message)
    {
        var outcome = await CheckAsync();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(place, outcome.Errors, StringComparison.Ordinal);
        Assert.Contains(message, outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("\n1 mistake.", outcome.Errors, StringComparison.Ordinal);
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.Path, file), text);

    private void Append(string file, string text) => File.AppendAllText(Path.Combine(_folder.Path, file), text);

    private void Change(string file, string was, string becomes)
    {
        var path = Path.Combine(_folder.Path, file);
        var text = File.ReadAllText(path);
        Assert.Equal(2, text.Split(was).Length);
        Write(file, text.Replace(was, becomes, StringComparison.Ordinal));
    }
}
