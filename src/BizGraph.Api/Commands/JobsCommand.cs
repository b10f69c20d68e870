using System.CommandLine;
using System.Globalization;
using BizGraph.Api.Jobs;
using BizGraph.Ingest.Jobs;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph jobs</c>.</summary>
static class JobsCommand
{
    static readonly Option<string?> Cancel = new("--cancel")
    {
        Description = "Stop the job of this id; nothing of it is left.",
        HelpName = "ID",
    };

    public static Command Create()
    {
        var command = new Command("jobs", "List the imports that wait, run or are over, whoever asked for them; or stop one.")
        {
            Cancel,
        };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = Stores.OpenExisting(parsed);
        using var jobs = new ImportJobs(store, TimeProvider.System);
        if (parsed.GetValue(Cancel) is { } id)
        {
            return await CancelAsync(jobs, id, cancellation);
        }

        var all = await jobs.AllAsync(cancellation);
        if (all.Count == 0)
        {
            Console.WriteLine("No jobs yet. 'bizgraph import businesses.csv ties.csv' makes the first.");
        }

        foreach (var job in all)
        {
            var asked = job.Asked.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            var files = string.Join(", ", job.Request.Files.Select(file => Path.GetFileName(file)));
            Console.WriteLine(TerminalText.Of($"{job.Id}  {asked} UTC  {job.State}: {JobWords.Sentence(job)} ({files})"));
        }

        return CommandLine.Done;
    }

    static async Task<int> CancelAsync(ImportJobs jobs, string id, CancellationToken cancellation)
    {
        if (await jobs.CancelAsync(id, cancellation) is null)
        {
            return CommandLine.Report($"There is no job {id}; 'bizgraph jobs' lists them.", CommandLine.Refused);
        }

        Job? job = null;
        await foreach (var now in jobs.FollowAsync(id, cancellation))
        {
            job = now;
        }

        Console.WriteLine(TerminalText.Of($"Job {id}: {JobWords.Sentence(job!)}"));
        return job!.State == JobState.Cancelled ? CommandLine.Done : CommandLine.Refused;
    }
}
