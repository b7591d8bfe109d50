using LegalStatusApi.Dataset.Reading;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>What a record says of an act does not contradict its own status (CODEBOOK.md, Activities).</summary>
internal static class ActivityRules
{
    private const string Crime = "criminal_offense";

    public static void Check(Draft draft)
    {
        foreach (var (row, record) in draft.Classifications.Where(each => each.Row.Activities is not null))
        {
            if (MistakeIn(row.Status, row.Activities!.GetValueOrDefault("possession")) is { } mistake)
            {
                record.At.Say("activities", mistake);
            }
        }
    }

    private static string? MistakeIn(string status, string? possession) => (status, possession) switch
    {
        (StatusTerm.Prohibited, "permitted" or "unregulated" or "civil_offense") =>
            $"prohibited, and possession {possession}: where possession for oneself is by law no crime, the status is decriminalized.",
        (StatusTerm.Decriminalized, Crime) =>
            "decriminalized, and possession criminal_offense: a crime that is not prosecuted or punished less is a threshold.",
        (StatusTerm.Deprioritized, { } other) when other != "low_priority" && other != Crime =>
            $"deprioritized, and possession {other}: it is low_priority, and the crime remains.",
        (StatusTerm.Legal or StatusTerm.Uncontrolled, Crime or "civil_offense") =>
            $"{status}, and possession {possession}.",
        _ => null,
    };
}
