using System.CommandLine;
using BizGraph.Analysis;
using BizGraph.Api.Duplicates;
using BizGraph.Ingest.Answers;
using BizGraph.Model;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph duplicates</c>: the pairs that may be one business, and what people say of them.</summary>
static class DuplicatesCommand
{
    static readonly Option<string?> Csv = new("--csv")
    {
        Description =
            "Write the pairs to a CSV file with an empty column 'same' for yes or no; 'bizgraph import' takes the answers.",
        HelpName = "FILE",
    };

    static readonly Option<string[]> Same = Pair("--same", "Say that two ids are one business.");

    static readonly Option<string[]> Apart = Pair(
        "--apart",
        "Say that two ids are two businesses; splits them where they are shown as one."
    );

    public static Command Create()
    {
        var command = new Command("duplicates", "List the pairs that may be one business, and decide about them.")
        {
            Csv,
            Same,
            Apart,
        };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = Stores.OpenExisting(parsed);
        var snapshot = await NetworkSnapshot.ReadAsync(store, cancellation: cancellation);
        try
        {
            return parsed.GetValue(Same) is { Length: 2 } same
                    ? await DecideAsync(store, snapshot, same, areSame: true, cancellation)
                : parsed.GetValue(Apart) is { Length: 2 } apart
                    ? await DecideAsync(store, snapshot, apart, areSame: false, cancellation)
                : await ListAsync(store, snapshot, parsed.GetValue(Csv), cancellation);
        }
        catch (Exception exception) when (exception is UnknownBusinessException or SameBusinessException)
        {
            return CommandLine.Report(exception.Message, CommandLine.Refused);
        }
    }

    static Task<int> DecideAsync(
        INetworkStore store,
        NetworkSnapshot snapshot,
        string[] ids,
        bool areSame,
        CancellationToken cancellation
    ) =>
        KeepAsync(
            store,
            DuplicateDecisions.Of(snapshot, new BusinessId(ids[0]), new BusinessId(ids[1]), areSame),
            $"{ids[0]} {(areSame ? "is" : "is not")} {ids[1]}",
            cancellation
        );

    static async Task<int> KeepAsync(
        INetworkStore store,
        IReadOnlyList<MatchDecision> decisions,
        string title,
        CancellationToken cancellation
    )
    {
        var import = await MatchDecisions.KeepAsync(store, decisions, title, TimeProvider.System, cancellation);
        Console.WriteLine(
            $"{decisions.Count:N0} {(decisions.Count == 1 ? "decision is" : "decisions are")} kept. {ImportWords.Changes(import.Report!.Changes)}"
        );
        Console.WriteLine($"'bizgraph undo {import.Number}' takes them back.");
        return CommandLine.Done;
    }

    static async Task<int> ListAsync(INetworkStore store, NetworkSnapshot snapshot, string? csv, CancellationToken cancellation)
    {
        var queue = DuplicateQueue.Of(snapshot, await store.MatchesAsync(cancellation));
        if (csv is not null)
        {
            DuplicateList.Write(csv, queue);
            Console.WriteLine(
                TerminalText.Of($"{queue.Count:N0} pairs are in {csv}. Fill in the column 'same', then: bizgraph import {csv}")
            );
            return CommandLine.Done;
        }

        foreach (var pair in queue)
        {
            Console.WriteLine(TerminalText.Of($"{pair.One.Id} and {pair.Other.Id} ({pair.Score:0%}): {pair.Reason}"));
        }

        Console.WriteLine(
            queue.Count == 0
                ? "No pair waits for an answer."
                : $"{queue.Count:N0} {(queue.Count == 1 ? "pair waits" : "pairs wait")} for an answer: --same ID ID, --apart ID ID, or --csv FILE to answer in a spreadsheet."
        );
        return CommandLine.Done;
    }

    static Option<string[]> Pair(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "ID ID",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
}
