using System.CommandLine;
using BizGraph.Analysis;
using BizGraph.Analysis.Suggestions;
using BizGraph.Api.Suggestions;
using BizGraph.Api.Tables;
using BizGraph.Model;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph suggestions</c>: ties that would suit a business, or everyone.</summary>
static class SuggestionsCommand
{
    const int MostCount = 100;

    static readonly Option<string?> For = new("--for")
    {
        Description = "Whom to suggest to: an id or a name; everyone unless given.",
        HelpName = "BUSINESS",
    };

    static readonly Option<string[]> Type = new("--type")
    {
        Description = $"What the partner would be: {Kinds}; anything unless given.",
        HelpName = "TYPE",
        AllowMultipleArgumentsPerToken = true,
    };

    static readonly Option<int?> Count = new("--count")
    {
        Description = "How many for each business at most; 10 for one, 3 for everyone unless given.",
        HelpName = "N",
    };

    static string Kinds => string.Join(", ", SuggestionKinds.All.Select(SuggestionIdentity.WordOf));

    public static Command Create()
    {
        var command = new Command("suggestions", "Say who should supply, refer to, mentor or partner with whom, and why.")
        {
            For,
            Type,
            Count,
            SuggestionOutput.Csv,
            SuggestionOutput.InLanguage,
            CommandLine.Tables,
        };
        Count.Validators.Add(CommandLine.IsCount(MostCount));
        command.SetAction(RunAsync);
        return command;
    }

    // Names that differ in case or marks are one name here, as they are where ties find their ends.
    static string NotOne(string name, NetworkSnapshot snapshot)
    {
        const int Most = 5;
        var called = snapshot
            .Businesses.Where(business => BusinessId.Normalize(business.Name) == BusinessId.Normalize(name))
            .Select(business => $"'{business.Id}'")
            .ToList();
        return called.Count == 0
            ? $"There is no business '{name}'; expected an id or a name."
            : $"{called.Count:N0} are called '{name}'; expected the id of one: {string.Join(", ", called.Take(Most))}{(called.Count > Most ? ", ..." : "")}.";
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var words = parsed.GetValue(Type) ?? [];
        if (Array.Find(words, word => SuggestionIdentity.KindOf(word) is null) is { } unknown)
        {
            return CommandLine.Report($"There is no type '{unknown}'; known are {Kinds}.", CommandLine.WrongUse);
        }

        SuggestionKind[]? kinds = words.Length == 0 ? null : [.. words.Select(word => SuggestionIdentity.KindOf(word)!.Value)];
        await using var store = Stores.OpenExisting(parsed);
        var snapshot = await NetworkSnapshot.ReadAsync(
            store,
            tables: TableFolder.Read(parsed.GetValue(CommandLine.Tables)),
            cancellation: cancellation
        );
        var name = parsed.GetValue(For);
        var business = name is null ? null : snapshot.Find(name);
        if (name is not null && business is null)
        {
            return CommandLine.Report(NotOne(name, snapshot), CommandLine.Refused);
        }

        var (made, decisions) = await SuggestionOutput.MakeAsync(store, snapshot, cancellation);
        var count = parsed.GetValue(Count) ?? (business is null ? 3 : 10);
        var ids = business is null
            ? Enumerable.Range(0, snapshot.NodeCount).Select(node => snapshot.BusinessOf(node).Id)
            : [business.Id];
        var found = ids.SelectMany(id => made.For(id, count, kinds, decisions));
        return SuggestionOutput.Write(
            parsed,
            SuggestionOutput.Told(parsed, snapshot, decisions, found),
            words => words.Suggestions
        );
    }
}
