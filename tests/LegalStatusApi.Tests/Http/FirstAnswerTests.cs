using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Http;

/// <summary>What a service answers does not depend on what it was asked before.</summary>
public sealed class FirstAnswerTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    [Fact]
    public async Task The_first_answer_of_a_service_may_be_a_table()
    {
        await using var served = await ServedApi.StartAsync(["serve", "--urls", "http://127.0.0.1:0"], ("ConnectionStrings__Postgres", database.ConnectionString));

        var table = await served.Client.GetStringAsync(
            "/v1/status?jurisdiction=US-CO,NL&substance=psilocybin&on=2024-01-01&format=csv", TestContext.Current.CancellationToken);

        Assert.Contains("\nUS-CO,Colorado,psilocybin,", table, StringComparison.Ordinal);
    }
}
