using System.CommandLine;
using System.Globalization;
using BizGraph.Model;
using Spectre.Console;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph imports</c>.</summary>
static class ImportsCommand
{
    public static Command Create()
    {
        var command = new Command("imports", "List the imports of the store: what each took in, and whether it counts.");
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var store = Stores.OpenExisting(parsed);
        var imports = await store.ImportsAsync(cancellation);
        if (imports.Count == 0)
        {
            Console.WriteLine("No imports yet. 'bizgraph import businesses.csv ties.csv' takes in the first.");
            return CommandLine.Done;
        }

        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("Import", "State", "Source", "Started (UTC)", "Rows taken", "Rows refused", "Files");
        foreach (var import in imports)
        {
            table.AddRow([.. Cells(import).Select(cell => new Text(TerminalText.Of(cell)))]);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (Console.IsOutputRedirected)
        {
            // Whoever reads a file or a pipe wants each import on one line.
            console.Profile.Width = short.MaxValue;
        }

        console.Write(table);
        foreach (var left in imports.Where(i => i.State == ImportState.Interrupted))
        {
            Console.WriteLine(
                $"Import {left.Number} was interrupted: the same import command goes on with it, 'bizgraph undo {left.Number}' drops it."
            );
        }

        return CommandLine.Done;
    }

    static string[] Cells(Import import) =>
        [
            import.Number.ToString(CultureInfo.InvariantCulture),
            ImportWords.State(import.State),
            import.Source,
            import.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            $"{import.Report?.RowsTaken:N0}",
            $"{import.Report?.RowsRefused:N0}",
            string.Join(", ", import.Files.Select(f => f.Name)),
        ];
}
