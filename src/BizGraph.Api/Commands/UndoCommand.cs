using System.CommandLine;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph undo N</c>.</summary>
static class UndoCommand
{
    static readonly Argument<int> Number = new("number") { Description = "The import's number, as 'bizgraph imports' lists it." };

    public static Command Create()
    {
        var command = new Command("undo", "Take an import back: the network is then as if it had never been.") { Number };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var number = parsed.GetValue(Number);
        await using var store = Stores.OpenExisting(parsed);
        var changes = await store.UndoAsync(
            number,
            waiting: () => Console.Error.WriteLine("Another change to this store is under way; waiting for it."),
            cancellation
        );
        Console.WriteLine($"Import {number} is undone. {ImportWords.Changes(changes)}");
        return CommandLine.Done;
    }
}
