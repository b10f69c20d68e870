using System.CommandLine;
using System.CommandLine.Parsing;
using BizGraph.Api.Tables;
using BizGraph.Ingest.Jobs;
using BizGraph.Model;

namespace BizGraph.Api.Commands;

/// <summary>What all subcommands have in common: the options, the exit codes, and errors that say what to do.</summary>
static class CommandLine
{
    /// <summary>Everything asked for was done.</summary>
    public const int Done = 0;

    /// <summary>Something was refused, such as a row or the undo of an unknown import.</summary>
    public const int Refused = 1;

    /// <summary>The command was not understood.</summary>
    public const int WrongUse = 2;

    /// <summary>It could not be done.</summary>
    public const int Failed = 3;

    public static readonly Option<string?> Store = new("--store")
    {
        Description =
            "The file that holds the network, made where there is none, or a Neo4j database: neo4j+http://HOST:7474/DATABASE with NEO4J_USERNAME and NEO4J_PASSWORD set, "
            + "or neo4j with NEO4J_URI. Default: a file in your own data folder.",
        Recursive = true,
    };

    public static readonly Option<bool> LogJson = new("--log-json")
    {
        Description = "Write the log as JSON lines, for machines.",
        Recursive = true,
    };

    /// <summary>Of the commands that find gaps and suggestions.</summary>
    public static readonly Option<string?> Tables = new("--tables")
    {
        Description =
            "A folder with synonyms and purchases of industries of your own, for gaps and suggestions ('bizgraph tables FOLDER' writes ours).",
        HelpName = "FOLDER",
    };

    /// <summary>Runs the command that the arguments name; without one, <paramref name="fallback"/>.</summary>
    public static async Task<int> RunAsync(RootCommand root, Command fallback, string[] args)
    {
        root.Options.Add(Store);
        root.Options.Add(LogJson);
        foreach (var option in fallback.Options)
        {
            root.Options.Add(option);
        }

        root.SetAction((parsed, cancellation) => RunFallbackAsync(fallback, parsed, cancellation));
        if (args.Any(string.IsNullOrWhiteSpace))
        {
            return Report("One of the values given is empty; is a variable of your script not set?", WrongUse);
        }

        var result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            return ReportWrongUse(result);
        }

        try
        {
            return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StoreException exception)
        {
            return Report(exception.Message, exception.IsRefusal ? Refused : Failed);
        }
        catch (WrongTableException wrong)
        {
            return Report(wrong.Message, Refused);
        }
        catch (JobCancelledException cancelled)
        {
            return Report(cancelled.Message, Refused);
        }
        catch (OperationCanceledException)
        {
            return Report("Stopped. What was acknowledged is kept; the same command again goes on from there.", Failed);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Report(ErrorText.Of(exception), Failed);
        }
        catch (Exception exception)
        {
            return Report(
                $"This should not have happened ({exception.GetType().Name}: {exception.Message}). Please report it.",
                Failed
            );
        }
    }

    /// <summary>Writes an error and gives its exit code.</summary>
    public static int Report(string message, int exitCode)
    {
        Console.Error.WriteLine($"bizgraph: {TerminalText.Of(message)}");
        return exitCode;
    }

    /// <summary>Checks that an option's number counts something, up to <paramref name="most"/>.</summary>
    public static Action<OptionResult> IsCount(int most = int.MaxValue) =>
        option =>
        {
            // What is no number at all says the library itself.
            if (option.Tokens is [var text] && int.TryParse(text.Value, out var count) && (count < 1 || count > most))
            {
                var name = option.IdentifierToken?.Value ?? option.Option.Name;
                option.AddError($"{name} is {count}; {(most == int.MaxValue ? "1 or more" : $"1 to {most}")} expected.");
            }
        };

    static Task<int> RunFallbackAsync(Command fallback, ParseResult parsed, CancellationToken cancellation) =>
        fallback.Action is System.CommandLine.Invocation.AsynchronousCommandLineAction action
            ? action.InvokeAsync(parsed, cancellation)
            : throw new InvalidOperationException("The fallback command has no action.");

    static int ReportWrongUse(ParseResult result)
    {
        foreach (var error in result.Errors)
        {
            Console.Error.WriteLine($"bizgraph: {ErrorText.OfWrongUse(error.Message)}");
        }

        var command = result.CommandResult.Command is RootCommand ? "" : $" {result.CommandResult.Command.Name}";
        Console.Error.WriteLine($"'bizgraph{command} --help' says what can be asked for.");
        return WrongUse;
    }
}
