using System.CommandLine;
using System.CommandLine.Parsing;
using LegalStatusApi.Dataset;

namespace LegalStatusApi.Commands;

/// <summary>The words of <c>changesets</c>: a maintainer's work on a running service, by key.</summary>
public static class ChangeSetsCommand
{
    public static Command Of()
    {
        var server = new Option<Uri>("--server")
        {
            Description = "The service; http://127.0.0.1:5080 where absent.", DefaultValueFactory = _ => new Uri(Settings.DefaultUrl), CustomParser = ServerOf, Recursive = true,
        };
        var id = new Argument<string>("id") { Description = "The id of the change set, chs_…" };
        var command = new Command("changesets", "Propose, review and publish on a running service; the key is in LEGAL_STATUS_KEY.") { server };

        var list = new Command("list", "List change sets, newest first.");
        list.SetAction((parsed, cancellation) => ChangeSetsClient.ListAsync(parsed.GetRequiredValue(server), cancellation));
        var diff = new Command("diff", "Show what a set would change, and which answers for which days.") { id };
        diff.SetAction((parsed, cancellation) => ChangeSetsClient.DiffAsync(parsed.GetRequiredValue(server), parsed.GetRequiredValue(id), cancellation));

        var folder = new Argument<DirectoryInfo>("folder") { Description = "The folder of the data set's text, as export wrote it and you changed it." };
        var title = new Option<string>("--title") { Description = "What it is about.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why; becomes the reason of the revision.", Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only report what it would change." };
        var kind = new Option<string?>("--kind") { Description = "Of records that are there already: law_changed, corrected or reverified." };
        var baseRevision = new Option<long?>("--base")
        {
            Description = $"The revision that the text was made from. Needed where it has no {ExportedFrom.FileName}, which says so.", HelpName = "revision",
        };
        var import = new Command("import", "Open a set of what differs from the revision that the text was exported from.") { folder, title, reason, kind, baseRevision, dryRun };
        import.SetAction((parsed, cancellation) => ChangeSetsClient.ImportAsync(parsed.GetRequiredValue(server), new ChangeSetsClient.Proposed(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(title), parsed.GetRequiredValue(reason), parsed.GetValue(kind),
            parsed.GetValue(baseRevision), parsed.GetValue(dryRun)), cancellation));

        var hash = new Option<string>("--hash") { Description = "The hash of the diff that you saw.", Required = true };
        var approve = new Command("approve", "Approve the diff that you saw.") { id, hash };
        approve.SetAction((parsed, cancellation) => ChangeSetsClient.MoveAsync(parsed.GetRequiredValue(server), parsed.GetRequiredValue(id), "approve",
            new { hash = parsed.GetRequiredValue(hash) }, cancellation));
        var why = new Option<string>("--reason") { Description = "Why.", Required = true };
        var reject = new Command("reject", "Reject a set, with a reason.") { id, why };
        reject.SetAction((parsed, cancellation) => ChangeSetsClient.MoveAsync(parsed.GetRequiredValue(server), parsed.GetRequiredValue(id), "reject",
            new { reason = parsed.GetRequiredValue(why) }, cancellation));
        foreach (var each in new[] { list, diff, import, approve, reject })
        {
            command.Subcommands.Add(each);
        }

        foreach (var (name, description) in new[] { ("submit", "Ask for a set's review."), ("withdraw", "Withdraw a set; its author may."), ("publish", "Publish an approved set as a new revision.") })
        {
            var move = new Command(name, description) { id };
            move.SetAction((parsed, cancellation) =>
                ChangeSetsClient.MoveAsync(parsed.GetRequiredValue(server), parsed.GetRequiredValue(id), name, null, cancellation));
            command.Subcommands.Add(move);
        }

        return command;
    }

    private static Uri? ServerOf(ArgumentResult given)
    {
        if (Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var server) && (server.Scheme is "http" or "https"))
        {
            return server;
        }

        given.AddError($"'{given.Tokens[0].Value}' is not the address of a service, such as {Settings.DefaultUrl}.");
        return null;
    }
}
