using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using BizGraph.Analysis;
using BizGraph.Api.Benchmarks;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph bench</c>: times one algorithm on an edge list, so that anyone can compare it with another library.</summary>
static class BenchCommand
{
    static readonly Option<string> Graph = new("--graph")
    {
        Description = "A file with a line 'from to' or 'from to weight' for each edge; # begins a comment; .gz is unpacked.",
        HelpName = "FILE",
        Required = true,
    };

    static readonly Option<string> Algorithm = new("--algorithm")
    {
        Description = $"One of {string.Join(", ", BenchAlgorithm.All.Select(a => a.Name))}.",
        HelpName = "NAME",
        Required = true,
    };

    static readonly Option<int> Threads = new("--threads")
    {
        Description = "How many threads.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    // More than any machine that it is run on has processors; each takes memory of its own.
    const int MostThreads = 1024;

    static readonly Option<int> Runs = new("--runs")
    {
        Description = "How many runs; the median is told.",
        HelpName = "N",
        DefaultValueFactory = _ => 3,
    };

    static readonly Option<bool> Directed = new("--directed") { Description = "A line is an arc from one to the other." };

    static readonly Option<string?> Scores = new("--scores")
    {
        Description = "Write the result to a CSV file.",
        HelpName = "FILE",
    };

    static readonly Option<bool> Json = new("--json") { Description = "Say the result as a JSON line, for machines." };

    public static Command Create()
    {
        Algorithm.AcceptOnlyFromAmong([.. BenchAlgorithm.All.Select(a => a.Name)]);
        Threads.Validators.Add(CommandLine.IsCount(MostThreads));
        Runs.Validators.Add(CommandLine.IsCount());
        var command = new Command("bench", "Time one algorithm on an edge list.")
        {
            Graph,
            Algorithm,
            Threads,
            Runs,
            Directed,
            Scores,
            Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        EdgeList edges;
        try
        {
            edges = EdgeList.Read(parsed.GetRequiredValue(Graph), parsed.GetValue(Directed), cancellation);
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException)
        {
            return CommandLine.Report(exception.Message, CommandLine.Refused);
        }

        var load = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var algorithm = BenchAlgorithm.Find(parsed.GetRequiredValue(Algorithm))!;
        var run = new RunOptions { Threads = parsed.GetValue(Threads) };
        var (seconds, result) = Time(() => algorithm.Run(edges.Graph, run, cancellation), parsed.GetValue(Runs));
        if (parsed.GetValue(Scores) is { } file)
        {
            await File.WriteAllLinesAsync(file, result.Lines(edges.Names).Prepend(result.Header), cancellation);
        }

        var row = new BenchRow(
            algorithm.Name,
            Path.GetFileName(parsed.GetRequiredValue(Graph)),
            edges.Graph.NodeCount,
            edges.Graph.EdgeCount,
            run.Threads!.Value,
            "bizgraph",
            Median(seconds),
            result.Modularity?.Invoke(),
            load,
            seconds
        );
        Console.WriteLine(parsed.GetValue(Json) ? JsonSerializer.Serialize(row, JsonSerializerOptions.Web) : row.Sentence);
        return CommandLine.Done;
    }

    static (double[] Seconds, BenchResult Result) Time(Func<BenchResult> algorithm, int runs)
    {
        var (seconds, result) = (new double[runs], default(BenchResult));
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            result = algorithm();
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return (seconds, result!);
    }

    static double Median(double[] seconds)
    {
        var sorted = seconds.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The row of a table that sets libraries side by side; quality is modularity.</summary>
    sealed record BenchRow(
        string Algorithm,
        string Graph,
        int Nodes,
        int Edges,
        int Threads,
        string Peer,
        double Seconds,
        double? Quality,
        double LoadSeconds,
        double[] Runs
    )
    {
        [JsonIgnore]
        public string Sentence =>
            $"{Algorithm} on {Graph} ({Nodes:N0} nodes, {Edges:N0} edges, {Threads} {(Threads == 1 ? "thread" : "threads")}): "
            + $"{Seconds:0.000000} s, the median of {Runs.Length}; loaded in {LoadSeconds:0.00} s"
            + (Quality is { } quality ? $"; modularity {quality:0.0000}" : "")
            + ".";
    }
}
