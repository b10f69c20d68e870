namespace BizGraph.Analysis.Centrality;

/// <summary>Draws a pair of nodes and one of its shortest paths, each as likely as another, by searches from both ends.</summary>
/// <remarks>The search with the smaller frontier goes one level on until they meet. Space O(n).</remarks>
sealed class PathSampler(CsrGraph graph)
{
    /// <summary>How many of the paths drawn pass through each node, their ends excluded.</summary>
    public readonly int[] Passed = new int[graph.NodeCount];

    readonly Side _forward = new(graph);
    readonly Side _backward = new(graph.Reversed());

    public void Draw(SeededRandom random)
    {
        var source = random.Below(graph.NodeCount);
        var target = random.Below(graph.NodeCount - 1);
        target += target >= source ? 1 : 0;
        _forward.Start(source);
        _backward.Start(target);
        if (!Meet())
        {
            return;
        }
        var middle = DrawMiddle(ref random);
        Count(middle, source, target);
        for (var node = middle; node != source; Count(node, source, target))
        {
            node = _forward.DrawBefore(node, ref random);
        }
        for (var node = middle; node != target; Count(node, source, target))
        {
            node = _backward.DrawBefore(node, ref random);
        }
    }

    void Count(int node, int source, int target) => Passed[node] += node == source || node == target ? 0 : 1;

    bool Meet()
    {
        while (_forward.FrontierArcs > 0 && _backward.FrontierArcs > 0)
        {
            var (near, far) = _forward.FrontierArcs <= _backward.FrontierArcs ? (_forward, _backward) : (_backward, _forward);
            near.Advance();
            foreach (var node in near.Frontier)
            {
                if (far.HasReached(node))
                {
                    return true;
                }
            }
        }
        return false;
    }

    // Every shortest path has exactly one node on both frontiers.
    int DrawMiddle(ref SeededRandom random)
    {
        var paths = 0.0;
        foreach (var node in _forward.Frontier)
        {
            paths += _backward.IsFrontier(node) ? _forward.CountOf(node) * _backward.CountOf(node) : 0;
        }
        var (left, middle) = (random.NextDouble() * paths, -1);
        foreach (var node in _forward.Frontier)
        {
            if (_backward.IsFrontier(node) && left >= 0)
            {
                (left, middle) = (left - _forward.CountOf(node) * _backward.CountOf(node), node);
            }
        }
        return middle;
    }

    /// <summary>A breadth-first search that goes on level by level.</summary>
    sealed class Side(CsrGraph graph)
    {
        readonly int[] _level = new int[graph.NodeCount]; // 1 + the distance from the start, 0 until reached
        readonly double[] _paths = new double[graph.NodeCount];
        readonly int[] _reached = new int[graph.NodeCount];
        int _count;
        int _frontierStart;
        int _depth; // level of the frontier

        public ReadOnlySpan<int> Frontier => _reached.AsSpan(_frontierStart, _count - _frontierStart);

        public long FrontierArcs { get; private set; }

        public bool HasReached(int node) => _level[node] > 0;

        public bool IsFrontier(int node) => _level[node] == _depth;

        public double CountOf(int node) => _paths[node];

        public void Start(int node)
        {
            foreach (var reached in _reached.AsSpan(0, _count))
            {
                _level[reached] = 0;
            }
            (_reached[0], _count, _frontierStart, _depth) = (node, 1, 0, 1);
            (_level[node], _paths[node], FrontierArcs) = (1, 1, graph.OutDegree(node));
        }

        public void Advance()
        {
            var (start, end) = (_frontierStart, _count);
            (_frontierStart, FrontierArcs) = (end, 0);
            _depth++;
            for (var place = start; place < end; place++)
            {
                foreach (var target in graph.OutNeighbors(_reached[place]))
                {
                    if (_level[target] == 0)
                    {
                        (_level[target], _paths[target]) = (_depth, 0);
                        _reached[_count++] = target;
                        FrontierArcs += graph.OutDegree(target);
                    }
                    _paths[target] += _level[target] == _depth ? _paths[_reached[place]] : 0;
                }
            }
        }

        /// <summary>A node before <paramref name="node"/> on a shortest path from the start, in proportion to its paths.</summary>
        public int DrawBefore(int node, ref SeededRandom random)
        {
            var (left, before) = (random.NextDouble() * _paths[node], -1);
            foreach (var other in graph.InNeighbors(node))
            {
                if (_level[other] == _level[node] - 1 && left >= 0)
                {
                    (left, before) = (left - _paths[other], other);
                }
            }
            return before;
        }
    }
}
