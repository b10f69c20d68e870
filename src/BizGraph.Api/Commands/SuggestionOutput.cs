using System.CommandLine;
using System.Text;
using BizGraph.Analysis;
using BizGraph.Analysis.Suggestions;
using BizGraph.Api.Decisions;
using BizGraph.Api.Languages;
using BizGraph.Api.Reasons;
using BizGraph.Api.Suggestions;
using BizGraph.Model;

namespace BizGraph.Api.Commands;

/// <summary>What <c>bizgraph suggestions</c> and <c>bizgraph introductions</c> have in common.</summary>
static class SuggestionOutput
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    public static Option<string?> Csv { get; } =
        new("--csv")
        {
            Description = "Write them as CSV, with a letter for each, to a file where one is named.",
            HelpName = "FILE",
            Arity = ArgumentArity.ZeroOrOne,
        };

    public static Option<Language> InLanguage { get; } =
        new("--language") { Description = "en for English, de for German.", DefaultValueFactory = _ => Language.En };

    /// <summary>What the network of a store teaches, and what people decided.</summary>
    public static async Task<(MadeSuggestions Made, NetworkDecisions Decisions)> MakeAsync(
        INetworkStore store,
        NetworkSnapshot snapshot,
        CancellationToken cancellation
    )
    {
        var decisions = await NetworkDecisions.ReadAsync(store, snapshot, cancellation);
        return (MadeSuggestions.Of(snapshot, decisions.Feedback, TimeProvider.System.GetUtcNow()), decisions);
    }

    /// <summary>Suggestions in the language that was asked for.</summary>
    public static IReadOnlyList<SuggestionInWords> Told(
        ParseResult parsed,
        NetworkSnapshot snapshot,
        NetworkDecisions decisions,
        IEnumerable<Suggestion> suggestions
    )
    {
        var disclosure = new Disclosure(snapshot);
        var language = parsed.GetValue(InLanguage);
        return [.. suggestions.Select(next => new SuggestionInWords(next, disclosure, decisions.Of(next.Key), language))];
    }

    /// <summary>Writes them as CSV where that was asked for, else in words.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="told">The suggestions.</param>
    /// <param name="counted">A number of them in words.</param>
    public static int Write(
        ParseResult parsed,
        IReadOnlyList<SuggestionInWords> told,
        Func<IPageWords, Func<long, string>> counted
    )
    {
        var words = Catalogue.Pages(parsed.GetValue(InLanguage));
        var count = counted(words)(told.Count);
        if (parsed.GetResult(Csv) is not { Implicit: false })
        {
            foreach (var next in told)
            {
                WriteWords(next);
            }

            Console.WriteLine($"{count}.");
        }
        else if (parsed.GetValue(Csv) is { } file)
        {
            using (var writer = new StreamWriter(file, append: false, Utf8))
            {
                SuggestionCsv.Write(writer, told);
            }

            Console.WriteLine(TerminalText.Of(words.InFile(count, file)));
        }
        else
        {
            SuggestionCsv.Write(Console.Out, told);
        }

        return CommandLine.Done;
    }

    static void WriteWords(SuggestionInWords told)
    {
        Console.WriteLine(TerminalText.Of(told.Headline));
        Console.WriteLine(TerminalText.Of($"  {told.Because}"));
        Console.WriteLine(TerminalText.Of($"  -> {told.WhatItChanges}"));
        if (told.Decision is { IsUnderWay: true } decision)
        {
            Console.WriteLine(TerminalText.Of($"  {Catalogue.Decisions(told.Language).Sentence(decision)}"));
        }

        Console.WriteLine();
    }
}
