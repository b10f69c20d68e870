using System.CommandLine;
using System.Text;
using BizGraph.Analysis;
using BizGraph.Api.Exports;
using BizGraph.Api.Measures;
using BizGraph.Api.Reasons;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph export TARGET</c>.</summary>
static class ExportCommand
{
    // Spreadsheets take a file for UTF-8 by its mark only.
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    static readonly Argument<string> Target = new("target")
    {
        Description = "A folder, for businesses.csv and ties.csv; or a file that ends in .gexf, for Gephi.",
    };

    static readonly Option<string[]> Metrics = new("--metrics")
    {
        Description =
            $"Measures to add as columns, separated by commas: {string.Join(", ", NodeMeasure.All.Select(m => m.Name))}.",
        HelpName = "NAMES",
        DefaultValueFactory = _ => ["degree,community"],
    };

    static readonly Option<bool> Private = new("--private")
    {
        Description = "Also write e-mail, phone, notes, who is not wanted, and columns that are not known.",
    };

    static readonly Option<bool> Force = new("--force") { Description = "Write over files that exist." };

    public static Command Create()
    {
        var command = new Command("export", "Write businesses and ties, with metrics, as a pair of CSV files or as GEXF.")
        {
            Target,
            Metrics,
            Private,
            Force,
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
                $"There is no measure '{unknown}'; known are {string.Join(", ", NodeMeasure.All.Select(m => m.Name))}.",
                CommandLine.WrongUse
            );
        }

        var target = parsed.GetRequiredValue(Target);
        var isGexf = target.EndsWith(".gexf", StringComparison.OrdinalIgnoreCase);
        if (!isGexf && IsOtherFile(target))
        {
            return CommandLine.Report(
                $"{target} is no folder, and of files only .gexf is written; name a folder, for a pair of CSV files, or a file that ends in .gexf.",
                CommandLine.WrongUse
            );
        }

        string[] files = isGexf ? [target] : [Path.Combine(target, "businesses.csv"), Path.Combine(target, "ties.csv")];
        if (!parsed.GetValue(Force) && files.FirstOrDefault(File.Exists) is { } existing)
        {
            return CommandLine.Report(
                $"{existing} exists; name another place, or write over it with --force.",
                CommandLine.Refused
            );
        }

        await using var store = Stores.OpenExisting(parsed);
        var snapshot = await NetworkSnapshot.ReadAsync(store, cancellation: cancellation);
        var metrics = NetworkMetrics.Of(snapshot, names.Select(name => NodeMeasure.Find(name)!), cancellation);
        if (isGexf)
        {
            Write(target, stream => GexfExport.Write(stream, snapshot, metrics));
        }
        else
        {
            Directory.CreateDirectory(target);
            var withPrivate = parsed.GetValue(Private);
            Write(files[0], stream => WriteText(stream, text => CsvExport.WriteBusinesses(text, snapshot, metrics, withPrivate)));
            Write(files[1], stream => WriteText(stream, text => CsvExport.WriteTies(text, snapshot, withPrivate)));
        }

        Console.WriteLine(
            TerminalText.Of(
                $"{EnglishCatalogue.Count(snapshot.Businesses.Count, "business or other organization", "businesses and other organizations")} and {EnglishCatalogue.Count(snapshot.Relationships.Count, "tie", "ties")}, in {string.Join(" and ", files)}."
            )
        );
        return CommandLine.Done;
    }

    // A folder may have a dot in its name: one that is there, or a number such as 2024.11, is taken for one.
    static bool IsOtherFile(string target) =>
        !Directory.Exists(target) && Path.GetExtension(target) is { Length: > 1 } ending && char.IsAsciiLetter(ending[1]);

    /// <summary>Writes beside the file first, so that one that exists is whole at every moment.</summary>
    static void Write(string path, Action<Stream> write)
    {
        var part = path + ".part";
        using (var stream = File.Create(part))
        {
            write(stream);
        }

        File.Move(part, path, overwrite: true);
    }

    static void WriteText(Stream stream, Action<TextWriter> write)
    {
        using var text = new StreamWriter(stream, Utf8);
        write(text);
    }
}
