using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Commands;

public sealed class CommandLineTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "serv", "serv" },
        { "check --fast", "--fast" },
        { "import --author A", "--reason" },
        { "export", "Required argument missing" },
        { "export x --revision many", "many" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_the_command_line_does_not_know_is_named_and_fails(string words, string named)
    {
        var outcome = await LegalStatus.RunAsync(words.Split(' '));

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(named, outcome.Errors);
        Assert.DoesNotContain("   at ", outcome.Errors);
    }

    public static TheoryData<string, string> WrongSettings => new()
    {
        { "--Logging:Requests=maybe", "Logging:Requests is 'maybe': write true or false." },
        { "--Deadlines:Answer=soon", "Deadlines:Answer is 'soon': write seconds from 2 to 600, such as 2.5." },
        { "--PublicUrl=law.example", "PublicUrl is 'law.example': write scheme and host alone, such as https://law.example." },
        { "--PublicUrl=https://law.example/api", "PublicUrl is 'https://law.example/api': write scheme and host alone" },
        { "--ConnectionStrings:Migrations=Host=x", "ConnectionStrings:Migrations is set, but ConnectionStrings:Postgres is not" },
        { "--ConnectionStrings:Postgres=Host=x;Pasword=geheim", "ConnectionStrings:Postgres cannot be read" },
        { "--ConnectionStrings:Postgres=Host=/nowhere;Password=geheim", "The database cannot be used" },
        { "--urls=nonsense", "'nonsense' is no address to listen on" },
        { "--urls=https://127.0.0.1:5080", "'https://127.0.0.1:5080' is no address to listen on" },
    };

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public async Task A_wrong_setting_is_one_clear_line(string setting, string said)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"legal-status-never-{Guid.NewGuid():N}");

        var outcome = await LegalStatus.RunAsync(["serve", setting], ("Database__DataDirectory", folder));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(said, Assert.Single(outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.DoesNotContain("geheim", outcome.Errors);
        Assert.False(Directory.Exists(folder));
    }
}
