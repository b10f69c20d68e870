using System.CommandLine;
using System.Text;
using BizGraph.Analysis;
using BizGraph.Analysis.Gaps;
using BizGraph.Api.Decisions;
using BizGraph.Api.Gaps;
using BizGraph.Api.Languages;
using BizGraph.Api.Reasons;
using BizGraph.Api.Snapshots;
using BizGraph.Api.Tables;
using BizGraph.Model;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph gaps</c>: what is missing, and what to do about it.</summary>
static class GapsCommand
{
    const int MostOfKind = 10; // where no kind is named

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    static readonly Option<string?> Kind = new("--kind")
    {
        Description =
            $"Only gaps of one kind, all of them: {string.Join(", ", Enum.GetValues<GapKind>().Select(GapIdentity.WordOf))}.",
        HelpName = "KIND",
    };

    static readonly Option<string?> Csv = new("--csv")
    {
        Description = "Write all of them as CSV, to a file where one is named.",
        HelpName = "FILE",
        Arity = ArgumentArity.ZeroOrOne,
    };

    static readonly Option<Language> InLanguage = new("--language")
    {
        Description = "en for English, de for German.",
        DefaultValueFactory = _ => Language.En,
    };

    static readonly Option<bool> All = new("--all") { Description = "Also those that were dismissed or marked done." };

    public static Command Create()
    {
        var command = new Command("gaps", "Say what is missing, the most pressing first, and one thing to do about each.")
        {
            Kind,
            Csv,
            InLanguage,
            All,
            CommandLine.Tables,
        };
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var word = parsed.GetValue(Kind);
        if (!GapIdentity.KindOf(word ?? "", out var kind) && word is not null)
        {
            return CommandLine.Report(
                $"There is no kind of gap '{word}'; known are {string.Join(", ", Enum.GetValues<GapKind>().Select(GapIdentity.WordOf))}.",
                CommandLine.WrongUse
            );
        }

        await using var store = Stores.OpenExisting(parsed);
        var snapshot = await ReadAsync(store, TableFolder.Read(parsed.GetValue(CommandLine.Tables)), cancellation);
        var decisions = await NetworkDecisions.ReadAsync(store, snapshot, cancellation);
        var gaps = snapshot
            .Gaps.Where(gap => (word is null || gap.Kind == kind) && (parsed.GetValue(All) || decisions.IsOpen(gap)))
            .ToList();
        var language = parsed.GetValue(InLanguage);
        if (parsed.GetResult(Csv) is { Implicit: false })
        {
            return WriteCsv(parsed.GetValue(Csv), gaps, decisions, language);
        }

        foreach (var group in GapGroup.Of(gaps))
        {
            Write(group, word is null ? MostOfKind : int.MaxValue, decisions, language);
        }

        Console.WriteLine($"{Catalogue.Pages(language).Gaps(gaps.Count)}.");
        return CommandLine.Done;
    }

    // Against the same earlier state as the service, so that both list the same gaps.
    static async Task<NetworkSnapshot> ReadAsync(INetworkStore store, NetworkTables tables, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var earlier = await SnapshotHistory.EarlierAsync(store, today, cancellation);
        return await NetworkSnapshot.ReadAsync(store, earlier, tables, cancellation);
    }

    static int WriteCsv(string? file, List<Gap> gaps, NetworkDecisions decisions, Language language)
    {
        if (file is null)
        {
            GapCsv.Write(Console.Out, gaps, decisions, language);
            return CommandLine.Done;
        }

        using (var writer = new StreamWriter(file, append: false, Utf8))
        {
            GapCsv.Write(writer, gaps, decisions, language);
        }

        var words = Catalogue.Pages(language);
        Console.WriteLine(TerminalText.Of(words.InFile(words.Gaps(gaps.Count), file)));
        return CommandLine.Done;
    }

    static void Write(GapGroup group, int most, NetworkDecisions decisions, Language language)
    {
        Console.WriteLine($"{GapWords.Heading(group.Kind, language)} ({Catalogue.Pages(language).Number(group.Gaps.Count)})");
        foreach (var gap in group.Gaps.Take(most))
        {
            Console.WriteLine(TerminalText.Of($"  {GapWords.Sentence(gap, language)}"));
            Console.WriteLine(TerminalText.Of($"    -> {GapWords.NextAction(gap, language)}"));
            if (decisions.Of(gap.Identity) is { Last: not null } decision)
            {
                Console.WriteLine(TerminalText.Of($"    {Catalogue.Decisions(language).Sentence(decision)}"));
            }
        }

        if (group.Gaps.Count > most)
        {
            Console.WriteLine($"  ... bizgraph gaps --kind {GapIdentity.WordOf(group.Kind)}");
        }

        Console.WriteLine();
    }
}
