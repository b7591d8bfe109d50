using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Claims;

/// <summary>
/// Claims on the data set itself, each worked by reading the records in sql/seed: WorkedCases.txt. A line says: the claim, and of
/// which activity, where it names one; the place and the substance with its form; the law day; the verdict; and what in the
/// records decides.
/// </summary>
public static class WorkedCases
{
    public static TheoryData<string> Lines =>
        [.. File.ReadAllLines(Path.Combine(Checkout.Root, "tests", "LegalStatusApi.Tests", "Features", "Claims", "WorkedCases.txt"))];
}
