namespace BizGraph.Analysis.Suggestions;

/// <summary>How often ties run from one group to another, beside how often they run between any two businesses.</summary>
/// <remarks>
/// The natural logarithm of a rate over the overall rate. A rate is smoothed by two ties' worth of what a coarser view expects: the two
/// groups' own shares of starts and ends, or another affinity. Time O(n + ties), and O(groups) for the first question about a group.
/// </remarks>
sealed class Affinity
{
    const double Pull = 2;

    readonly int[] _group;
    readonly int[] _members;
    readonly int[] _some; // a node of each group
    readonly GroupPairCounts _ties;
    readonly Func<int, int, double> _coarser; // of two nodes
    readonly double _rate;
    readonly double[]?[]? _rows; // from each group, once asked for: two threads may write the same numbers

    Affinity(int[] group, int groups, IEnumerable<(int From, int To)> ties, Func<int, int, double>? coarser)
    {
        (_group, _members, _some, _ties) = (group, new int[groups], new int[groups], new GroupPairCounts(groups));
        for (var node = 0; node < group.Length; node++)
        {
            if (group[node] >= 0)
            {
                _members[group[node]]++;
                _some[group[node]] = node;
            }
        }

        var (starts, ends, count) = (new double[groups], new double[groups], 0);
        foreach (var (from, to) in ties)
        {
            if (group[from] >= 0 && group[to] >= 0)
            {
                count++;
                starts[group[from]]++;
                ends[group[to]]++;
                _ties.Add(group[from], group[to]);
            }
        }

        var known = (double)_members.Sum();
        _rate = count / Math.Max(1, known * (known - 1));
        _coarser = coarser ?? MarginsOf(starts, ends, count, known);
        _rows = _ties.IsDense ? new double[groups][] : null;
    }

    public static Affinity Of(
        int[] group,
        int groups,
        IEnumerable<(int From, int To)> ties,
        Func<int, int, double>? coarser = null
    ) => new(group, groups, ties, coarser);

    /// <summary>Between the groups of two nodes; NaN where one has none, or there are no ties at all.</summary>
    public double Between(int from, int to)
    {
        var (a, b) = (_group[from], _group[to]);
        if (a < 0 || b < 0 || _rate == 0)
        {
            return double.NaN;
        }

        return _rows is null ? LogLift(a, b) : (_rows[a] ??= Row(a))[b];
    }

    double[] Row(int from)
    {
        var row = new double[_members.Length];
        for (var to = 0; to < row.Length; to++)
        {
            row[to] = _members[to] == 0 ? double.NaN : LogLift(from, to);
        }

        return row;
    }

    double LogLift(int a, int b)
    {
        var expected = _rate * (a == b ? (double)_members[a] * (_members[a] - 1) : (double)_members[a] * _members[b]);
        var coarser = _coarser(_some[a], _some[b]);
        return Math.Log((_ties[a, b] + Pull) / (expected + (Pull / Math.Exp(double.IsNaN(coarser) ? 0 : coarser))));
    }

    // Each group's share of the starts (ends) over its share of the businesses, smoothed towards 1.
    Func<int, int, double> MarginsOf(double[] starts, double[] ends, int count, double known)
    {
        var (outLift, inLift) = (new double[starts.Length], new double[starts.Length]);
        for (var of = 0; of < starts.Length; of++)
        {
            var expected = count * _members[of] / Math.Max(1, known);
            outLift[of] = Math.Log((starts[of] + Pull) / (expected + Pull));
            inLift[of] = Math.Log((ends[of] + Pull) / (expected + Pull));
        }

        return (from, to) => outLift[_group[from]] + inLift[_group[to]];
    }
}
