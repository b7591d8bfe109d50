using System.Text.Json;
using System.Text.Json.Nodes;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Permalinks;

/// <summary>Does what somebody printed still stand? Up to 200 permalinks at once.</summary>
public static class CheckPermalinks
{
    private const int MostPermalinks = 200;
    private const int MostRevisions = 20;
    private const int LargestBody = 64 * 1024;

    /// <summary>The permalinks, in the order in which they were sent.</summary>
    /// <param name="Revision">The latest revision, with which they are compared.</param>
    /// <param name="Today">The day with which the law is compared (UTC).</param>
    /// <param name="Items">One for each: an answer, or a problem in its place.</param>
    public sealed record Response(long Revision, string Today, IReadOnlyList<PermalinkItem> Items);

    /// <summary>One permalink.</summary>
    /// <param name="Asked">The permalink as it was sent.</param>
    /// <param name="Answer">What became of the answer.</param>
    /// <param name="Problem">Why it cannot be told.</param>
    public sealed record PermalinkItem(string Asked, PrintedResponse? Answer, Problem? Problem);

    private sealed record Sent(string Text, PrintedAddress? Address, Problem? Problem);

    private sealed record Compared(Sent Sent, Printed? Printed, Problem? Problem);

    public static async Task<IResult> Handle(HttpContext http, StackCache stacks, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        try
        {
            var json = await JsonBody.ReadAsync(http, LargestBody);
            JsonBody.OnlyKnown(json, "permalinks");
            var today = clock.Today();
            var sent = JsonBody.List(json, "permalinks", MostPermalinks).Select(permalink => Read(http, permalink, today)).ToList();
            var revisions = sent.Select(each => each.Address?.Revision).OfType<long>().Distinct().Count();
            return revisions > MostRevisions
                ? throw JsonBody.Impossible("permalinks", $"They name {revisions} revisions; at most {MostRevisions} at once. Send them in parts, sorted by revision.")
                : await AnswerAsync(http, sent, today, stacks, cancellation);
        }
        catch (RefusedException refusal)
        {
            return refusal.Problem.Result();
        }
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http, List<Sent> sent, DateOnly today, StackCache stacks, CancellationToken cancellation)
    {
        var addresses = sent.Select(each => each.Address).OfType<PrintedAddress>().ToList();
        var latest = new AskedRevision(null, null);
        // Where no permalink can be read, the latest revision is asked for all the same.
        var now = await StacksAsync(stacks, addresses.Count > 0 ? addresses : [new PrintedAddress("UN", "lsd", null, today, 1)], latest, cancellation);
        if (now.Count == 0)
        {
            return latest.NoSuchRevision().Result();
        }

        var then = new Dictionary<long, Dictionary<(string, string), FetchStacks.Found>>();
        foreach (var group in addresses.GroupBy(address => address.Revision))
        {
            then[group.Key] = await StacksAsync(stacks, [.. group], new AskedRevision(group.Key, null), cancellation);
        }

        var revision = now.First().Value.Revision.Number;
        var compared = sent.Select(each => Compare(each, then, now, today)).ToList();
        var changes = await ChangesAsync(stacks, compared, revision, cancellation);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new Response(revision, today.ToString("yyyy-MM-dd"), [.. compared.Select(each => Item(each, changes, today, revision))]), ApiJson.Options);
    }

    private static async Task<Dictionary<(string, string), FetchStacks.Found>> StacksAsync(
        StackCache stacks, IReadOnlyList<PrintedAddress> addresses, AskedRevision asked, CancellationToken cancellation)
    {
        var pairs = addresses.Select(address => (address.Jurisdiction, address.Substance)).Distinct().ToList();
        var found = await stacks.FindAsync(pairs, asked, cancellation);
        return found.ToDictionary(each => (each.Jurisdiction, each.Substance));
    }

    private static Compared Compare(
        Sent sent, Dictionary<long, Dictionary<(string, string), FetchStacks.Found>> then, Dictionary<(string, string), FetchStacks.Found> now, DateOnly today)
    {
        if (sent.Address is not { } address)
        {
            return new Compared(sent, null, sent.Problem);
        }

        var key = (address.Jurisdiction, address.Substance);
        if (!then[address.Revision].TryGetValue(key, out var before))
        {
            return new Compared(sent, null, new AskedRevision(address.Revision, null).NoSuchRevision());
        }

        if (before.Stack is not { } stack)
        {
            var (name, typed) = before.PlaceIsKnown ? ("substance", address.Substance) : ("jurisdiction", address.Jurisdiction);
            return new Compared(sent, null, Wrong(name, $"Revision {address.Revision} has no {name} '{Check.Shown(typed)}'."));
        }

        var (form, problem) = OneStack.FormOf(stack.Substance, address.Form);
        return problem is not null
            ? new Compared(sent, null, problem)
            : new Compared(sent, Printed.Of(stack, now[key].Stack, form, address.On, today), null);
    }

    private static async Task<ILookup<(long, string), RecordChange>> ChangesAsync(
        StackCache stacks, List<Compared> compared, long revision, CancellationToken cancellation)
    {
        var asked = compared.Where(each => each.Printed is not null)
            .SelectMany(each => each.Printed!.Records.Select(record => (Printed: each.Sent.Address!.Revision, Record: record))).Distinct().ToList();
        if (asked.Count == 0)
        {
            return Array.Empty<RecordChange>().ToLookup(change => (change.Printed, change.Classification));
        }

        var parameters = new { Classifications = asked.Select(each => each.Record).ToArray(), Printed = asked.Select(each => each.Printed).ToArray(), Revision = revision };
        var changes = await stacks.Database.ReadAsync(connection => connection.QueryJsonAsync<RecordChange>(
            SqlFile.Beside(typeof(CheckPermalinks), "FetchChangesSince"), parameters, cancellation), cancellation);
        return changes.ToLookup(change => (change.Printed, change.Classification));
    }

    private static PermalinkItem Item(Compared compared, ILookup<(long, string), RecordChange> changes, DateOnly today, long revision) => new(
        JsonBody.Echo(compared.Sent.Text),
        compared.Printed is { } printed
            ? PrintedResponse.Of(compared.Sent.Address!, printed, printed.Records.SelectMany(record => changes[(compared.Sent.Address!.Revision, record)]), today, revision)
            : null,
        compared.Problem);

    private static Sent Read(HttpContext http, JsonNode? permalink, DateOnly today)
    {
        if (permalink is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
        {
            return new Sent("", null, Problems.InvalidParameters.With("A permalink is a text."));
        }

        // What the address itself was given has been checked; each permalink keeps its own mistakes.
        var check = Check.Of(http);
        var address = PrintedAddress.Read(check, value.GetValue<string>(), today);
        return new Sent(value.GetValue<string>(), address, address is null ? check.Problem() : null);
    }

    private static Problem Wrong(string parameter, string detail) =>
        Problems.InvalidParameters.With($"{parameter}: {detail}", [new ParameterError(parameter, detail)]);
}
