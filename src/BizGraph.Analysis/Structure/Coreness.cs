namespace BizGraph.Analysis.Structure;

/// <summary>Coreness: the largest k such that the node is in a part where everyone has k ties inside (Batagelj and Zaveršnik, 2003).</summary>
/// <remarks>Time O(n + m), space O(n). Direction and weights are ignored; a mutual tie is one edge.</remarks>
public static class Coreness
{
    /// <summary>Coreness of every node, 0 for an isolated one.</summary>
    public static NodeCounts Compute(CsrGraph graph, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph = graph.WithoutWeights().ToUndirected();
        var degree = new int[graph.NodeCount];
        for (var node = 0; node < degree.Length; node++)
        {
            degree[node] = graph.OutDegree(node);
        }
        var queue = new DegreeBuckets(degree);
        for (var place = 0; place < degree.Length; place++)
        {
            if (place % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            var node = queue.At(place);
            foreach (var neighbor in graph.OutNeighbors(node))
            {
                if (degree[neighbor] > degree[node])
                {
                    queue.Lower(neighbor);
                }
            }
        }
        return new NodeCounts(degree);
    }

    /// <summary>Nodes in the order of their degree, kept so while degrees fall by one. Lowering costs O(1): a swap to the bucket's start.</summary>
    sealed class DegreeBuckets
    {
        readonly int[] _degree;
        readonly int[] _nodes; // by degree
        readonly int[] _place; // of a node in _nodes
        readonly int[] _start; // of each degree in _nodes

        public DegreeBuckets(int[] degree)
        {
            _degree = degree;
            _nodes = new int[degree.Length];
            _place = new int[degree.Length];
            _start = new int[(degree.Length == 0 ? 0 : degree.Max()) + 2];
            foreach (var d in degree)
            {
                _start[d + 1]++;
            }
            for (var d = 1; d < _start.Length; d++)
            {
                _start[d] += _start[d - 1];
            }
            var cursor = _start.ToArray();
            for (var node = 0; node < degree.Length; node++)
            {
                Put(node, cursor[degree[node]]++);
            }
        }

        public int At(int place) => _nodes[place];

        public void Lower(int node)
        {
            var first = _start[_degree[node]]++;
            var other = _nodes[first];
            Put(other, _place[node]);
            Put(node, first);
            _degree[node]--;
        }

        void Put(int node, int place) => (_nodes[place], _place[node]) = (node, place);
    }
}
