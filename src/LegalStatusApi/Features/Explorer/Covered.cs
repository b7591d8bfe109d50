namespace LegalStatusApi.Features.Explorer;

/// <summary>The substances that the service covers, by slug, in the order in which pages show them; a test holds them equal to the data set.</summary>
public static class Covered
{
    public static readonly IReadOnlyList<string> Substances = ["psilocybin", "lsd", "ketamine"];
}
