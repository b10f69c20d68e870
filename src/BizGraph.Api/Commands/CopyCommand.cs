using System.CommandLine;
using BizGraph.Store;
using BizGraph.Store.Copying;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph copy --from STORE --to STORE</c>.</summary>
static class CopyCommand
{
    static readonly Option<string> From = new("--from")
    {
        Description = "The store to copy: a file or a Neo4j database.",
        Required = true,
    };

    static readonly Option<string> To = new("--to")
    {
        Description = "A file that does not exist yet, or a Neo4j database without a network.",
        Required = true,
    };

    public static Command Create()
    {
        var command = new Command(
            "copy",
            "Move a whole network to another store, a file or a Neo4j database: imports with all their rows, what is shown, and records. Both are compared afterwards."
        )
        {
            From,
            To,
        };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (from, to) = (parsed.GetRequiredValue(From), parsed.GetRequiredValue(To));
        if (!NetworkStores.IsServer(from) && !File.Exists(from))
        {
            return CommandLine.Report($"There is no store {from}.", CommandLine.Refused);
        }

        var copied = await StoreCopy.RunAsync(from, to, cancellation: cancellation);
        Console.WriteLine(
            $"Copied and compared: {copied.Imports:N0} imports with {copied.Claims:N0} claims, {copied.Records:N0} records; "
                + $"{copied.Businesses:N0} businesses and {copied.Relationships:N0} ties are shown."
        );
        return CommandLine.Done;
    }
}
