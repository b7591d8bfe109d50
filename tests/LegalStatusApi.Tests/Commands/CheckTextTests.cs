using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Commands;

public sealed class CheckTextTests
{
    [Fault(40)]
    [Fact]
    public async Task A_bad_text_is_refused_with_file_line_field_and_message_of_every_mistake()
    {
        using var text = TextFolder.Small();
        text.Change("jurisdictions/DE.yaml", "from: 1967-02-25", "from: 1967-02-30");
        text.Change("jurisdictions/DE.yaml", "status: prohibited", "status: banned");
        text.Change("jurisdictions/DE.yaml", "source: de-btmg", "source: de-bmtg");

        var outcome = await LegalStatus.RunAsync(["check", text.Path]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("jurisdictions/DE.yaml:7: classifications[0].from: ", outcome.Errors);
        Assert.Contains("jurisdictions/DE.yaml:8: classifications[0].status: ", outcome.Errors);
        Assert.Contains("jurisdictions/DE.yaml:16: classifications[0].citations[0].source: ", outcome.Errors);
        Assert.DoesNotContain("   at ", outcome.Errors);
    }

    [Fact]
    public async Task The_data_set_has_no_mistakes_and_needs_no_database_to_say_so()
    {
        var outcome = await LegalStatus.RunAsync(["check", Checkout.Seed], ("ConnectionStrings__Postgres", "Host=/nowhere"));

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.StartsWith("No mistakes: ", outcome.Said, StringComparison.Ordinal);
    }
}
