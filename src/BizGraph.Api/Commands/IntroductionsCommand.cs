using System.CommandLine;
using BizGraph.Analysis;
using BizGraph.Api.Suggestions;
using BizGraph.Api.Tables;

namespace BizGraph.Api.Commands;

/// <summary><c>bizgraph introductions</c>: whom to introduce to whom this week.</summary>
static class IntroductionsCommand
{
    static readonly Option<int> PerBusiness = new("--per-business")
    {
        Description = $"How many one business takes part in at most, 1 to {MadeSuggestions.MostPerBusiness}.",
        HelpName = "K",
        DefaultValueFactory = _ => 1,
    };

    public static Command Create()
    {
        var command = new Command(
            "introductions",
            "Say whom to introduce to whom this week: fair, those with the fewest ties first."
        )
        {
            PerBusiness,
            SuggestionOutput.Csv,
            SuggestionOutput.InLanguage,
            CommandLine.Tables,
        };
        PerBusiness.Validators.Add(CommandLine.IsCount(MadeSuggestions.MostPerBusiness));
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
        var (made, decisions) = await SuggestionOutput.MakeAsync(store, snapshot, cancellation);
        var found = made.Introductions(parsed.GetValue(PerBusiness), decisions);
        return SuggestionOutput.Write(
            parsed,
            SuggestionOutput.Told(parsed, snapshot, decisions, found),
            words => words.IntroductionsOf
        );
    }
}
