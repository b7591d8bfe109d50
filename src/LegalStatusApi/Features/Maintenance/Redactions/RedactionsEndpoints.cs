using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Cors;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Redactions;

/// <summary>Two maintainers take a free text out of the record and its history; everybody sees that they did, and why.</summary>
public static class RedactionsEndpoints
{
    public static void MapRedactions(this IEndpointRouteBuilder app)
    {
        var redactions = app.MapGroup("/v1/redactions").WithTags("Redactions");
        redactions.MapGet("", ListRedactions.Handle)
            .WithName("ListRedactions")
            .WithSummary("Which texts were redacted, when, by whom and why? Newest first")
            .WithDescription("Such a text says `[redacted]` in every revision (thresholds and conditions are absent); everything else is as it was published, and the hash chain still verifies.")
            .Produces<ListResponse<RedactionResponse>>();
        var work = redactions.MapGroup("").WithMetadata(new DisableCorsAttribute()).RequireAuthorization(Scopes.Admin);
        work.MapPost("", (HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer) =>
                Writes.RunAsync(http, writer, AskRedaction.AskAsync))
            .WithName("AskRedaction")
            .WithSummary("Ask for a free text to be redacted; somebody else confirms it")
            .WithDescription("Names a row, or a revision with the relation `revision`, by what recorded it. The reason becomes public: do not repeat the text in it.")
            .Produces<RedactionRequestResponse>(StatusCodes.Status201Created);
        work.MapPost("/{id}/confirm", Run(ConfirmRedaction.ConfirmAsync))
            .WithName("ConfirmRedaction")
            .WithSummary("Redact what another maintainer asked for")
            .WithDescription("It cannot be taken back. The text is gone from every version of the record that says it, from change sets, audit and kept answers; copies that were taken away before still have it.")
            .Produces<RedactionRequestResponse>();
        work.MapDelete("/{id}", Run(WithdrawRedaction.WithdrawAsync))
            .WithName("WithdrawRedaction")
            .WithSummary("Withdraw what nobody has confirmed yet")
            .WithDescription("By whoever asked for it, or by anybody else who may confirm it.")
            .Produces<RedactionRequestResponse>();
    }

    private static Func<HttpContext, NpgsqlDataSource, string, Task<IResult>> Run(Func<Write, string, Task<Written>> work)
    {
        Task<IResult> Handle(HttpContext http, [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, string id) =>
            Writes.RunAsync(http, writer, write => work(write, id));
        return Handle;
    }
}
