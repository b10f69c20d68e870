namespace BizGraph.Analysis.Communities;

/// <summary>How <see cref="LabelPropagation"/> runs.</summary>
public sealed record LabelPropagationOptions : RunOptions
{
    /// <summary>Seed of the order of visits and of the choice between equals; the same seed gives the same communities.</summary>
    public ulong Seed { get; init; } = 1;
}
