namespace LegalStatusApi.Tests.Support;

/// <summary>Where the project's own files are, found by walking up to the solution.</summary>
public static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Seed { get; } = Path.Combine(Root, "sql", "seed");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LegalStatusApi.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run inside the checkout.");
    }
}
