namespace LegalStatusApi.Features.Explorer;

/// <summary>What the service covers, in the order in which pages show it; a test holds it equal to the data set.</summary>
public static class Covered
{
    /// <summary>The substances, by slug.</summary>
    public static readonly IReadOnlyList<string> Substances = ["psilocybin", "lsd", "ketamine"];

    /// <summary>A substance or form, by its slug, as it stands in a sentence.</summary>
    public static string NameOf(string subject) => Subjects.FirstOrDefault(each => each.Subject == subject).Name ?? subject;

    /// <summary>What a map can be of: a substance, or a form of one as <c>psilocybin/mushrooms</c>.</summary>
    public static readonly IReadOnlyList<(string Subject, string Name)> Subjects =
    [
        ("psilocybin", "psilocybin"), ("psilocybin/mushrooms", "psilocybin mushrooms"), ("psilocybin/truffles", "psilocybin truffles"),
        ("psilocybin/spores", "psilocybin mushroom spores"), ("lsd", "LSD"), ("ketamine", "ketamine"), ("ketamine/esketamine", "esketamine"),
    ];
}
