namespace BizGraph.Analysis.Communities;

/// <summary>What a good division of a network is.</summary>
public enum CommunityQuality
{
    /// <summary>More weight inside communities than the nodes' strengths would give by chance (Newman and Girvan, 2004).</summary>
    Modularity,

    /// <summary>The constant Potts model: more weight inside than resolution times the number of pairs (Traag, Van Dooren and Nesterov, 2011).</summary>
    ConstantPotts,
}

/// <summary>How <see cref="Leiden"/> runs.</summary>
public sealed record LeidenOptions : RunOptions
{
    /// <summary>What is maximised.</summary>
    public CommunityQuality Quality { get; init; } = CommunityQuality.Modularity;

    /// <summary>Larger values give more and smaller communities; above 0. Under the constant Potts model it is a density.</summary>
    public double Resolution { get; init; } = 1;

    /// <summary>Seed of the order in which nodes are visited; the same seed gives the same communities.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whole passes of the algorithm, 1 or more; each starts from the last one's result. It stops early when nothing changes.</summary>
    public int Iterations { get; init; } = 2;

    internal void Validate()
    {
        ValidateRun();
        Require.That(Enum.IsDefined(Quality), nameof(Quality), Quality, "a known quality");
        Require.That(Resolution > 0 && double.IsFinite(Resolution), nameof(Resolution), Resolution, "a finite number above 0");
        Require.That(Iterations >= 1, nameof(Iterations), Iterations, "1 or more");
    }
}
