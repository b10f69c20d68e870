using System.CommandLine;
using System.Diagnostics;
using BizGraph.Api.Hosting;
using BizGraph.Ingest;
using BizGraph.Model;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph import FILE...</c>.</summary>
static class ImportCommand
{
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

    static readonly Option<bool> Json = new("--json") { Description = "Say progress and result as JSON lines, for machines." };

    public static Command Create()
    {
        // A slip such as --jsn would else be taken for a file.
        Files.Validators.Add(files =>
        {
            foreach (var token in files.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)))
            {
                files.AddError($"There is no option {token.Value}.");
            }
        });
        var command = new Command("import", "Take in files. The same files again change nothing; an import can be undone.")
        {
            Files,
            Source,
            Columns,
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
        var request = new ImportRequest
        {
            Files = parsed.GetRequiredValue(Files),
            Source = parsed.GetRequiredValue(Source),
            Columns = parsed.GetRequiredValue(Columns),
            AllNew = parsed.GetValue(AllNew),
            IsMatched = !parsed.GetValue(NoMatching),
            ReplacesSource = parsed.GetValue(ReplaceSource),
            MayRetireMost = parsed.GetValue(Yes),
        };
        ImportReporter reporter = parsed.GetValue(Json) ? new JsonImportReporter() : new TextImportReporter();
        await using var log = Logs.Create(parsed.GetValue(CommandLine.LogJson));
        await using var store = Stores.Open(parsed);
        var started = Stopwatch.GetTimestamp();
        var result = "stopped";
        try
        {
            var outcome = await new ImportJob(store).RunAsync(request, reporter, reporter.RowRefused, cancellation);
            reporter.Finished(outcome);
            var report = outcome.Import.Report!;
            result =
                outcome.Effect == ImportEffect.NothingToDo
                    ? $"known already as import {outcome.Import.Number}"
                    : $"import {outcome.Import.Number}, {report.RowsTaken} rows taken, {report.RowsRefused} refused";
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
                request.Files.Count,
                result,
                Stopwatch.GetElapsedTime(started).TotalMilliseconds
            );
        }
    }
}
