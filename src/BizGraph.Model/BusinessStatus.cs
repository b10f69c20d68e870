namespace BizGraph.Model;

/// <summary>Whether a business trades.</summary>
public enum BusinessStatus
{
    /// <summary>It trades.</summary>
    Active,

    /// <summary>It closed: kept, but out of the graph.</summary>
    Closed,
}
