using System.Globalization;
using BizGraph.Analysis;
using BizGraph.Analysis.Suggestions;

namespace BizGraph.SuggestionBench;

/// <summary>What is suggested in the sample town, to be read.</summary>
static class Listing
{
    public static void Print(NetworkSnapshot snapshot)
    {
        var model = SuggestionModel.Train(snapshot);
        foreach (var isolated in snapshot.Isolated())
        {
            Console.WriteLine(isolated.Name);
            Print(BusinessSuggestions.For(model, isolated.Id, new SuggestionQuery { Count = 5 }));
        }

        Console.WriteLine("This week");
        Print(WeeklyIntroductions.Find(model, 1));
        foreach (var table in RoundTables.Find(model))
        {
            Console.WriteLine(
                $"Table: {table.Question}: {string.Join(", ", table.Members.Select(member => member.Name))} ({table.Strangers} strangers)"
            );
        }
    }

    static void Print(IEnumerable<Suggestion> suggestions)
    {
        foreach (var suggestion in suggestions)
        {
            var probability = suggestion.Probability?.ToString("F3", CultureInfo.InvariantCulture) ?? "-";
            Console.WriteLine(
                $"  {suggestion.For.Name}: {suggestion.Kind} {suggestion.Whom.Name} {suggestion.Score:F2} p {probability} {suggestion.Effect.ReachBefore}>{suggestion.Effect.ReachAfter}"
            );
            foreach (var reason in suggestion.Reasons)
            {
                Console.WriteLine(
                    $"      {reason.Kind} {string.Join(" | ", reason.Words)} {string.Join(", ", reason.Businesses.Select(b => b.Name))} {reason.Number:F1}"
                );
            }
        }
    }
}
