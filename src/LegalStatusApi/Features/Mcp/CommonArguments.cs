namespace LegalStatusApi.Features.Mcp;

/// <summary>Arguments that several tools take.</summary>
public static class CommonArguments
{
    public static readonly ToolArgument Jurisdiction = new("jurisdiction",
        "Code of the place: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CO), those and a slug for a city or county (US-CO-denver), UN or EU.", IsNeeded: true);

    public static readonly ToolArgument Substance = new("substance", "psilocybin, lsd or ketamine; a synonym or a CAS number will do.", IsNeeded: true);

    public static readonly ToolArgument On = new("on", "Law date, yyyy-MM-dd, 1800-01-01 to 2199-12-31; today (UTC) where absent.", Format: "date");

    public static readonly ToolArgument Form = new("form",
        "Form of the substance: mushrooms, truffles or spores of psilocybin, esketamine of ketamine; the substance itself where absent.");

    public static readonly ToolArgument Revision = new("revision", "Revision of the record, as an earlier answer named it; the latest where absent.", IsNumber: true);
}
