using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>What came of a request to take in files.</summary>
/// <param name="Import">The import, with its report.</param>
/// <param name="Effect">What had to be done for it.</param>
public sealed record ImportOutcome(Import Import, ImportEffect Effect)
{
    /// <summary>How many businesses there were, where that was too many to look for ones that are written differently.</summary>
    public int? TooManyToMatch { get; init; }
}

/// <summary>What had to be done for an import.</summary>
public enum ImportEffect
{
    /// <summary>All of it.</summary>
    Begun,

    /// <summary>What an interrupted import of the same files had left to do.</summary>
    Resumed,

    /// <summary>Nothing: the same files were taken in before and count already.</summary>
    NothingToDo,
}
