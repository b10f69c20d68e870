namespace BizGraph.Store.Neo4j.Queries;

/// <summary>What a client has seen of a database. Requests run side by side, so that each answer replaces what its own request knew, and no more.</summary>
sealed class Bookmarks
{
    readonly Lock _gate = new();
    volatile IReadOnlyList<string> _latest = [];

    /// <summary>What the next request is to know.</summary>
    public IReadOnlyList<string> Latest => _latest;

    /// <summary>Takes in an answer.</summary>
    /// <param name="known">What its request knew.</param>
    /// <param name="seen">The bookmarks of the answer; none where nothing was done.</param>
    public void Replace(IReadOnlyList<string> known, IReadOnlyList<string> seen)
    {
        if (seen.Count > 0)
        {
            lock (_gate)
            {
                _latest = [.. _latest.Except(known).Union(seen)];
            }
        }
    }
}
