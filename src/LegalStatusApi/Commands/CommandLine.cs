using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using LegalStatusApi.Database.Embedded;
using Npgsql;

namespace LegalStatusApi.Commands;

/// <summary>The words of the command line: what each command is called, what it takes, and how it ends.</summary>
public static class CommandLine
{
    private const int Failure = 1;
    private const int Interrupted = 130;

    public static async Task<int> RunAsync(string[] args)
    {
        // Settings may be given to every command as --Name=value or --Name value; they are configuration, not options.
        var (words, settings) = Split(args);
        var root = new RootCommand("Legal Status API: how psilocybin, LSD and ketamine are classified in a jurisdiction on a date.");
        var serve = new Command("serve", "Serve the API (the default).");
        serve.SetAction((_, cancellation) => Serve.RunAsync(settings, cancellation));
        root.SetAction((_, cancellation) => Serve.RunAsync(settings, cancellation));
        root.Subcommands.Add(serve);
        root.Subcommands.Add(MigrateCommand(settings));
        root.Subcommands.Add(ImportCommand(settings));
        root.Subcommands.Add(ExportCommand(settings));
        root.Subcommands.Add(CheckCommand(settings));
        root.Subcommands.Add(FormatCommand(settings));
        root.Subcommands.Add(CoverageCommand(settings));
        root.Subcommands.Add(SampleCommand(settings));
        root.Subcommands.Add(VerifyCommand(settings));
        root.Subcommands.Add(ResetCommand(settings));
        root.Subcommands.Add(BackupCommands.Backup(settings));
        root.Subcommands.Add(BackupCommands.Restore(settings));
        root.Subcommands.Add(ContractCommand());
        root.Subcommands.Add(KeysCommand.Of(settings));
        root.Subcommands.Add(ChangeSetsCommand.Of());
        // The library would leave at once; a private database server has to be stopped first.
        using var ending = new CancellationTokenSource();
        using var terminated = EndOn(PosixSignal.SIGTERM, ending);
        using var interrupted = EndOn(PosixSignal.SIGINT, ending);
        try
        {
            return await root.Parse(words).InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (Exception mistake) when (mistake is SettingsException or EmbeddedPostgresException or CommandException)
        {
            await Console.Error.WriteLineAsync(mistake.Message);
            return Failure;
        }
        catch (NpgsqlException fault)
        {
            await Console.Error.WriteLineAsync($"The database cannot be used: {fault.Message}");
            return Failure;
        }
    }

    private static PosixSignalRegistration EndOn(PosixSignal signal, CancellationTokenSource ending) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            ending.Cancel();
        });

    private static Command MigrateCommand(string[] settings)
    {
        var command = new Command("migrate", "Bring the database to the schema of this version.");
        command.SetAction((_, cancellation) => Migrate.RunAsync(settings, cancellation));
        return command;
    }

    private static Command ImportCommand(string[] settings)
    {
        var folder = Folder("The folder of the data set's text; sql/seed where absent.");
        var author = new Option<string?>("--author") { Description = "Who made the change, as it is to be shown. Required, but not with --history." };
        var reviewer = new Option<string?>("--reviewer") { Description = "Who reviewed it: somebody else. Without one the revision is shown as not reviewed." };
        var reason = new Option<string?>("--reason") { Description = "Why, in a sentence. Required, but not with --history." };
        var withdraw = new Option<bool>("--withdraw-missing") { Description = "Withdraw records whose key is no longer in the text." };
        var history = new Option<string?>("--history")
        {
            Description = "Instead of a text: rebuild an empty installation from this file, which /v1/export.ndjson gave ('-': standard input). Nothing else is given with it.",
            HelpName = "file",
        };
        var command = new Command("import", "Publish a changed text as a new revision, or rebuild a whole history.") { folder, author, reviewer, reason, withdraw, history };
        command.Validators.Add(given =>
        {
            if (given.GetResult(history) is { Implicit: false })
            {
                var others = new Option[] { author, reviewer, reason, withdraw }.Where(option => given.GetResult(option) is { Implicit: false }).Select(option => option.Name)
                    .Concat(given.GetResult(folder) is { Tokens.Count: > 0 } ? [folder.Name] : []);
                foreach (var other in others)
                {
                    given.AddError($"'{other}' cannot be given with --history: it brings the authors, reviewers and reasons of its revisions.");
                }
            }
            else
            {
                foreach (var needed in new Option[] { author, reason }.Where(option => given.GetResult(option) is not { Implicit: false }))
                {
                    given.AddError($"Option '{needed.Name}' is required, except with --history.");
                }
            }
        });
        command.SetAction((parsed, cancellation) => parsed.GetValue(history) is { } file
            ? ImportHistory.RunAsync(settings, file, cancellation)
            : Import.RunAsync(settings, parsed.GetValue(folder),
                new(parsed.GetRequiredValue(author)!, parsed.GetValue(reviewer), parsed.GetRequiredValue(reason)!),
                parsed.GetValue(withdraw), cancellation));
        return command;
    }

    private static Command ExportCommand(string[] settings)
    {
        var folder = Plain(new Argument<DirectoryInfo>("folder") { Description = "Where to write; its .yaml files are replaced." });
        var revision = new Option<long?>("--revision") { Description = "Which revision; the current one where absent." };
        var command = new Command("export", "Write what a revision says as the data set's text.") { folder, revision };
        command.SetAction((parsed, cancellation) =>
            Export.RunAsync(settings, parsed.GetRequiredValue(folder).FullName, parsed.GetValue(revision), cancellation));
        return command;
    }

    private static Command CheckCommand(string[] settings)
    {
        var folder = Folder("The folder of the data set's text; sql/seed where absent.");
        var command = new Command("check", "Find every mistake in the text, without a database.") { folder };
        command.SetAction(parsed => CheckText.Run(settings, parsed.GetValue(folder)));
        return command;
    }

    private static Command FormatCommand(string[] settings)
    {
        var folder = Folder("The folder of the data set's text; sql/seed where absent.");
        var command = new Command("format", "Rewrite the text in its canonical form.") { folder };
        command.SetAction(parsed => CheckText.Format(settings, parsed.GetValue(folder)));
        return command;
    }

    private static Command CoverageCommand(string[] settings)
    {
        var folder = Folder("The folder of the data set's text; sql/seed where absent.");
        var command = new Command("coverage", "Count what the text has on record of the pairs it is measured against, without a database.") { folder };
        command.SetAction(parsed => PrintCoverage.Run(settings, parsed.GetValue(folder)));
        return command;
    }

    private static Command SampleCommand(string[] settings)
    {
        var folder = Folder("The folder of the data set's text; sql/seed where absent.");
        var seed = new Option<string>("--seed") { Description = "Any word; the same one draws the same records of the same text.", Required = true };
        var size = new Option<int>("--size") { Description = "How many records.", DefaultValueFactory = _ => 50 };
        // What is no number the library refuses itself.
        size.Validators.Add(given =>
        {
            if (given.Tokens.Any(token => int.TryParse(token.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number < 1))
            {
                given.AddError($"'{size.Name}' is a number of records above 0.");
            }
        });
        var command = new Command("sample", "Draw records of the most-asked places at random, for a second reader.") { folder, seed, size };
        command.SetAction(parsed => PrintSample.Run(settings, parsed.GetValue(folder), parsed.GetRequiredValue(seed), parsed.GetValue(size)));
        return command;
    }

    private static Command VerifyCommand(string[] settings)
    {
        var file = new Argument<string?>("file")
        {
            Description = "A history as /v1/export.ndjson gives it ('-': standard input), proved without a database; the database where absent.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("verify", "Recompute the hash chain and name what does not fit.") { Plain(file) };
        command.SetAction((parsed, cancellation) => parsed.GetValue(file) is { } path
            ? VerifyHistory.RunAsync(path, cancellation)
            : Verify.RunAsync(settings, cancellation));
        return command;
    }

    private static Command ResetCommand(string[] settings)
    {
        var command = new Command("reset", "Delete the private server's data, to start afresh.");
        command.SetAction((_, cancellation) => Reset.RunAsync(settings, cancellation));
        return command;
    }

    private static Command ContractCommand()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Where to write; openapi in a checkout." };
        var command = new Command("contract", "Write the OpenAPI contract, without a database.") { folder };
        command.SetAction((parsed, cancellation) => WriteContract.RunAsync(parsed.GetRequiredValue(folder).FullName, cancellation));
        return command;
    }

    private static Argument<DirectoryInfo?> Folder(string description) =>
        Plain(new Argument<DirectoryInfo?>("folder") { Description = description, Arity = ArgumentArity.ZeroOrOne });

    // The library would take a misspelt option for the name of a folder or file.
    internal static Argument<T> Plain<T>(Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-') && token.Value != HistoryInput.Standard))
            {
                result.AddError($"Unrecognized option '{token.Value}'.");
            }
        });
        return argument;
    }

    // A setting is an option with a colon in its name, or one of the web server's own.
    private static (string[] Words, string[] Settings) Split(string[] args)
    {
        List<string> words = [], settings = [];
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=', 2)[0];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !(name.Contains(':', StringComparison.Ordinal) || name is "--urls" or "--environment" or "--AllowedHosts" or "--TrustedProxies" or "--PublicUrl" or "--SharedPort"))
            {
                words.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (!args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length)
            {
                settings.Add(args[++i]);
            }
        }

        return ([.. words], [.. settings]);
    }
}

/// <summary>A command cannot go on; the message says why and what to do.</summary>
public sealed class CommandException(string message) : Exception(message);
