using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Http;

/// <summary>tests/fuzz asks the real service; `make fuzz` asks ten times as much.</summary>
[Collection(ServedDataSet.Collection)]
[Fault(25, 27, 28, 31)]
public sealed class ContractFuzzTests(ServedDataSet service, ITestOutputHelper output)
{
    [Fact]
    public async Task Ten_thousand_requests_are_all_answered_as_the_contract_says()
    {
        var script = Path.Combine(Checkout.Root, "tests", "fuzz", "fuzz.mjs");
        var said = await Tool.RunAsync(Checkout.Root, "node", script, "--url", service.Address, "--reports", "--requests", "10000");

        output.WriteLine(said);
        Assert.StartsWith("seed ", said, StringComparison.Ordinal);
        TestContext.Current.SendDiagnosticMessage("Contract fuzzer: {0}", said);
    }
}
