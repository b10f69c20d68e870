using System.CommandLine;
using BizGraph.Analysis;
using BizGraph.Api.Languages;
using BizGraph.Api.Overviews;
using BizGraph.Api.Pages;
using BizGraph.Api.Tables;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph summary</c>.</summary>
static class SummaryCommand
{
    static readonly Option<string?> Html = new("--html")
    {
        Description = "Write a page to print for a meeting instead: the summary and every business without a tie.",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var command = new Command("summary", "Say the network in six lines.")
        {
            Html,
            SuggestionOutput.InLanguage,
            CommandLine.Tables,
        };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = Stores.OpenExisting(parsed);
        var snapshot = await NetworkSnapshot.ReadAsync(
            store,
            tables: TableFolder.Read(parsed.GetValue(CommandLine.Tables)),
            cancellation: cancellation
        );
        var language = parsed.GetValue(SuggestionOutput.InLanguage);
        if (parsed.GetValue(Html) is { } file)
        {
            if (
                File.Exists(file)
                && !(await File.ReadAllTextAsync(file, cancellation)).StartsWith(Document.Beginning, StringComparison.Ordinal)
            )
            {
                return CommandLine.Report($"{file} exists and is no summary of ours; name another file.", CommandLine.Refused);
            }

            await File.WriteAllTextAsync(
                file,
                await OverviewPage
                    .Of(snapshot, snapshot.Gaps, introductions: null, isForPrint: true)
                    .RenderAsync(new Reader(language, SwitchTo: null)),
                cancellation
            );
            Console.WriteLine($"The summary is in {Path.GetFullPath(file)}; open it in a browser to print it.");
            return CommandLine.Done;
        }

        foreach (var (heading, sentence) in Catalogue.Summary(language).Lines(snapshot.Overview, snapshot.Gaps))
        {
            Console.WriteLine(TerminalText.Of($"{heading + ":", -19} {sentence}"));
        }

        return CommandLine.Done;
    }
}
