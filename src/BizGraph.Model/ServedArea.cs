namespace BizGraph.Model;

/// <summary>How far a business's customers are.</summary>
public enum ServedArea
{
    /// <summary>The town and its surroundings.</summary>
    Local,

    /// <summary>The region.</summary>
    Regional,

    /// <summary>The country.</summary>
    National,

    /// <summary>Any country.</summary>
    Worldwide,
}
