namespace BizGraph.Analysis.Suggestions;

/// <summary>How often ties run from one group to another, beside how often they run between any two businesses.</summary>
/// <remarks>
/// The natural logarithm of a rate over the overall rate. A rate is smoothed by two ties' worth of what a coarser view expects: the two
/// groups' own shares of starts and ends, or another affinity. Time O(n + ties).
/// </remarks>
sealed class Affinity
{
    const double Pull = 2;
    const int MostCached = 512; // groups: 2 MB

    readonly int[] _group;
    readonly Func<int, int, double> _coarser; // of two nodes
    readonly Dictionary<long, int> _ties = [];
    readonly int[] _members;
    readonly double _rate;
    readonly double[]? _known; // [from group * groups + to group]; 0: not worked out yet. Threads may write the same number twice.

    Affinity(int[] group, int groups, IEnumerable<(int From, int To)> ties, Func<int, int, double>? coarser)
    {
        _group = group;
        _members = new int[groups];
        foreach (var of in group.Where(of => of >= 0))
        {
            _members[of]++;
        }

        var (starts, ends, count) = (new double[groups], new double[groups], 0);
        foreach (var (from, to) in ties)
        {
            if (group[from] >= 0 && group[to] >= 0)
            {
                count++;
                starts[group[from]]++;
                ends[group[to]]++;
                var key = Key(group[from], group[to]);
                _ties[key] = _ties.GetValueOrDefault(key) + 1;
            }
        }

        var known = (double)_members.Sum();
        _rate = count / Math.Max(1, known * (known - 1));
        _coarser = coarser ?? MarginsOf(starts, ends, count, known);
        _known = groups <= MostCached ? new double[groups * groups] : null;
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
        if (_group[from] < 0 || _group[to] < 0 || _rate == 0)
        {
            return double.NaN;
        }

        var (a, b) = (_group[from], _group[to]);
        if (_known is null)
        {
            return LogLift(a, b, from, to);
        }

        ref var known = ref _known[(a * _members.Length) + b];
        return known != 0 ? known : known = LogLift(a, b, from, to);
    }

    double LogLift(int a, int b, int from, int to)
    {
        var expected = _rate * (a == b ? (double)_members[a] * (_members[a] - 1) : (double)_members[a] * _members[b]);
        var coarser = _coarser(from, to);
        return Math.Log(
            (_ties.GetValueOrDefault(Key(a, b)) + Pull) / (expected + (Pull / Math.Exp(double.IsNaN(coarser) ? 0 : coarser)))
        );
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

    static long Key(int from, int to) => ((long)from << 32) | (uint)to;
}
