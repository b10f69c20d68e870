namespace BizGraph.Api.Businesses;

/// <summary>The order of a list of businesses.</summary>
enum BusinessOrder
{
    /// <summary>By id.</summary>
    Id,

    /// <summary>By name, then by id.</summary>
    Name,

    /// <summary>Those tied to the most others first, then by id.</summary>
    Connections,
}
