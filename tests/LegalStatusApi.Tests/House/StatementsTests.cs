using System.Text.RegularExpressions;
using LegalStatusApi.Database;
using LegalStatusApi.Tests.Support;
using Npgsql;

namespace LegalStatusApi.Tests.House;

[Fault(26)]
public sealed partial class StatementsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    public static TheoryData<string> Statements => [.. SqlFile.Names.Where(name => !name.StartsWith("migrations/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Every_statement_is_understood_by_the_server(string name)
    {
        var text = SqlFile.Read(name);
        var names = Parameter().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();
        var numbered = Parameter().Replace(text, match => $"${names.IndexOf(match.Value) + 1}");
        await using var connection = await database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);

        // Only queries can be prepared; what defines tables, or steers a transaction, is tried as it is.
        var tried = Definition().IsMatch(text) ? text
            : Steering().IsMatch(text) ? $"begin; savepoint preview;\n{text};\nrollback"
            : $"prepare understood as {numbered}";
        await using var command = new NpgsqlCommand(tried, connection);

        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void Every_statement_begins_with_the_question_it_answers_and_names_its_columns(string name)
    {
        var text = SqlFile.Read(name);

        Assert.StartsWith("-- ", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("select \\*", text);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 140, $"{name}: {line}"));
    }

    // The right way round: a name after @, never the operator @>.
    [GeneratedRegex("@[A-Za-z][A-Za-z]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("^(create|do) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Definition();

    [GeneratedRegex("^(set|savepoint|rollback) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Steering();
}
