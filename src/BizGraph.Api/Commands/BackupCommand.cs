using System.CommandLine;
using BizGraph.Store.Sqlite;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph backup FILE</c>.</summary>
static class BackupCommand
{
    static readonly Argument<string> File = new("file") { Description = "Where the copy goes; the file must not exist yet." };

    public static Command Create()
    {
        var command = new Command(
            "backup",
            "Copy the whole store while it is in use. (Copying its file by hand may lose the newest changes.)"
        )
        {
            File,
        };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var target = parsed.GetRequiredValue(File);
        await using var store = Stores.OpenExisting(parsed);
        if (store is not SqliteNetworkStore sqlite)
        {
            return CommandLine.Report(
                "Only a store in a file can be copied so; back this one up with its server's tools.",
                CommandLine.Refused
            );
        }

        await sqlite.BackupAsync(target, cancellation);
        Console.WriteLine($"The store is copied to {Path.GetFullPath(target)} ({new FileInfo(target).Length:N0} bytes).");
        return CommandLine.Done;
    }
}
