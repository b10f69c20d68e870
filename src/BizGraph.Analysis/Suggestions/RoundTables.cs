using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>A small group of peers with the same question.</summary>
/// <param name="Question">What they all look for, in the words of the first of them.</param>
/// <param name="Members">Five to eight, those with the fewest ties first; no two are competitors, and no one is not with another.</param>
/// <param name="Strangers">Pairs among them that have no tie yet.</param>
public sealed record RoundTable(string Question, IReadOnlyList<Business> Members, int Strangers);

/// <summary>Groups businesses that look for the same into tables of five to eight.</summary>
/// <remarks>Needs are the same where their words are, synonyms put aside. Time O(needs + groups · members²).</remarks>
public static class RoundTables
{
    const int Least = 5;
    const int Most = 8;

    /// <summary>The tables, those with the most pairs of strangers first. A business sits at one table for each thing that it looks for.</summary>
    /// <param name="model">What the network taught.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<RoundTable> Find(SuggestionModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var tables = new List<(RoundTable Table, string Key, int Number)>();
        foreach (var (key, question, nodes) in Questions(model))
        {
            cancellation.ThrowIfCancellationRequested();
            var left = nodes;
            for (var number = 0; Seat(model, left) is { Count: >= Least } table; number++)
            {
                tables.Add(
                    (new RoundTable(question, [.. table.Select(model.Snapshot.BusinessOf)], Strangers(model, table)), key, number)
                );
                left = [.. left.Except(table)];
            }
        }

        return
        [
            .. tables
                .OrderByDescending(table => table.Table.Strangers)
                .ThenBy(table => table.Key, StringComparer.Ordinal)
                .ThenBy(table => table.Number)
                .Select(table => table.Table),
        ];
    }

    static IEnumerable<(string Key, string Question, List<int> Nodes)> Questions(SuggestionModel model)
    {
        var byKey = new SortedDictionary<string, (string Question, List<int> Nodes)>(StringComparer.Ordinal);
        for (var node = 0; node < model.Snapshot.NodeCount; node++)
        {
            foreach (var need in model.Snapshot.BusinessOf(node).Facts.Needs)
            {
                var key = PhraseWords.Of(need, model.Snapshot.Tables.Synonyms).Key;
                if (!byKey.TryGetValue(key, out var group))
                {
                    byKey[key] = group = (need, []);
                }

                if (group.Nodes.Count == 0 || group.Nodes[^1] != node)
                {
                    group.Nodes.Add(node);
                }
            }
        }

        return byKey.Where(group => group.Key.Length > 0).Select(group => (group.Key, group.Value.Question, group.Value.Nodes));
    }

    // Those with the fewest ties first, each who gets on with all at the table; five rather than eight where that makes another table.
    static List<int> Seat(SuggestionModel model, List<int> nodes)
    {
        var seats =
            nodes.Count < 2 * Most
                ? Math.Clamp((nodes.Count + 1) / Math.Max(1, (nodes.Count + Most - 1) / Most), Least, Most)
                : Most;
        var table = new List<int>();
        foreach (var node in nodes.OrderBy(node => model.Snapshot.Degrees[node]).ThenBy(node => node))
        {
            if (
                table.Count < seats
                && table.TrueForAll(other => !model.Rules.AreCompetitors(node, other) && !model.Rules.AreApart(node, other))
            )
            {
                table.Add(node);
            }
        }

        return table;
    }

    static int Strangers(SuggestionModel model, List<int> table)
    {
        var network = model.Context.Network;
        return table.Index().Sum(seat => table.Skip(seat.Index + 1).Count(other => !network.HasEdge(seat.Item, other)));
    }
}
