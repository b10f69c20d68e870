namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>What a finish or an undo did to the businesses that their own rows or ties name, before ids that mean one are merged.</summary>
sealed class BusinessEvents
{
    /// <summary>Shown for the first time.</summary>
    public List<long> Added { get; } = [];

    /// <summary>Listed now; no claim did before, though a tie may have named them.</summary>
    public List<long> Listed { get; } = [];

    /// <summary>Shown otherwise.</summary>
    public HashSet<long> Changed { get; } = [];

    /// <summary>Listed by no claim any more; a tie may name them still.</summary>
    public HashSet<long> Unlisted { get; } = [];

    /// <summary>Named by nothing any more.</summary>
    public HashSet<long> Removed { get; } = [];

    /// <summary>Of those changed or removed that a match claim speaks of, what was shown; for the others nobody asks.</summary>
    public Dictionary<long, (bool IsListed, string Facts)> Before { get; } = [];

    /// <summary>Made of other claims, whether or not that shows.</summary>
    public HashSet<long> Rewritten { get; } = [];
}
