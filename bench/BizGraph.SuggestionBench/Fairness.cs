using BizGraph.Analysis;
using BizGraph.Analysis.Suggestions;

namespace BizGraph.SuggestionBench;

/// <summary>Whom suggestions go to and name: the third with the fewest ties, and the tenth with the most.</summary>
static class Fairness
{
    public static void Print(string name, NetworkSnapshot snapshot)
    {
        var model = SuggestionModel.Train(snapshot);
        var byTies = Enumerable
            .Range(0, snapshot.NodeCount)
            .OrderBy(node => snapshot.Degrees[node])
            .ThenBy(node => node)
            .Select(node => snapshot.BusinessOf(node).Id)
            .ToArray();
        var third = byTies.Take(byTies.Length / 3).ToHashSet();
        var tenth = byTies.TakeLast(byTies.Length / 10).ToHashSet();
        var all = BusinessSuggestions.ForAll(model, new SuggestionQuery { Count = 12, StrangersOnly = true });
        Say("three for each", [.. all.SelectMany(list => list.Take(3))]);
        Say("introductions, 1 for each", WeeklyIntroductions.Choose(model, all, 1));
        Say("introductions, 3 for each", WeeklyIntroductions.Choose(model, all, 3));

        void Say(string what, IReadOnlyList<Suggestion> found)
        {
            var most = found.SelectMany(s => new[] { s.For.Id, s.Whom.Id }).CountBy(id => id).Max(of => of.Value);
            Console.WriteLine(
                $"{name, -14}{what, -28}{found.Count, 6}: with one of the third with the fewest ties {found.Count(s => third.Contains(s.For.Id) || third.Contains(s.Whom.Id)) / (double)found.Count:F2}, "
                    + $"naming one of the tenth with the most {found.Count(s => tenth.Contains(s.Whom.Id)) / (double)found.Count:F2}, most for one {most}"
            );
        }
    }
}
