using System.CommandLine;
using BizGraph.Api.Tables;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph tables FOLDER</c>.</summary>
static class TablesCommand
{
    static readonly Argument<string> Folder = new("folder") { Description = "Where they go; none of them may be there yet." };

    public static Command Create()
    {
        var command = new Command(
            "tables",
            "Write the lists of synonyms and of which industry buys from which, to be changed and used with --tables."
        )
        {
            Folder,
        };
        command.SetAction(Run);
        return command;
    }

    static int Run(ParseResult parsed)
    {
        var folder = parsed.GetRequiredValue(Folder);
        if (TableFolder.Names.FirstOrDefault(name => File.Exists(Path.Combine(folder, name))) is { } there)
        {
            return CommandLine.Report($"{Path.Combine(folder, there)} exists already; name another folder.", CommandLine.Refused);
        }

        TableFolder.WriteDefaults(folder);
        Console.WriteLine(TerminalText.Of($"{string.Join(", ", TableFolder.Names)} are in {folder}."));
        Console.WriteLine(
            TerminalText.Of(
                $"Change them, then: bizgraph suggestions --tables {folder} (and gaps, introductions, summary, serve)"
            )
        );
        return CommandLine.Done;
    }
}
