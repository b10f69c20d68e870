using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using BizGraph.Api.Hosting;
using BizGraph.Api.Imports;
using BizGraph.Ingest;
using BizGraph.Ingest.Jobs;
using BizGraph.Ingest.Mappings;
using BizGraph.Model;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph import FILE...</c>.</summary>
static class ImportCommand
{
    // Until there is access control: the door that it came through.
    const string By = "command line";

    static readonly Argument<string[]> Files = new("files")
    {
        Description =
            "Workbooks, CSV, JSON, GraphML or GEXF files, also packed: lists of businesses, of ties, of payments, in any order.",
        Arity = ArgumentArity.OneOrMore,
    };

    static readonly Option<string> Source = new("--source")
    {
        Description = "Whose data it is; the ids of one source are apart from those of another.",
        DefaultValueFactory = _ => BusinessId.DefaultSource,
    };

    static readonly Option<string[]> Columns = new("--column")
    {
        Description = "Name a column by hand, such as --column from=buyer. May be repeated.",
        HelpName = "FIELD=HEADER",
        DefaultValueFactory = _ => [],
    };

    static readonly Option<string[]> Places = new("--places")
    {
        Description =
            "A table of postal codes or towns with their coordinates, for businesses without; DE=FILE where all of it is in Germany. May be repeated.",
        HelpName = "FILE",
        DefaultValueFactory = _ => [],
    };

    static readonly Option<bool> AllNew = new("--all-new")
    {
        Description = "Count ledger rows even where another file has them already.",
    };

    static readonly Option<bool> ReplaceSource = new("--replace-source")
    {
        Description = "The files are all that the source says: what its earlier imports said counts no more.",
    };

    static readonly Option<bool> NoMatching = new("--no-matching")
    {
        Description = "Do not look for businesses that are known already and written differently.",
    };

    static readonly Option<bool> Yes = new("--yes") { Description = "Do so even where it takes away more than a fifth." };

    static readonly Option<bool> Preview = new("--preview")
    {
        Description = "Say how the files are understood and what would change, and take in nothing.",
    };

    static readonly Option<string?> SaveMapping = new("--save-mapping")
    {
        Description = "Preview, and write how columns and words are understood to a YAML file, to be changed and used again.",
        HelpName = "FILE",
    };

    static readonly Option<string?> Mapping = new("--mapping")
    {
        Description = "Understand columns and words as this YAML file says.",
        HelpName = "FILE",
    };

    static readonly Option<string?> RefusedRows = new("--refused")
    {
        Description = "Write the refused rows to a CSV file, each with its reason, to be mended and imported again.",
        HelpName = "FILE",
    };

    static readonly Option<bool> Json = new("--json") { Description = "Say progress and result as JSON lines, for machines." };

    public static Command Create()
    {
        var command = new Command("import", "Take in files. The same files again change nothing; an import can be undone.")
        {
            Files,
            Source,
            Columns,
            Mapping,
            Places,
            Preview,
            SaveMapping,
            RefusedRows,
            AllNew,
            NoMatching,
            ReplaceSource,
            Yes,
            Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (SlipIn(parsed) is { } slip)
        {
            return CommandLine.Report($"There is no option {slip}; a file of that name stands behind --.", CommandLine.WrongUse);
        }

        foreach (var target in new[] { parsed.GetValue(SaveMapping), parsed.GetValue(RefusedRows) }.OfType<string>())
        {
            if (File.Exists(target))
            {
                return CommandLine.Report($"{target} exists already; name a file that does not.", CommandLine.Refused);
            }
        }

        ImportReporter reporter = parsed.GetValue(Json) ? new JsonImportReporter() : new TextImportReporter();
        await using var log = Logs.Create(parsed.GetValue(CommandLine.LogJson));
        await using var store = Stores.Open(parsed);
        using var rows = parsed.GetValue(RefusedRows) is { } path ? new RefusedRowFiles(path) : null;
        var started = Stopwatch.GetTimestamp();
        var result = "stopped";
        try
        {
            var request = RequestOf(parsed);
            var isPreview = parsed.GetValue(Preview) || parsed.GetValue(SaveMapping) is not null;
            (result, var report) = isPreview
                ? await PreviewAsync(store, request, reporter, rows, parsed.GetValue(SaveMapping), cancellation)
                : await ImportAsync(store, request, reporter, rows, cancellation);
            rows?.Dispose();
            if (rows is not null)
            {
                reporter.RefusedRowsWritten(rows);
            }

            return report.RowsRefused + report.Changes.Held > 0 ? CommandLine.Refused : CommandLine.Done;
        }
        catch (ImportRefusedException refused)
        {
            reporter.Refused(refused);
            result = "refused";
            return refused.Problems.Count == 0 ? CommandLine.WrongUse : CommandLine.Refused;
        }
        finally
        {
            log.Information(
                "Import of {Files} files: {Result} in {Milliseconds:0} ms",
                parsed.GetRequiredValue(Files).Length,
                result,
                Stopwatch.GetElapsedTime(started).TotalMilliseconds
            );
        }
    }

    // A slip such as --jsn would else be taken for a file. What stands behind -- is meant as one.
    static string? SlipIn(ParseResult parsed) =>
        parsed
            .Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument)
            .Select(token => token.Value)
            .FirstOrDefault(value => value.StartsWith("--", StringComparison.Ordinal));

    static ImportRequest RequestOf(ParseResult parsed) =>
        new()
        {
            Files = parsed.GetRequiredValue(Files),
            Source = parsed.GetRequiredValue(Source),
            Columns = parsed.GetRequiredValue(Columns),
            Mapping = parsed.GetValue(Mapping) is { } mapping ? MappingFile.Read(mapping) : ImportMapping.None,
            Places = parsed.GetRequiredValue(Places),
            AllNew = parsed.GetValue(AllNew),
            IsMatched = !parsed.GetValue(NoMatching),
            ReplacesSource = parsed.GetValue(ReplaceSource),
            MayRetireMost = parsed.GetValue(Yes),
        };

    static async Task<(string Result, ImportReport Report)> ImportAsync(
        INetworkStore store,
        ImportRequest request,
        ImportReporter reporter,
        RefusedRowFiles? rows,
        CancellationToken cancellation
    )
    {
        using var jobs = new ImportJobs(store, TimeProvider.System);
        var outcome = await jobs.RunAsync(
            request,
            By,
            reporter,
            row =>
            {
                reporter.RowRefused(row);
                rows?.Add(row);
            },
            cancellation
        );
        reporter.Finished(outcome);
        var (number, report) = (outcome.Import.Number, outcome.Import.Report!);
        return outcome.Effect == ImportEffect.NothingToDo
            ? ($"known already as import {number}", report)
            : ($"import {number}, {report.RowsTaken} rows taken, {report.RowsRefused} refused", report);
    }

    static async Task<(string Result, ImportReport Report)> PreviewAsync(
        INetworkStore store,
        ImportRequest request,
        ImportReporter reporter,
        RefusedRowFiles? rows,
        string? mapping,
        CancellationToken cancellation
    )
    {
        // The report lists the first of the refusals; all of them in between would hide how the files are understood.
        var preview = await new ImportJob(store).PreviewAsync(request, reporter, row => rows?.Add(row), cancellation);
        reporter.Previewed(preview);
        if (mapping is not null)
        {
            await File.WriteAllTextAsync(mapping, MappingFile.Text(preview), cancellation);
        }

        return ("previewed", preview.Report);
    }
}
