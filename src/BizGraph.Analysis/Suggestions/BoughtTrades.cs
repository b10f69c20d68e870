namespace BizGraph.Analysis.Suggestions;

/// <summary>How many ties end at each node that start in a division of trades.</summary>
sealed class BoughtTrades
{
    readonly int[] _offsets; // node u has [_offsets[u], _offsets[u + 1])
    readonly int[] _divisions; // sorted within each node, once for each tie

    public BoughtTrades(int nodeCount, IReadOnlyList<(int From, int To)> arcs, Trade[] trade)
    {
        _offsets = new int[nodeCount + 1];
        foreach (var (from, to) in arcs)
        {
            _offsets[to + 1] += trade[from].IsKnown ? 1 : 0;
        }

        for (var node = 0; node < nodeCount; node++)
        {
            _offsets[node + 1] += _offsets[node];
        }

        _divisions = new int[_offsets[nodeCount]];
        var next = _offsets.AsSpan(0, nodeCount).ToArray();
        foreach (var (from, to) in arcs)
        {
            if (trade[from].IsKnown)
            {
                _divisions[next[to]++] = trade[from].Division;
            }
        }

        for (var node = 0; node < nodeCount; node++)
        {
            Of(node).Sort();
        }
    }

    public int Count(int node, int division)
    {
        var bought = Of(node);
        var first = bought.IndexOf(division);
        return first < 0 ? 0 : bought.LastIndexOf(division) - first + 1;
    }

    Span<int> Of(int node) => _divisions.AsSpan(_offsets[node], _offsets[node + 1] - _offsets[node]);
}
