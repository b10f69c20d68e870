namespace BizGraph.Model;

/// <summary>Who owns a business. The test is where its decisions are made.</summary>
public enum Ownership
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>Decided by local owners.</summary>
    LocalIndependent,

    /// <summary>Decided elsewhere in the region.</summary>
    Regional,

    /// <summary>Decided elsewhere in the country.</summary>
    National,

    /// <summary>Decided abroad.</summary>
    International,
}
