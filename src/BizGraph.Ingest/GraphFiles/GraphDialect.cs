namespace BizGraph.Ingest.GraphFiles;

/// <summary>How a kind of graph file calls things: GraphML and GEXF say the same in other words.</summary>
/// <param name="Root">The outermost tag.</param>
/// <param name="Declaration">The tag that declares an attribute of nodes or edges.</param>
/// <param name="DeclaredName">Its attribute with the name people gave.</param>
/// <param name="Value">The tag of a value.</param>
/// <param name="Key">Its attribute that says which declared attribute it is of.</param>
/// <param name="Direction">The attribute of an edge that says whether it is directed.</param>
/// <param name="DefaultDirection">The attribute of the graph that says so for all edges that do not.</param>
sealed record GraphDialect(
    string Root,
    string Declaration,
    string DeclaredName,
    string Value,
    string Key,
    string Direction,
    string DefaultDirection
)
{
    /// <summary>GraphML 1.0, http://graphml.graphdrawing.org/xmlns.</summary>
    public static GraphDialect GraphMl { get; } = new("graphml", "key", "attr.name", "data", "key", "directed", "edgedefault");

    /// <summary>GEXF 1.1 to 1.3, whatever its namespace.</summary>
    public static GraphDialect Gexf { get; } = new("gexf", "attribute", "title", "attvalue", "for", "type", "defaultedgetype");
}
