namespace BizGraph.Analysis.Centrality;

/// <summary>How <see cref="PageRank"/> runs.</summary>
public sealed record PageRankOptions : RunOptions
{
    /// <summary>Probability of following a tie, 0 or more and below 1.</summary>
    public double Damping { get; init; } = 0.85;

    /// <summary>Stops when the scores together change by less than this in one iteration; above 0.</summary>
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>Stops after this many iterations at the latest; 1 or more.</summary>
    public int MaxIterations { get; init; } = 1000;

    /// <summary>
    /// Where a jump lands: a weight, 0 or more, for each node named, none for the others. Null: anywhere alike.
    /// </summary>
    public IReadOnlyDictionary<int, double>? Personalization { get; init; }

    internal void Validate(int nodeCount)
    {
        ValidateRun();
        Require.That(Damping is >= 0 and < 1, nameof(Damping), Damping, "0 or more and below 1");
        Require.That(Tolerance > 0, nameof(Tolerance), Tolerance, "a number above 0");
        Require.That(MaxIterations >= 1, nameof(MaxIterations), MaxIterations, "1 or more");
        if (Personalization is null || nodeCount == 0)
        {
            return;
        }
        foreach (var (node, weight) in Personalization)
        {
            Require.That((uint)node < (uint)nodeCount, nameof(Personalization), $"node {node}", $"0 to {nodeCount - 1}");
            Require.That(
                weight >= 0 && double.IsFinite(weight),
                $"{nameof(Personalization)} of node {node}",
                weight,
                "a finite weight, 0 or more"
            );
        }
        Require.That(
            Personalization.Values.Any(weight => weight > 0),
            nameof(Personalization),
            "no weight",
            "at least one above 0"
        );
    }
}
