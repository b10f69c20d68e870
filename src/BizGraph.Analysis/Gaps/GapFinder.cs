namespace BizGraph.Analysis.Gaps;

/// <summary>Finds what is missing in a network. docs/gaps.md defines each kind; the thresholds are in <see cref="GapOptions"/>.</summary>
/// <remarks>
/// Time O(n log n + m log m) and a bounded number of steps for each gap; the communities (Leiden) take most of it. The order, and every number,
/// is a pure function of the businesses and ties.
/// </remarks>
public static class GapFinder
{
    /// <summary>All gaps: by kind, the most pressing first within each.</summary>
    /// <param name="snapshot">The network.</param>
    /// <param name="options">What counts as a gap; null for the defaults.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static GapList Find(NetworkSnapshot snapshot, GapOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        options ??= new GapOptions();
        options.Validate();
        var ground = new GapGround(snapshot, options, cancellation);
        Func<GapGround, IEnumerable<Gap>>[] searches =
        [
            Isolation.Find,
            CutOffs.Find,
            SoleSources.Find,
            Departures.Find,
            CommunityPairs.Find,
            LocalTrades.Find,
            Mentoring.Find,
            OneSidedTies.Find,
            ClosedGroups.Find,
            Contacts.Find,
        ];
        var found = new Gap[searches.Length][];
        _ = ground.Wants; // made by all threads, before each search has one
        var progress = new Progress(options.Progress, searches.Length);
        using (var team = ThreadTeam.Take(options.Threads))
        {
            team.For(
                searches.Length,
                1,
                (thread, search, _) =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    found[search] = [.. searches[search](ground)];
                    progress.Add(thread, 1);
                }
            );
        }

        // A stable sort: within a kind the order is that of its search.
        return new GapList(snapshot, [.. found.SelectMany(of => of).OrderBy(gap => gap.Kind)]);
    }
}
