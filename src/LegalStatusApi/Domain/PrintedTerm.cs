namespace LegalStatusApi.Domain;

// What became of an answer that somebody printed; what each means is in Vocabulary.

public static class PrintedTerm
{
    public const string Corrected = "corrected";
    public const string LawChanged = "law_changed";
    public const string Annotated = "annotated";
    public const string Unchanged = "unchanged";
}
