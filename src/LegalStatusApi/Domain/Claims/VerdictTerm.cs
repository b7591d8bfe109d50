namespace LegalStatusApi.Domain.Claims;

// What the check of a claim says; what each means is in Vocabulary.

public static class VerdictTerm
{
    public const string Supported = "supported";
    public const string Overstated = "overstated";
    public const string TrueOnlyOfForm = "true_only_of_form";
    public const string TrueOnlyLater = "true_only_later";
    public const string NoLongerTrue = "no_longer_true";
    public const string Contradicted = "contradicted";
    public const string CannotSay = "cannot_say";
}
