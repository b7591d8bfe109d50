using System.CommandLine;

namespace LegalStatusApi.Commands;

/// <summary>The words of <c>keys</c>.</summary>
public static class KeysCommand
{
    public static Command Of(string[] settings)
    {
        var name = new Option<string>("--name") { Description = "The maintainer, as public pages show them.", Required = true };
        var scopes = new Option<string>("--scopes") { Description = "propose, review, publish, admin; separated by commas.", Required = true };
        var expires = new Option<string>("--expires") { Description = "The day on which it ceases to be valid, yyyy-MM-dd.", Required = true };
        var create = new Command("create", "Make a key. It is shown once, on standard output.") { name, scopes, expires };
        create.SetAction((parsed, cancellation) => Keys.CreateAsync(settings,
            parsed.GetRequiredValue(name), parsed.GetRequiredValue(scopes), parsed.GetRequiredValue(expires), cancellation));

        var list = new Command("list", "List all keys: whose, what for, until when, last used when.");
        list.SetAction((_, cancellation) => Keys.ListAsync(settings, cancellation));

        var id = new Argument<string>("key") { Description = "The id of the key, as `keys list` shows it." };
        var until = new Option<string?>("--expires") { Description = "The day on which the new key ceases to be valid, yyyy-MM-dd; that of the old one where absent." };
        var rotate = new Command("rotate", "Make another key like this one, and revoke this one.") { id, until };
        rotate.SetAction((parsed, cancellation) => Keys.RotateAsync(settings, parsed.GetRequiredValue(id), parsed.GetValue(until), cancellation));
        var revoke = new Command("revoke", "Revoke a key: it works nowhere from now on.") { id };
        revoke.SetAction((parsed, cancellation) => Keys.RevokeAsync(settings, parsed.GetRequiredValue(id), cancellation));

        return new Command("keys", "Make, list, rotate and revoke maintainers' keys.") { create, list, rotate, revoke };
    }
}
