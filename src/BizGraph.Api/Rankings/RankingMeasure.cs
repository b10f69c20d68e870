namespace BizGraph.Api.Rankings;

/// <summary>By what businesses are ranked.</summary>
enum RankingMeasure
{
    /// <summary>To how many others it has a tie.</summary>
    Degree,

    /// <summary>The weights of its ties added up.</summary>
    Strength,

    /// <summary>PageRank along the ties' direction, damping 0.85 (Page et al. 1999); all scores sum to 1.</summary>
    PageRank,

    /// <summary>On how many shortest ways between two others it lies, undirected (Brandes 2001).</summary>
    Betweenness,

    /// <summary>The largest k so that it is in a group where all have k ties to each other (Batagelj and Zaveršnik 2003).</summary>
    Coreness,
}
