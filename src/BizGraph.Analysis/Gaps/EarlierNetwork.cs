using BizGraph.Model;

namespace BizGraph.Analysis.Gaps;

/// <summary>What is kept of an earlier snapshot to tell who left or went quiet since.</summary>
/// <param name="Day">The day of it.</param>
/// <param name="Contacts">To how many others each open business had a tie, by its id.</param>
public sealed record EarlierNetwork(DateOnly Day, IReadOnlyDictionary<string, int> Contacts)
{
    /// <summary>What to keep of a snapshot. Time and space O(n).</summary>
    public static EarlierNetwork Of(NetworkSnapshot snapshot, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new EarlierNetwork(
            day,
            Enumerable
                .Range(0, snapshot.NodeCount)
                .Where(node => snapshot.BusinessOf(node).Kind == BusinessKind.Business)
                .ToDictionary(node => snapshot.BusinessOf(node).Id.Value, node => snapshot.Degrees[node])
        );
    }
}
