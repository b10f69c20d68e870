namespace BizGraph.Analysis.Suggestions;

/// <summary>How many ties run from each group to each other one.</summary>
sealed class GroupPairCounts
{
    const int MostDense = 512; // groups: a megabyte

    readonly int _groups;
    readonly int[]? _dense; // [from * groups + to]
    readonly Dictionary<long, int> _sparse = [];

    public GroupPairCounts(int groups)
    {
        _groups = groups;
        _dense = groups <= MostDense ? new int[groups * groups] : null;
    }

    /// <summary>Whether the groups are few enough for a number for each pair of them.</summary>
    public bool IsDense => _dense is not null;

    public int this[int from, int to] =>
        _dense is null ? _sparse.GetValueOrDefault(Key(from, to)) : _dense[(from * _groups) + to];

    public void Add(int from, int to)
    {
        if (_dense is not null)
        {
            _dense[(from * _groups) + to]++;
        }
        else
        {
            _sparse[Key(from, to)] = _sparse.GetValueOrDefault(Key(from, to)) + 1;
        }
    }

    static long Key(int from, int to) => ((long)from << 32) | (uint)to;
}
