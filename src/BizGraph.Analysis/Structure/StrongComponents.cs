namespace BizGraph.Analysis.Structure;

/// <summary>Strongly connected components (Tarjan, 1972), without recursion.</summary>
/// <remarks>Time O(n + m), space O(n). In an undirected graph they are the connected components.</remarks>
public static class StrongComponents
{
    /// <summary>The components, largest first: within one every node reaches every other along directed ties.</summary>
    public static Partition Find(CsrGraph graph, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var search = new Search(graph);
        for (var root = 0; root < graph.NodeCount; root++)
        {
            search.From(root, cancellation);
        }
        return Partition.FromNodeLabels(search.Component);
    }

    sealed class Search(CsrGraph graph)
    {
        public readonly int[] Component = Filled(graph.NodeCount, -1);

        readonly int[] _discovery = Filled(graph.NodeCount, -1);
        readonly int[] _low = new int[graph.NodeCount];
        readonly int[] _cursor = new int[graph.NodeCount]; // arcs of the node already followed
        readonly Stack<int> _path = new(); // from the root to the node being visited
        readonly Stack<int> _open = new(); // visited, not yet in a component
        int _clock;

        public void From(int root, CancellationToken cancellation)
        {
            if (_discovery[root] >= 0)
            {
                return;
            }
            Enter(root, cancellation);
            while (_path.TryPeek(out var node))
            {
                var targets = graph.OutNeighbors(node);
                if (_cursor[node] < targets.Length)
                {
                    Follow(node, targets[_cursor[node]++], cancellation);
                }
                else
                {
                    Leave(node);
                }
            }
        }

        void Enter(int node, CancellationToken cancellation)
        {
            if (_clock % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
            _discovery[node] = _low[node] = _clock++;
            _path.Push(node);
            _open.Push(node);
        }

        void Follow(int node, int target, CancellationToken cancellation)
        {
            if (_discovery[target] < 0)
            {
                Enter(target, cancellation);
            }
            else if (Component[target] < 0)
            {
                _low[node] = Math.Min(_low[node], _discovery[target]);
            }
        }

        void Leave(int node)
        {
            _path.Pop();
            if (_path.TryPeek(out var parent))
            {
                _low[parent] = Math.Min(_low[parent], _low[node]);
            }
            if (_low[node] < _discovery[node])
            {
                return;
            }
            int member;
            do
            {
                member = _open.Pop();
                Component[member] = node;
            } while (member != node);
        }

        static int[] Filled(int length, int value)
        {
            var values = new int[length];
            Array.Fill(values, value);
            return values;
        }
    }
}
