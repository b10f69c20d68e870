using System.CommandLine;
using BizGraph.Analysis;
using BizGraph.Api.Exports;
using BizGraph.Api.Measures;
using BizGraph.Model;
using BizGraph.Store.Neo4j;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph publish</c>.</summary>
static class PublishCommand
{
    const string Isolated = "isolated";
    const string Version = "version";

    // What numbers or counts something: an INTEGER in the database.
    static readonly HashSet<string> Whole =
    [
        "degree",
        "in_degree",
        "out_degree",
        "coreness",
        "triangles",
        "community",
        "component",
    ];

    static readonly Option<string[]> Metrics = new("--metrics")
    {
        Description =
            $"Measures to write, separated by commas: {string.Join(", ", NodeMeasure.All.Select(m => m.Name))}. Whether a business is isolated, and the network's version, are always written.",
        HelpName = "NAMES",
        DefaultValueFactory = _ => ["community,degree,pagerank,betweenness"],
    };

    static readonly Option<string> Prefix = new("--prefix")
    {
        Description = "What the names of the properties begin with.",
        DefaultValueFactory = _ => "bizgraph_",
    };

    public static Command Create()
    {
        var command = new Command(
            "publish",
            "Write results of the analysis into a Neo4j store, as properties of its businesses, for Bloom and Cypher."
        )
        {
            Metrics,
            Prefix,
        };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var names = parsed
            .GetRequiredValue(Metrics)
            .SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToList();
        if (names.Find(name => NodeMeasure.Find(name) is null) is { } unknown)
        {
            return CommandLine.Report(
                $"There is no measure '{unknown}'; --help lists those that there are.",
                CommandLine.WrongUse
            );
        }

        var prefix = parsed.GetRequiredValue(Prefix);
        if (prefix.Length == 0 || !prefix.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') || char.IsAsciiDigit(prefix[0]))
        {
            return CommandLine.Report(
                $"--prefix is '{prefix}'; letters, digits and _ expected, so that no property of the network's own is written over.",
                CommandLine.WrongUse
            );
        }

        await using var store = Stores.OpenExisting(parsed);
        if (store is not Neo4jNetworkStore database)
        {
            return CommandLine.Report(
                "Only a Neo4j store has nodes to write to; 'bizgraph export' writes measures to files.",
                CommandLine.Refused
            );
        }

        var snapshot = await NetworkSnapshot.ReadAsync(store, cancellation: cancellation);
        var written = await database.PublishAsync(Rows(snapshot, names, prefix, cancellation), cancellation);
        Console.WriteLine(
            $"Version {snapshot.Version}: {string.Join(", ", names.Append(Isolated).Append(Version).Select(name => prefix + name))} are written to {written:N0} businesses. "
                + "They are as of now; publish again after imports."
        );
        return CommandLine.Done;
    }

    static IEnumerable<(BusinessId, IReadOnlyDictionary<string, object?>)> Rows(
        NetworkSnapshot snapshot,
        List<string> names,
        string prefix,
        CancellationToken cancellation
    )
    {
        var metrics = NetworkMetrics.Of(snapshot, names.Select(name => NodeMeasure.Find(name)!), cancellation);
        var isolated = snapshot.Isolated().Select(business => business.Id).ToHashSet();
        foreach (var business in snapshot.Businesses)
        {
            var properties = new Dictionary<string, object?>
            {
                [prefix + Isolated] = isolated.Contains(business.Id),
                [prefix + Version] = snapshot.Version,
            };
            foreach (var (name, score) in metrics.Names.Zip(metrics.ScoresOf(business)))
            {
                properties[prefix + name] = score is { } value && Whole.Contains(name) ? (object)(long)value : score;
            }

            yield return (business.Id, properties);
        }
    }
}
