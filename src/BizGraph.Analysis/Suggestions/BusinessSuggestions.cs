using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Suggestions for one business, for the businesses of a gap, or for everyone.</summary>
public static class BusinessSuggestions
{
    /// <summary>Suggestions for one business, the best first; none where it is closed or unknown.</summary>
    /// <param name="model">What the network taught.</param>
    /// <param name="business">Whom to suggest to.</param>
    /// <param name="query">How many, of which kinds, and from among whom.</param>
    /// <remarks>Time O(arcs within three steps + candidates · kinds · evidence).</remarks>
    public static IReadOnlyList<Suggestion> For(SuggestionModel model, BusinessId business, SuggestionQuery? query = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        query ??= new SuggestionQuery();
        query.Validate();
        if (model.Snapshot.Find(business) is not { } known || model.Snapshot.NodeOf(known.Id) is not { } node)
        {
            return [];
        }

        var search = new SuggestionSearch(model, query);
        return search.Write(node, search.Rank(node));
    }

    /// <summary>Ties that would close a gap: the best for any of its businesses, of the kind that is missing.</summary>
    /// <param name="model">What the network taught.</param>
    /// <param name="businesses">Whom the gap concerns.</param>
    /// <param name="query">How many in all, and of which kinds; businesses of the gap are not suggested to each other unless <see cref="SuggestionQuery.Among"/> says so.</param>
    public static IReadOnlyList<Suggestion> ForGap(
        SuggestionModel model,
        IReadOnlyCollection<BusinessId> businesses,
        SuggestionQuery? query = null
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(businesses);
        query ??= new SuggestionQuery();
        query.Validate();
        var nodes = businesses.Select(model.Snapshot.NodeOf).OfType<int>().Distinct().Order().ToArray();
        var search = new SuggestionSearch(model, query);
        var best = nodes
            .SelectMany(search.Rank)
            .Where(pair => query.Among is not null || Array.BinarySearch(nodes, pair.Whom) < 0)
            .OrderByDescending(pair => pair.Score)
            .ThenBy(pair => pair.Of)
            .ThenBy(pair => pair.Whom)
            .ThenBy(pair => pair.Kind)
            .Take(query.Count);
        return [.. best.Select(pair => search.Write(pair.Of, [pair])[0])];
    }

    /// <summary>Suggestions for every business that is open, in the order of <see cref="NetworkSnapshot.BusinessOf"/>.</summary>
    /// <param name="model">What the network taught.</param>
    /// <param name="query">How many for each, of which kinds, and from among whom.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<IReadOnlyList<Suggestion>> ForAll(
        SuggestionModel model,
        SuggestionQuery? query = null,
        RunOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        return ForNodes(model, [.. Enumerable.Range(0, model.Snapshot.NodeCount)], query, options, cancellation);
    }

    internal static IReadOnlyList<IReadOnlyList<Suggestion>> ForNodes(
        SuggestionModel model,
        int[] nodes,
        SuggestionQuery? query,
        RunOptions? options,
        CancellationToken cancellation
    )
    {
        query ??= new SuggestionQuery { Count = 3 };
        query.Validate();
        options ??= new RunOptions();
        options.ValidateRun();
        var found = new IReadOnlyList<Suggestion>[nodes.Length];
        using var team = ThreadTeam.Take(options.Threads);
        var searches = new SuggestionSearch?[team.Size];
        var progress = new Progress(options.Progress, nodes.Length);
        team.For(
            nodes.Length,
            16,
            (thread, start, end) =>
            {
                cancellation.ThrowIfCancellationRequested();
                var search = searches[thread] ??= new SuggestionSearch(model, query);
                for (var place = start; place < end; place++)
                {
                    found[place] = search.Write(nodes[place], search.Rank(nodes[place]));
                }

                progress.Add(thread, end - start);
            }
        );
        return found;
    }
}
