// The ten main calls through a client that is generated from the contract; what came is written as JSON.
using System.Net;
using System.Text.Json;
using LegalStatus.Client;

var origin = new Uri(args[0]);
using var http = new HttpClient { BaseAddress = origin };
using var rewritten = new HttpClient(new WithNewWord()) { BaseAddress = origin };
var api = new LegalStatusClient(http);
var later = new LegalStatusClient(rewritten);
var day = new DateOnly(2024, 1, 1);

var status = await api.LookUpStatusAsync("US-CO-denver", "psilocybin", on: day, form: "mushrooms");
var compared = await api.CompareStatusesAsync("US,NL", "lsd,ketamine", on: day);
var history = await api.ShowHistoryAsync("US", "lsd");
var claims = await api.CheckClaimsAsync(new Body { Claims = [new Claims { Jurisdiction = "GB", Substance = "ketamine", Claim = "Class A", On = day }] });
var access = await api.ListAccessAsync("ketamine", limit: 5);
var thresholds = await api.ListThresholdsAsync("lsd", limit: 5);
var found = await api.SearchNamesAsync("holand");
var changes = await api.ListChangesAsync(substance: "lsd", limit: 500);
var pending = await api.ListPendingAsync(limit: 5);

var told = changes;
while (CursorOf(told.Next) is { } next)
{
    told = await api.ListChangesAsync(substance: "lsd", limit: 500, cursor: next);
}

var nothingNew = await api.ListChangesAsync(substance: "lsd", limit: 500, since: told.Since);

var keys = new HashSet<string>();
string? cursor = null;
do
{
    var part = await api.ListClassificationsAsync(substance: "lsd", limit: 100, cursor: cursor);
    keys.UnionWith(part.Items.Select(item => item.Key));
    cursor = CursorOf(part.Next);
}
while (cursor is not null);

var tomorrow = await later.LookUpStatusAsync("US", "lsd", on: day);
string? problem = null;
try
{
    await api.LookUpStatusAsync("XX", "lsd");
}
catch (LegalStatusException<Problem> refused)
{
    problem = refused.Result.Type;
}

Console.WriteLine(JsonSerializer.Serialize(new
{
    status = status.Headline.Status, from = status.Headline.From, say = status.Wording.Say,
    compared = compared.Items.Count, history = history.Histories.Count, verdict = claims.Items.First().Answer?.Verdict,
    access = access.Items.Count, thresholds = thresholds.Items.Count, found = found.Items.First().Jurisdiction,
    changes = changes.Items.Count, since = nothingNew.Items.Count, pending = pending.Items.Count,
    listed = keys.Count, tomorrow = tomorrow.Headline.Status, problem,
}));

static string? CursorOf(string? next) =>
    next?.Split('?', '&').SingleOrDefault(part => part.StartsWith("cursor=", StringComparison.Ordinal)) is { } found ? WebUtility.UrlDecode(found[7..]) : null;

// As if the service had a status more: the answer as it is, with another word in it.
internal sealed class WithNewWord() : DelegatingHandler(new HttpClientHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        answer.Content = new StringContent(text.Replace("\"status\":\"prohibited\"", "\"status\":\"a_word_of_tomorrow\"", StringComparison.Ordinal));
        return answer;
    }
}
