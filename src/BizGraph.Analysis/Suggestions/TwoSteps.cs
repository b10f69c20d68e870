using System.Runtime.Intrinsics;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Everyone two ties away from a node, with four shares summed over the neighbors between: one, Adamic–Adar's, resource allocation's, and L3's first half.</summary>
/// <remarks>The four stand in one line of memory, since each visit is a cache miss. L3's second half is summed for the pairs that are asked for only.</remarks>
sealed class TwoSteps(CsrGraph network)
{
    readonly Vector256<double>[] _sums = new Vector256<double>[network.NodeCount];
    readonly List<int> _touched = [];

    /// <summary>Nodes two ties away, the node itself among them.</summary>
    public List<int> Touched => _touched;

    public double Common(int other) => _sums[other][0];

    public double AdamicAdar(int other) => _sums[other][1];

    public double Allocation(int other) => _sums[other][2];

    public double HalfOfThree(int other) => _sums[other][3];

    /// <summary>L3 to another node: over its neighbors that are two ties away.</summary>
    public double ThreeSteps(int other)
    {
        var sum = 0.0;
        foreach (var last in network.OutNeighbors(other))
        {
            if (_sums[last][3] is not 0 and var half)
            {
                sum += half / Math.Sqrt(network.OutDegree(last));
            }
        }

        return sum;
    }

    public void Around(int node)
    {
        foreach (var other in _touched)
        {
            _sums[other] = default;
        }

        _touched.Clear();
        foreach (var middle in network.OutNeighbors(node))
        {
            double degree = network.OutDegree(middle);
            var share = Vector256.Create(1, degree > 1 ? 1 / Math.Log(degree) : 0, 1 / degree, 1 / Math.Sqrt(degree));
            foreach (var other in network.OutNeighbors(middle))
            {
                if (_sums[other] == default)
                {
                    _touched.Add(other);
                }

                _sums[other] += share;
            }
        }
    }
}
