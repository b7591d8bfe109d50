using System.Text.Json;
using System.Text.Json.Nodes;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Claims;

/// <summary>Up to 200 claims at once, each answered or refused in its place.</summary>
public static class CheckClaims
{
    private const int MostClaims = 200;
    private const int LargestBody = 64 * 1024;
    private static readonly string[] Members = ["jurisdiction", "substance", "claim", "activity", "form", "on"];

    /// <summary>The claims, in the order in which they were sent.</summary>
    /// <param name="Revision">The revision of the record that decides them all.</param>
    /// <param name="Items">One for each: an answer, or a problem in its place.</param>
    public sealed record Response(long Revision, IReadOnlyList<ClaimItem> Items);

    /// <summary>One claim.</summary>
    /// <param name="Jurisdiction">The place, as sent.</param>
    /// <param name="Substance">The substance, as sent.</param>
    /// <param name="Claim">The word or class, as sent.</param>
    /// <param name="Answer">The same as for this claim alone.</param>
    /// <param name="Problem">Why there is no answer for this claim.</param>
    public sealed record ClaimItem(string? Jurisdiction, string? Substance, string? Claim, ClaimResponse? Answer, Problem? Problem);

    private sealed record Sent(JsonObject? Json, ClaimQuestion? Question, Problem? Problem);

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
            JsonBody.OnlyKnown(json, "claims", "revision", "asOf");
            var claims = JsonBody.List(json, "claims", MostClaims);
            var asked = AskedRevision.Read(check, clock, Text(check, json, "revision"), Text(check, json, "asOf"));
            if (check.Failed)
            {
                var mistakes = check.Problem();
                return Problems.Impossible.With(mistakes.Detail, mistakes.Errors).Result();
            }

            var sent = claims.Select(claim => Read(http, clock, claim, asked)).ToList();
            return await AnswerAsync(http, sent, asked, stacks, cancellation);
        }
        catch (RefusedException refusal)
        {
            return refusal.Problem.Result();
        }
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http, List<Sent> sent, AskedRevision asked, StackCache stacks, CancellationToken cancellation)
    {
        var questions = sent.Select(each => each.Question).OfType<ClaimQuestion>().ToList();
        var pairs = questions.Select(question => (question.Jurisdiction, question.Substance)).Distinct().ToList();
        // Where no claim can be read, the revision is asked for all the same.
        var known = await KnownStacks.FindAsync(stacks, pairs.Count > 0 ? pairs : [("UN", "lsd")], asked, cancellation);
        if (known.Found.Count == 0)
        {
            return asked.NoSuchRevision().Result();
        }

        var found = pairs.Zip(known.Found).ToDictionary(pair => pair.First, pair => pair.Second);
        var items = sent.Select(each => Item(each, each.Question is { } question ? Answer(question, known, found[(question.Jurisdiction, question.Substance)]) : (null, each.Problem)));
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new Response(known.Revision.Number, [.. items]), ApiJson.Options);
    }

    private static (ClaimResponse? Answer, Problem? Problem) Answer(ClaimQuestion question, KnownStacks known, FetchStacks.Found found)
    {
        if (found.Stack is not { } stack)
        {
            return (null, Problem([.. known.Unknown(found, "jurisdiction", "substance")]));
        }

        var (answer, errors) = question.AnswerFrom(stack);
        return (answer, answer is null ? Problem(errors) : null);
    }

    private static ClaimItem Item(Sent sent, (ClaimResponse? Answer, Problem? Problem) said)
    {
        string? Said(string name) => sent.Json?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? JsonBody.Echo(value.GetValue<string>()) : null;

        return new ClaimItem(Said("jurisdiction"), Said("substance"), Said("claim"), said.Answer, said.Problem);
    }

    private static Sent Read(HttpContext http, TimeProvider clock, JsonNode? claim, AskedRevision asked)
    {
        if (claim is not JsonObject json)
        {
            return new Sent(null, null, Problems.InvalidParameters.With("A claim is an object."));
        }

        // What the address itself was given has been checked; each claim keeps its own mistakes.
        var check = Check.Of(http);
        foreach (var unknown in JsonBody.UnknownOf(json, Members))
        {
            check.Refuse(Check.Shown(unknown.Parameter), unknown.Detail);
        }

        var day = check.Day("on", Text(check, json, "on"));
        var today = clock.Today();
        var status = new StatusQuestion(day ?? today, day is not null, Text(check, json, "form"), asked, today);
        var question = ClaimQuestion.Read(check, Text(check, json, "jurisdiction"), Text(check, json, "substance"), Text(check, json, "claim"), Text(check, json, "activity"), status);
        return new Sent(json, question, question is null ? check.Problem() : null);
    }

    // A revision may be written as a number.
    private static string? Text(Check check, JsonObject json, string name)
    {
        switch (json[name])
        {
            case null:
                return null;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text && !text.Any(char.IsControl):
                return text;
            case JsonValue value when name == "revision" && value.GetValueKind() == JsonValueKind.Number:
                return value.ToJsonString();
            default:
                check.Refuse(name, "Give a text that is not empty, without control characters.");
                return null;
        }
    }

    private static Problem Problem(IReadOnlyList<ParameterError> errors) =>
        Problems.InvalidParameters.With(string.Join(" ", errors.Select(error => $"{error.Parameter}: {error.Detail}")), errors);
}
