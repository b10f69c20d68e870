using System.CommandLine;
using BizGraph.Api.Reasons;
using BizGraph.Api.Templates;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph template FILE</c>.</summary>
static class TemplateCommand
{
    static readonly Argument<string> Target = new("file")
    {
        Description = "Where the workbook goes, such as members.xlsx; it must not exist yet.",
    };

    static readonly Option<Language> InLanguage = new("--language")
    {
        Description = "en for English, de for German.",
        DefaultValueFactory = _ => Language.En,
    };

    public static Command Create()
    {
        var command = new Command("template", "Write an Excel workbook to fill in; 'bizgraph import' takes it as it is.")
        {
            Target,
            InLanguage,
        };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var target = parsed.GetRequiredValue(Target);
        if (!target.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            return CommandLine.Report(
                $"{target} is no name of a workbook; expected one that ends in .xlsx.",
                CommandLine.WrongUse
            );
        }

        if (File.Exists(target))
        {
            return CommandLine.Report($"{target} exists already; name a file that does not.", CommandLine.Refused);
        }

        await File.WriteAllBytesAsync(target, TemplateWorkbook.Of(parsed.GetValue(InLanguage)), cancellation);
        Console.WriteLine(TerminalText.Of($"Fill in {target}, then: bizgraph import {target}"));
        return CommandLine.Done;
    }
}
