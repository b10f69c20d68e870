namespace BizGraph.Analysis.Links;

/// <summary>
/// Scores of everyone around one node: each neighbor z adds its share to all of its neighbors, in a dense array that is cleared in the
/// time it took to fill. Nothing is kept but the best.
/// </summary>
sealed class LinkScan
{
    readonly CsrGraph _graph; // undirected, unweighted
    readonly LinkMeasure _measure;
    readonly double[] _share; // what a node in the middle adds
    readonly double[] _sum;
    readonly double[] _firstSum; // three steps: sums after the second one
    readonly List<int> _touched = [];
    readonly List<int> _firstTouched = [];
    int _node;

    public LinkScan(CsrGraph graph, LinkMeasure measure)
    {
        (_graph, _measure) = (graph, measure);
        _sum = new double[graph.NodeCount];
        _firstSum = measure == LinkMeasure.ThreeSteps ? new double[graph.NodeCount] : [];
        _share = new double[graph.NodeCount];
        for (var node = 0; node < _share.Length; node++)
        {
            double degree = graph.OutDegree(node);
            _share[node] = measure switch
            {
                LinkMeasure.AdamicAdar => 1 / Math.Log(degree),
                LinkMeasure.ResourceAllocation => 1 / degree,
                LinkMeasure.ThreeSteps => 1 / Math.Sqrt(degree),
                _ => 1,
            };
        }
    }

    public void Around(int node)
    {
        Clear(_sum, _touched);
        _node = node;
        if (_measure != LinkMeasure.ThreeSteps)
        {
            foreach (var middle in _graph.OutNeighbors(node))
            {
                Spread(middle, _share[middle], _sum, _touched);
            }
            return;
        }
        foreach (var first in _graph.OutNeighbors(node))
        {
            Spread(first, _share[first], _firstSum, _firstTouched);
        }
        foreach (var second in _firstTouched)
        {
            Spread(second, _firstSum[second] * _share[second], _sum, _touched);
        }
        Clear(_firstSum, _firstTouched);
    }

    public double ScoreOf(int other)
    {
        var sum = _sum[other];
        return _measure switch
        {
            LinkMeasure.Jaccard when sum > 0 => sum / (_graph.OutDegree(_node) + _graph.OutDegree(other) - sum),
            LinkMeasure.PreferentialAttachment => (double)_graph.OutDegree(_node) * _graph.OutDegree(other),
            _ => sum,
        };
    }

    public LinkCandidate[] Best(int count)
    {
        // Neither itself nor its neighbors.
        _sum[_node] = 0;
        foreach (var neighbor in _graph.OutNeighbors(_node))
        {
            _sum[neighbor] = 0;
        }
        var best = new LinkCandidate[Math.Min(count, _touched.Count)];
        var found = 0;
        foreach (var other in _touched)
        {
            if (_sum[other] > 0)
            {
                found = Insert(best, found, new LinkCandidate(other, ScoreOf(other)));
            }
        }
        return best[..found];
    }

    static int Insert(LinkCandidate[] best, int found, LinkCandidate candidate)
    {
        var place = found;
        while (place > 0 && IsBetter(candidate, best[place - 1]))
        {
            place--;
        }
        if (place == best.Length)
        {
            return found;
        }
        found = Math.Min(found + 1, best.Length);
        best.AsSpan(place, found - 1 - place).CopyTo(best.AsSpan(place + 1));
        best[place] = candidate;
        return found;
    }

    static bool IsBetter(LinkCandidate a, LinkCandidate b) => a.Score > b.Score || (a.Score == b.Score && a.Node < b.Node);

    void Spread(int middle, double share, double[] sum, List<int> touched)
    {
        foreach (var target in _graph.OutNeighbors(middle))
        {
            if (sum[target] == 0)
            {
                touched.Add(target);
            }
            sum[target] += share;
        }
    }

    static void Clear(double[] sum, List<int> touched)
    {
        foreach (var node in touched)
        {
            sum[node] = 0;
        }
        touched.Clear();
    }
}
