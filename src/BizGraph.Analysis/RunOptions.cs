namespace BizGraph.Analysis;

/// <summary>How a longer computation runs. None of it changes the result, not even its last bit.</summary>
public record RunOptions
{
    /// <summary>Threads to use at most, 1 or more; null: one for each processor.</summary>
    public int? Threads { get; init; }

    /// <summary>Told the share that is done, 0 to 1, a few times a second at most; called from the thread that asked.</summary>
    public IProgress<double>? Progress { get; init; }

    internal void ValidateRun() => Require.That(Threads is null or >= 1, nameof(Threads), Threads, "1 or more");
}
