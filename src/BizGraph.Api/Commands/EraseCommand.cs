using System.CommandLine;
using BizGraph.Analysis;
using BizGraph.Api.Decisions;
using BizGraph.Api.Snapshots;
using BizGraph.Model;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph erase BUSINESS</c>.</summary>
static class EraseCommand
{
    static readonly Argument<string> Business = new("business")
    {
        Description = "The id of the business or person, or its name where only one has it.",
    };

    static readonly Option<bool> Yes = new("--yes") { Description = "Erase it; without this you are only told what would go." };

    public static Command Create()
    {
        var command = new Command("erase", "Erase a business or person for good, on request: this cannot be undone.")
        {
            Business,
            Yes,
        };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = Stores.OpenExisting(parsed);
        var snapshot = await NetworkSnapshot.ReadAsync(store, cancellation: cancellation);
        var asked = parsed.GetValue(Business)!;
        if (snapshot.Find(asked) is not { } business)
        {
            return CommandLine.Report(
                $"There is no business {asked}, or several fit; give its id as it is shown.",
                CommandLine.Refused
            );
        }

        if (!parsed.GetValue(Yes))
        {
            var ids = string.Join(", ", business.OtherIds.Prepend(business.Id));
            return CommandLine.Report(
                $"This would erase {business.Name} ({ids}) for good; its ties stay, to somebody without a name. If that is meant, run it again with --yes.",
                CommandLine.Refused
            );
        }

        // First: a service that sees the new version would miss the business, and once it is erased nothing tells its ids.
        BusinessId[] all = [.. business.OtherIds.Prepend(business.Id)];
        await SnapshotHistory.EraseAsync(store, all, cancellation);
        await DecisionErasing.RunAsync(store, all, cancellation);
        return Report(await store.EraseAsync(business.Id, Environment.UserName, cancellation));
    }

    static int Report(Erasure erasure)
    {
        Console.WriteLine(
            $"Erased: {erasure.Rows:N0} of its own rows are gone; {erasure.TieRows:N0} rows of ties name nobody in its place. Rows that name it again are refused. Backups, exports, lists of refused rows and the files it came from still hold it."
        );
        return erasure.IsWiped
            ? CommandLine.Done
            : CommandLine.Report(
                "Another program is using the store, so the text may still stand in its log file; it goes when that program stops.",
                CommandLine.Failed
            );
    }
}
