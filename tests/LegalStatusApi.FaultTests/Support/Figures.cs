using System.Globalization;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.FaultTests.Support;

/// <summary>What a test saw, for the table of `make faults`; and how much it does, in a short run and in a long one.</summary>
public static class Figures
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "artifacts", "faults");

    /// <summary>A long run is asked for by LEGAL_STATUS_FAULTS=long.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("LEGAL_STATUS_FAULTS") == "long";

    public static int Many(int few, int many) => IsLong ? many : few;

    /// <summary>Noted under the test's name, so that the table can tell it beside the verdict.</summary>
    public static void Saw(FormattableString said)
    {
        var text = said.ToString(CultureInfo.InvariantCulture);
        TestContext.Current.TestOutputHelper?.WriteLine(text);
        Directory.CreateDirectory(Folder);
        File.AppendAllText(Path.Combine(Folder, $"{TestContext.Current.Test!.TestDisplayName.Replace('/', '_')}.txt"), text + "\n");
    }
}
