namespace BizGraph.Analysis.Centrality;

/// <summary>Brandes' algorithm from one source after another: the plain form, for weighted graphs.</summary>
sealed class BrandesPaths(CsrGraph graph)
{
    readonly ShortestPathCounts _paths = ShortestPathCounts.For(graph);
    readonly double[] _share = new double[graph.NodeCount]; // (1 + dependency) / paths

    /// <summary>Adds what depends on each node to its score: farthest nodes first, each from its successors by their share of paths.</summary>
    public void Run(int source, double[] scores)
    {
        _paths.From(source);
        var reached = _paths.Reached;
        for (var place = reached.Length - 1; place > 0; place--)
        {
            var node = reached[place];
            var dependency = _paths.CountOf(node) * _paths.SumOverSuccessors(node, _share);
            scores[node] += dependency;
            _share[node] = (1 + dependency) / _paths.CountOf(node);
        }
    }
}
