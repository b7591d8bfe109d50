using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Features.Substances;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Review;

/// <summary>A reader says that a record is wrong: no account, and nothing is kept of who it was.</summary>
public static class SendReport
{
    public const int LongestText = 2000;
    private const int LongestName = 100;
    private const int LargestBody = 32 * 1024;

    /// <summary>What a reader says is wrong.</summary>
    /// <param name="Jurisdiction">The place.</param>
    /// <param name="Substance">Slug, synonym or CAS number.</param>
    /// <param name="Form">The form, if it is about one.</param>
    /// <param name="Kind">wrong_status, wrong_date, wrong_source, missing or other.</param>
    /// <param name="Text">What is wrong, and how one can see it: 1 to 2000 characters. Only reviewers read it.</param>
    /// <param name="On">The law date that it is about, yyyy-MM-dd.</param>
    public sealed record Request(string Jurisdiction, string Substance, string? Form, string Kind, string Text, string? On);

    /// <summary>A report that came in.</summary>
    /// <param name="Id">Its id in the review queue.</param>
    public sealed record Response(string Id);

    private sealed record Command(string Id, string Jurisdiction, string Substance, string? Form, string Kind, string Text, DateTime? On, DateTime Today, long Most);

    public static async Task<IResult> Handle(
        HttpContext http, NpgsqlDataSource database, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer,
        ReportLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        try
        {
            var (taken, problem) = await TakeAsync(check, await JsonBody.ReadAsync(http, LargestBody), http, database, writer, limits, clock, cancellation);
            http.Response.Headers.CacheControl = "private, no-store";
            return taken is null ? problem!.Result() : Results.Json(taken, ApiJson.Options, statusCode: StatusCodes.Status201Created);
        }
        catch (RefusedException refusal)
        {
            return refusal.Problem.Result();
        }
    }

    /// <summary>Takes a report, whether it came as JSON or by the form of a page; or says why not.</summary>
    public static async Task<(Response? Taken, Problem? Problem)> TakeAsync(
        Check check, JsonObject json, HttpContext http, NpgsqlDataSource database, NpgsqlDataSource writer, ReportLimits limits, TimeProvider clock,
        CancellationToken cancellation)
    {
        var command = Read(check, json, clock.Today());
        if (check.Failed || command is null)
        {
            var mistakes = check.Problem();
            return (null, Problems.Impossible.With(mistakes.Detail, mistakes.Errors));
        }

        var names = await KnownNames.FindAsync(database, cancellation);
        command = command with { Substance = names.SubstanceOf(command.Substance) ?? command.Substance };
        if (await UnknownNamesAsync(database, names, command, cancellation) is { } unknown)
        {
            return (null, unknown);
        }

        return limits.TryTake(http.Connection.RemoteIpAddress) && await SaveAsync(writer, command, cancellation)
            ? (new Response(command.Id), null)
            : (null, TooMany(http, limits));
    }

    // Every mistake of the body is named at once, as its members are called.
    private static Command? Read(Check check, JsonObject json, DateOnly today)
    {
        Write.OnlyKnown(json, "jurisdiction", "substance", "form", "kind", "text", "on");
        var jurisdiction = check.Code("jurisdiction", Member(check, json, "jurisdiction", isRequired: true));
        var substance = Member(check, json, "substance", isRequired: true);
        if (substance?.Length > LongestName)
        {
            check.Refuse("substance", $"Give a slug, synonym or CAS number of at most {LongestName} characters.");
        }

        var form = check.Slug("form", Member(check, json, "form"));
        var kind = check.Term("kind", Member(check, json, "kind", isRequired: true), ReviewTerms.ReportKinds);
        var on = check.Day("on", Member(check, json, "on"));
        var text = Member(check, json, "text", isRequired: true)?.ReplaceLineEndings("\n").Trim();
        if (text is not null && Write.MistakeIn(text, LongestText) is { } mistake)
        {
            check.Refuse("text", mistake);
        }

        return jurisdiction is null || substance is null || kind is null || text is null
            ? null
            : new Command("itm_" + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz234567", 16), jurisdiction, substance, form, kind, text,
                on?.ToDateTime(TimeOnly.MinValue), today.ToDateTime(TimeOnly.MinValue), ReportLimits.MostOfAll);
    }

    private static string? Member(Check check, JsonObject json, string name, bool isRequired = false)
    {
        var said = json[name];
        if (said?.GetValueKind() == JsonValueKind.String && said.GetValue<string>() is { Length: > 0 } text)
        {
            return text;
        }

        if (said is not null || isRequired)
        {
            check.Refuse(name, "Give a text that is not empty.");
        }

        return null;
    }

    private static async Task<Problem?> UnknownNamesAsync(
        NpgsqlDataSource database, KnownNames names, Command command, CancellationToken cancellation)
    {
        var wrong = new List<(string Member, Problem? Problem)>
        {
            ("jurisdiction", names.ProblemWith("jurisdiction", command.Jurisdiction)),
            ("substance", names.ProblemWith("substance", command.Substance)),
        };
        if (command.Form is not null && wrong[1].Problem is null)
        {
            wrong.Add(("form", await UnknownFormAsync(database, command.Substance, command.Form, cancellation)));
        }

        wrong.RemoveAll(each => each.Problem is null);
        return wrong.Count == 0 ? null : Problems.Impossible.With(
            string.Join(" ", wrong.Select(each => $"{each.Member}: {each.Problem!.Detail}")),
            [.. wrong.Select(each => new ParameterError(each.Member, each.Problem!.Detail))],
            [.. wrong.SelectMany(each => each.Problem!.Suggestions ?? [])]);
    }

    private static async Task<Problem?> UnknownFormAsync(NpgsqlDataSource database, string substance, string form, CancellationToken cancellation)
    {
        var found = await FetchSubstances.FindAsync(database, new AskedRevision(null, null), substance, null, 1, cancellation);
        var forms = found?.Said.SelectMany(each => each.Forms).Select(each => each.Slug).ToList() ?? [];
        var suggestions = Nearest.To(form, forms);
        return forms.Contains(form, StringComparer.Ordinal)
            ? null
            : Problems.UnknownRecord.With($"{substance} has no form '{form}'.{Nearest.Ask(suggestions)} See /v1/substances/{substance}.", suggestions: suggestions);
    }

    /// <summary>False: as many as are taken on one day have come in.</summary>
    private static Task<bool> SaveAsync(NpgsqlDataSource writer, Command command, CancellationToken cancellation) => writer.WriteAsync(async connection =>
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteScalarAsync<string>(new CommandDefinition(SqlFile.Beside(typeof(SendReport), "HoldReports"), cancellationToken: cancellation));
        var saved = await connection.ExecuteAsync(new CommandDefinition(
            SqlFile.Beside(typeof(SendReport), nameof(SendReport)), command, cancellationToken: cancellation));
        await transaction.CommitAsync(cancellation);
        return saved == 1;
    }, cancellation);

    private static Problem TooMany(HttpContext http, ReportLimits limits)
    {
        http.Response.Headers.RetryAfter = $"{Math.Ceiling(limits.UntilTomorrow().TotalSeconds):0}";
        return Problems.TooManyRequests.With(
            $"At most {ReportLimits.MostOfOneClient} reports a day from one client, and {ReportLimits.MostOfAll} from all. Try again tomorrow (UTC).");
    }
}
