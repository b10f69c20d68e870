namespace BizGraph.Analysis.Links;

/// <summary>How likely two nodes are to be tied, from the ties around them; k is a degree, the sums run over common neighbors z.</summary>
public enum LinkMeasure
{
    /// <summary>Number of common neighbors.</summary>
    CommonNeighbors,

    /// <summary>Common neighbors over all neighbors of either (Jaccard, 1901).</summary>
    Jaccard,

    /// <summary>Σ 1/ln k_z (Adamic and Adar, 2003).</summary>
    AdamicAdar,

    /// <summary>Σ 1/k_z (Zhou, Lü and Zhang, 2009).</summary>
    ResourceAllocation,

    /// <summary>k_x · k_y (Barabási and Albert, 1999).</summary>
    PreferentialAttachment,

    /// <summary>
    /// L3 (Kovács et al., 2019): Σ over paths x – u – v – y of 1/√(k_u·k_v). It fits supply ties: y suits x when it resembles x's partners.
    /// </summary>
    ThreeSteps,
}
