namespace LegalStatusApi.Features.Records;

/// <summary>The one line that every reuse of an answer must carry.</summary>
public static class Notices
{
    public static string LawOn(DateOnly day) => $"Information, not legal or medical advice; law on {day:yyyy-MM-dd}.";
}
