using System.CommandLine;
using System.Globalization;
using BizGraph.Api.Commands;

// Numbers and dates read the same on every machine.
CultureInfo.DefaultThreadCurrentCulture =
    CultureInfo.DefaultThreadCurrentUICulture =
    CultureInfo.CurrentCulture =
        CultureInfo.InvariantCulture;

// bizgraph: one executable, one subcommand for each thing people do. A row's way is import -> store -> snapshot -> answers.
var serve = ServeCommand.Create();
var root = new RootCommand("Maps a local business network and tells people what to do about it.")
{
    serve,
    TemplateCommand.Create(),
    TablesCommand.Create(),
    ImportCommand.Create(),
    WatchCommand.Create(),
    JobsCommand.Create(),
    ImportsCommand.Create(),
    UndoCommand.Create(),
    EraseCommand.Create(),
    DuplicatesCommand.Create(),
    SummaryCommand.Create(),
    GapsCommand.Create(),
    SuggestionsCommand.Create(),
    IntroductionsCommand.Create(),
    BackupCommand.Create(),
    CopyCommand.Create(),
    PublishCommand.Create(),
    ExportCommand.Create(),
    BenchCommand.Create(),
};
return await CommandLine.RunAsync(root, fallback: serve, args);
