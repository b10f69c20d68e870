using BizGraph.Analysis.Structure;

namespace BizGraph.Analysis.Gaps;

/// <summary>What the loss of a node or tie would cut off, read from a depth-first forest (<see cref="LowPoints"/>; Hopcroft and Tarjan, 1973).</summary>
/// <remarks>A subtree is a range of the order of discovery, so a piece is a few ranges, whatever its size. Time and space O(n + m).</remarks>
sealed class CutForest
{
    readonly LowPoints _tree;
    readonly int[] _size; // of the subtree below each node, itself included
    readonly int[] _root;
    readonly ILookup<int, int> _children;

    public CutForest(CsrGraph graph, CancellationToken cancellation)
    {
        _tree = new LowPoints(graph, cancellation);
        _size = new int[graph.NodeCount];
        _root = new int[graph.NodeCount];
        foreach (var node in _tree.Preorder)
        {
            _root[node] = _tree.Parent[node] < 0 ? node : _root[_tree.Parent[node]];
        }

        foreach (var node in _tree.Preorder.Reverse())
        {
            _size[node]++;
            if (_tree.Parent[node] >= 0)
            {
                _size[_tree.Parent[node]] += _size[node];
            }
        }

        _children = _tree.Preorder.Where(node => _tree.Parent[node] >= 0).ToLookup(node => _tree.Parent[node]);
    }

    /// <summary>The pieces that a component falls into without a node, the largest first; one where it is no articulation point, none where it is alone.</summary>
    public List<Piece> Without(int node)
    {
        var above = new List<(int Start, int Length)>();
        var pieces = new List<Piece>();
        foreach (var child in _children[node])
        {
            // A subtree with a way round the node hangs together with what is above it.
            var isApart = node == _root[node] || _tree.Low[child] >= _tree.Discovery[node];
            if (isApart)
            {
                pieces.Add(new Piece(this, [Range(child)]));
            }
            else
            {
                above.Add(Range(child));
            }
        }

        if (node != _root[node])
        {
            above.AddRange(Outside(node));
            pieces.Add(new Piece(this, above));
        }

        return [.. pieces.OrderByDescending(piece => piece.Count)];
    }

    /// <summary>The two sides of every bridge, the smaller first, with its end on each.</summary>
    public IEnumerable<(int InnerEnd, Piece Inner, int OuterEnd, Piece Outer)> Bridges()
    {
        foreach (var child in _tree.Preorder)
        {
            var parent = _tree.Parent[child];
            if (parent >= 0 && _tree.Low[child] > _tree.Discovery[parent])
            {
                var (below, above) = (new Piece(this, [Range(child)]), new Piece(this, [.. Outside(child)]));
                yield return below.Count <= above.Count ? (child, below, parent, above) : (parent, above, child, below);
            }
        }
    }

    (int Start, int Length) Range(int node) => (_tree.Discovery[node], _size[node]);

    // The component without the subtree of the node: what was found before it, and after it.
    IEnumerable<(int Start, int Length)> Outside(int node)
    {
        var (all, below) = (Range(_root[node]), Range(node));
        yield return (all.Start, below.Start - all.Start);
        yield return (below.Start + below.Length, all.Start + all.Length - below.Start - below.Length);
    }

    /// <summary>Nodes that stay tied to each other.</summary>
    public sealed class Piece(CutForest forest, IReadOnlyList<(int Start, int Length)> ranges)
    {
        public int Count { get; } = ranges.Sum(range => range.Length);

        public bool Contains(int node) =>
            ranges.Any(range =>
                forest._tree.Discovery[node] >= range.Start && forest._tree.Discovery[node] < range.Start + range.Length
            );

        /// <summary>Its nodes in the order of discovery.</summary>
        public IEnumerable<int> Nodes() =>
            ranges.SelectMany(range => Enumerable.Range(range.Start, range.Length)).Select(place => forest._tree.Preorder[place]);
    }
}
