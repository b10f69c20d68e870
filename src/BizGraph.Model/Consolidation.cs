namespace BizGraph.Model;

/// <summary>Claims to what is shown: the one place of the rules. Stores feed it the claims of the keys that changed.</summary>
/// <remarks>A pure function of the claims that count: their order makes no difference, nor does the order in which stores ask.</remarks>
public static class Consolidation { }
