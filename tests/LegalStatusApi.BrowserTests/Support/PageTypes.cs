namespace LegalStatusApi.BrowserTests.Support;

/// <summary>One address of every type of page, by the name that tests and screenshots call it.</summary>
public static class PageTypes
{
    private static readonly Dictionary<string, (string Path, int Status)> All = new(StringComparer.Ordinal)
    {
        ["front"] = ("/", 200),
        ["front-region"] = ("/?substance=psilocybin%2Fmushrooms&region=US&on=2020-01-01", 200),
        ["embed"] = ("/embed/psilocybin?region=Europe", 200),
        ["places"] = ("/places", 200),
        ["place"] = ("/places/US-CO-denver", 200),
        ["country"] = ("/places/US", 200),
        ["answer"] = ("/places/US-CO-denver/psilocybin?form=mushrooms&on=2024-01-01", 200),
        ["answer-today"] = ("/places/DE/ketamine", 200),
        ["answer-ahead"] = ("/places/DE/ketamine?on=2030-01-01", 200),
        ["answer-corrected"] = ("/places/DE/lsd?on=2024-01-01&revision=1", 200),
        ["substance"] = ("/substances/psilocybin", 200),
        ["compare"] = ("/compare", 200),
        ["compared"] = ("/compare?jurisdiction=DE,NL,PT,US-CO,US-CO-denver&substance=&on=2018-01-01&on2=2024-01-01", 200),
        ["changes"] = ("/changes?kind=law", 200),
        ["pending"] = ("/pending", 200),
        ["coverage"] = ("/coverage", 200),
        ["revisions-apart"] = ("/revisions/2/diff", 200),
        ["sources"] = ("/sources", 200),
        ["source"] = ("/sources/de-btmg", 200),
        ["search"] = ("/search?q=ketamine+in+Georgia", 200),
        ["search-without-hits"] = ("/search?q=qqzzxxjj", 200),
        ["vocabulary"] = ("/vocabulary", 200),
        ["about"] = ("/about", 200),
        ["privacy"] = ("/privacy", 200),
        ["api"] = ("/api", 200),
        ["report"] = ("/report?about=%2Fplaces%2FDE%2Flsd%3Fon%3D2024-01-01", 200),
        ["problems"] = ("/problems", 200),
        ["problem"] = ("/problems/unknown-jurisdiction", 200),
        ["not-found"] = ("/places/US-ZZ", 404),
        ["nowhere"] = ("/nowhere", 404),
        ["several-so-called"] = ("/compare?jurisdiction=Germany,Georgia&substance=lsd&on=2024-01-01", 400),
        ["businesses-only"] = ("/places/US-OR-keizer", 200),
        ["search-not-understood"] = ("/search?q=ketamine+in+Atlantis", 200),
        ["refused"] = ("/places/US-CO?on=yesterday&color=red", 400),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>A map in a frame of another site stands for itself: it has nothing of the site around it.</summary>
    public static TheoryData<string> OfTheSite => [.. All.Keys.Where(name => name != "embed")];

    public static string PathOf(string name) => All[name].Path;

    public static int StatusOf(string name) => All[name].Status;
}
