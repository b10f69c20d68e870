using BizGraph.Model;

namespace BizGraph.Analysis.Gaps;

/// <summary>Something that is missing in the network.</summary>
/// <param name="Kind">What sort of gap it is; each language's catalogue makes a sentence of it.</param>
/// <param name="Businesses">Whom it concerns.</param>
/// <param name="Outside">How many others of the network they have no way to.</param>
public sealed record Gap(GapKind Kind, IReadOnlyList<Business> Businesses, int Outside);

/// <summary>The sorts of gap.</summary>
public enum GapKind
{
    /// <summary>A business without a tie.</summary>
    Isolated,

    /// <summary>A few businesses that are tied among themselves only.</summary>
    Island,
}
