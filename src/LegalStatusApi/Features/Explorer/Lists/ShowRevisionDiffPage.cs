using LegalStatusApi.Features.Revisions;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Explorer.Lists;

/// <summary>What lies between two revisions, record by record.</summary>
public static class ShowRevisionDiffPage
{
    private const string Shown = "200";

    /// <param name="Number">Number of the later revision.</param>
    /// <param name="From">Number of the earlier one; the one before where absent or empty.</param>
    /// <param name="Cursor">Where the part before ended.</param>
    public sealed record Request([FromRoute] string Number, [FromQuery] string? From, [FromQuery] string? Cursor);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        if (DiffRevisions.Leading(request.Number) is { } number)
        {
            return Answer.CanonicalAt(http.Request, PathOf(number));
        }

        var asked = new DiffRevisions.Request(
            request.Number, PageQuestion.NullIfEmpty(request.From), Shown, PageQuestion.NullIfEmpty(request.Cursor));
        var (found, problem) = await DiffRevisions.FindPageAsync(Check.OfForm(http), asked, http, database, clock, cancellation);
        return found is null ? problem!.Result() : await Page.Of<RevisionDiffPage>(http, found, found.Later.RecordedAt);
    }

    public static string PathOf(string number) => $"/revisions/{number}/diff";
}
