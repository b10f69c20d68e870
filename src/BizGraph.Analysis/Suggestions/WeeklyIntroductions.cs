using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Who is to meet whom this week: fair, so that nobody is forgotten and nobody flooded.</summary>
public static class WeeklyIntroductions
{
    /// <summary>Introductions for the whole network.</summary>
    /// <param name="model">What the network taught.</param>
    /// <param name="perBusiness">How many one business takes part in at most, either way; 1 to 20.</param>
    /// <param name="query">Kinds and from among whom; its count is what each business chooses from.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>
    /// Those of the businesses with the fewest ties first. A pair comes once, strangers only, and in rounds: everyone's first introduction is
    /// found before anyone's second.
    /// </returns>
    public static IReadOnlyList<Suggestion> Find(
        SuggestionModel model,
        int perBusiness = 3,
        SuggestionQuery? query = null,
        RunOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        Require.That(perBusiness is >= 1 and <= 20, nameof(perBusiness), perBusiness, "1 to 20");
        query = (query ?? new SuggestionQuery { Count = 4 * perBusiness }) with { StrangersOnly = true };
        var nodes = Enumerable.Range(0, model.Snapshot.NodeCount).ToArray();
        var offered = BusinessSuggestions.ForNodes(model, nodes, query, options, cancellation);
        return FairRounds.Choose(model, nodes, offered, perBusiness);
    }

    /// <summary>Introductions chosen from suggestions that were made before, such as those made ready after an import.</summary>
    /// <param name="model">What the network taught.</param>
    /// <param name="offered">Suggestions by business, as <see cref="BusinessSuggestions.ForAll"/> gives them.</param>
    /// <param name="perBusiness">How many one business takes part in at most, either way; 1 to 20.</param>
    public static IReadOnlyList<Suggestion> Choose(
        SuggestionModel model,
        IReadOnlyList<IReadOnlyList<Suggestion>> offered,
        int perBusiness
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(offered);
        Require.That(
            offered.Count == model.Snapshot.NodeCount,
            nameof(offered),
            offered.Count,
            $"{model.Snapshot.NodeCount} lists"
        );
        Require.That(perBusiness is >= 1 and <= 20, nameof(perBusiness), perBusiness, "1 to 20");
        return FairRounds.Choose(model, [.. Enumerable.Range(0, offered.Count)], offered, perBusiness);
    }
}

/// <summary>Hands out introductions in rounds, those with the fewest ties first.</summary>
static class FairRounds
{
    public static IReadOnlyList<Suggestion> Choose(
        SuggestionModel model,
        int[] nodes,
        IReadOnlyList<IReadOnlyList<Suggestion>> offered,
        int perBusiness
    )
    {
        var degree = model.Snapshot.Degrees;
        int[] order = [.. Enumerable.Range(0, nodes.Length).OrderBy(place => degree[nodes[place]]).ThenBy(place => nodes[place])];
        var taken = new Dictionary<BusinessId, int>();
        var met = new HashSet<(BusinessId, BusinessId)>();
        var chosen = new List<Suggestion>();
        for (var round = 1; round <= perBusiness; round++)
        {
            foreach (var place in order)
            {
                if (taken.GetValueOrDefault(model.Snapshot.BusinessOf(nodes[place]).Id) >= round)
                {
                    continue;
                }

                foreach (var suggestion in offered[place])
                {
                    var (one, other) = (suggestion.For.Id, suggestion.Whom.Id);
                    if (taken.GetValueOrDefault(other) < perBusiness && met.Add(one < other ? (one, other) : (other, one)))
                    {
                        chosen.Add(suggestion);
                        taken[one] = taken.GetValueOrDefault(one) + 1;
                        taken[other] = taken.GetValueOrDefault(other) + 1;
                        break;
                    }
                }
            }
        }

        return chosen;
    }
}
