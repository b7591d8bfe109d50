using LegalStatusApi.Commands;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.House;

[Fault(39)]
public sealed class ContractIsCommittedTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_committed_contract_equals_the_served_one()
    {
        await using var api = await TestApi.StartAsync(database.Reader);

        foreach (var ending in new[] { "json", "yaml" })
        {
            var served = await (await api.SendAsync($"/openapi/v1.{ending}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(
                served == await CommittedAsync($"legal-status.v1.{ending}"),
                $"openapi/legal-status.v1.{ending} is not what is served: write it anew with 'legal-status contract openapi'.");
        }
    }

    [Fact]
    public async Task Every_committed_form_of_the_contract_is_what_the_command_writes()
    {
        foreach (var (name, text) in await WriteContract.TextsAsync(TestContext.Current.CancellationToken))
        {
            Assert.True(text == await CommittedAsync(name), $"openapi/{name} is not what 'legal-status contract openapi' writes.");
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
        }
    }

    private static Task<string> CommittedAsync(string name) =>
        File.ReadAllTextAsync(Path.Combine(Checkout.Root, "openapi", name), TestContext.Current.CancellationToken);
}
