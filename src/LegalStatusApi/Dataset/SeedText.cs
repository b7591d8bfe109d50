namespace LegalStatusApi.Dataset;

/// <summary>What a data set in YAML says, or what is wrong with it: there are never rows beside mistakes.</summary>
public sealed record SeedText(IReadOnlyList<Row> Rows, IReadOnlyList<Mistake> Mistakes);

/// <summary>One thing in the text that must be mended before it can become a revision.</summary>
/// <param name="File">Relative to the data set's folder, with '/'.</param>
/// <param name="Line">From 1; 0 where the file itself is the mistake.</param>
/// <param name="Field">Such as <c>classifications[2].citations[0].source</c>; empty where no field is meant.</param>
/// <param name="Message">For the lawyer who wrote it.</param>
public sealed record Mistake(string File, int Line, string Field, string Message)
{
    public override string ToString() =>
        Field.Length == 0 ? $"{File}:{Line}: {Message}" : $"{File}:{Line}: {Field}: {Message}";
}
