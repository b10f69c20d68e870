using System.CommandLine;
using BizGraph.Ingest;
using BizGraph.Model;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph undo N</c>.</summary>
static class UndoCommand
{
    static readonly Argument<int> Number = new("number") { Description = "The import's number, as 'bizgraph imports' lists it." };

    static readonly Option<bool> NoMatching = new("--no-matching")
    {
        Description = "Do not look for other businesses that may be the same as those whose match goes with the import.",
    };

    public static Command Create()
    {
        var command = new Command("undo", "Take an import back: the network is then as if it had never been.")
        {
            Number,
            NoMatching,
        };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var number = parsed.GetValue(Number);
        await using var store = Stores.OpenExisting(parsed);
        void Waiting() => Console.Error.WriteLine("Another change to this store is under way; waiting for it.");
        var changes = parsed.GetValue(NoMatching)
            ? await store.UndoAsync(number, new UndoOptions { Waiting = Waiting }, cancellation)
            : await new ImportJob(store).UndoAsync(number, Waiting, cancellation);
        Console.WriteLine($"Import {number} is undone. {ImportWords.Changes(changes)}");
        return CommandLine.Done;
    }
}
