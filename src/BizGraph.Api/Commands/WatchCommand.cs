using System.CommandLine;
using BizGraph.Ingest;
using BizGraph.Ingest.Jobs;
using BizGraph.Model;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph watch FOLDER</c>: takes in each file that is put into a folder, or changed there.</summary>
static class WatchCommand
{
    // Until there is access control: the door that it came through.
    const string By = "watched folder";

    static readonly Argument<string> Folder = new("folder")
    {
        Description = "The folder; what lies in its own folders is left alone.",
    };

    static readonly Option<string> Source = new("--source")
    {
        Description = "Whose data it is; the ids of one source are apart from those of another.",
        DefaultValueFactory = _ => BusinessId.DefaultSource,
    };

    static readonly Option<double> Every = new("--every")
    {
        Description = "How often to look, in seconds.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 2,
    };

    public static Command Create()
    {
        Every.Validators.Add(option =>
        {
            // What is no number at all says the library itself.
            if (
                option.Tokens is [var text]
                && double.TryParse(text.Value, out var seconds)
                && seconds is not (>= 0.1 and <= 3600)
            )
            {
                option.AddError("--every is out of range; 0.1 to 3600 seconds expected.");
            }
        });
        var command = new Command("watch", "Take in each file that is put into a folder, or changed there, until Ctrl+C.")
        {
            Folder,
            Source,
            Every,
        };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = new DirectoryInfo(parsed.GetRequiredValue(Folder));
        if (!folder.Exists)
        {
            return CommandLine.Report($"There is no folder {folder.FullName}.", CommandLine.Refused);
        }

        await using var store = Stores.Open(parsed);
        var watched = new WatchedFolder(folder);
        Console.WriteLine(TerminalText.Of($"Watching {folder.FullName}; Ctrl+C ends it."));
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(parsed.GetValue(Every)));
        try
        {
            do
            {
                foreach (var file in watched.Settled())
                {
                    await TakeAsync(store, file, parsed.GetRequiredValue(Source), cancellation);
                }
            } while (await timer.WaitForNextTickAsync(cancellation));
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("Stopped watching.");
        }

        return CommandLine.Done;
    }

    /// <summary>Takes in one file. What is wrong with it is said, and the next one is waited for.</summary>
    static async Task TakeAsync(INetworkStore store, string file, string source, CancellationToken cancellation)
    {
        var reporter = new TextImportReporter();
        Console.WriteLine(TerminalText.Of($"{Path.GetFileName(file)}:"));
        try
        {
            var request = new ImportRequest { Files = [file], Source = source };
            using var jobs = new ImportJobs(store, TimeProvider.System);
            reporter.Finished(await jobs.RunAsync(request, By, reporter, reporter.RowRefused, cancellation));
        }
        catch (ImportRefusedException refused)
        {
            reporter.Refused(refused);
        }
        catch (JobCancelledException cancelled)
        {
            CommandLine.Report(cancelled.Message, CommandLine.Refused);
        }
        catch (Exception exception) when (exception is StoreException or IOException)
        {
            CommandLine.Report(exception.Message, CommandLine.Failed);
        }
    }
}
