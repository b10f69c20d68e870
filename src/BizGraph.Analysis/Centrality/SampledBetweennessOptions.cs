namespace BizGraph.Analysis.Centrality;

/// <summary>How <see cref="SampledBetweenness"/> runs.</summary>
public sealed record SampledBetweennessOptions : RunOptions
{
    /// <summary>ε: the largest error of any node's share of ordered pairs, above 0 and below 1.</summary>
    public double Error { get; init; } = 0.01;

    /// <summary>δ: the probability that some node's error is larger after all, above 0 and below 1.</summary>
    public double Risk { get; init; } = 0.1;

    /// <summary>
    /// Whether to stop as soon as the samples show that the bound holds, mostly after a fraction of them (Borassi and Natale, 2016);
    /// otherwise their number is known before (Riondato and Kornaropoulos, 2014).
    /// </summary>
    public bool StopsEarly { get; init; } = true;

    /// <summary>Seed of the pairs and paths drawn; the same seed gives the same scores.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Validate()
    {
        ValidateRun();
        Require.That(Error is > 0 and < 1, nameof(Error), Error, "above 0 and below 1");
        Require.That(Risk is > 0 and < 1, nameof(Risk), Risk, "above 0 and below 1");
    }
}
