namespace BizGraph.Analysis.Suggestions;

/// <summary>What the words of names tell of the ties of a type: whether ties start or end at businesses named so, and between which words they run.</summary>
/// <remarks>Natural logarithms of a count over the count that is expected, both with two ties more, as in <see cref="Affinity"/>. Time O(n + ties · words²).</remarks>
sealed class NameTies
{
    const double Pull = 2;

    readonly NameWords _names;
    readonly Dictionary<long, double> _between = [];

    public NameTies(NameWords names, int nodes, IReadOnlyList<(int From, int To)> ties)
    {
        _names = names;
        var words = names.Holders.Length;
        var (starts, ends, both) = (new double[words], new double[words], new Dictionary<long, int>());
        foreach (var (from, to) in ties)
        {
            foreach (var start in names.Of(from))
            {
                starts[start]++;
                foreach (var end in names.Of(to))
                {
                    both[Key(start, end)] = both.GetValueOrDefault(Key(start, end)) + 1;
                }
            }

            foreach (var end in names.Of(to))
            {
                ends[end]++;
            }
        }

        Starts = Lifts(starts, nodes, ties.Count);
        Ends = Lifts(ends, nodes, ties.Count);
        foreach (var (key, count) in both)
        {
            var expected = starts[key >> 32] * ends[(int)(uint)key] / ties.Count;
            if (Math.Log((count + Pull) / (expected + Pull)) is > 0 and var lift)
            {
                _between[key] = lift;
            }
        }
    }

    /// <summary>By node: how often ties start at businesses with its words; 0 where no word says anything.</summary>
    public double[] Starts { get; }

    /// <summary>By node: how often ties end at businesses with its words.</summary>
    public double[] Ends { get; }

    /// <summary>The most that ties run between a word of the one and a word of the other beyond what the words' own ties explain; 0 where they do not.</summary>
    public double Between(int from, int to)
    {
        var most = 0.0;
        foreach (var start in _names.Of(from))
        {
            foreach (var end in _names.Of(to))
            {
                most = Math.Max(most, _between.GetValueOrDefault(Key(start, end)));
            }
        }

        return most;
    }

    double[] Lifts(double[] counts, int nodes, int ties)
    {
        double[] lifts =
        [
            .. counts.Select((count, word) => Math.Log((count + Pull) / (((double)ties * _names.Holders[word] / nodes) + Pull))),
        ];
        return [.. Enumerable.Range(0, nodes).Select(node => _names.Of(node).Sum(word => lifts[word]))];
    }

    static long Key(int start, int end) => ((long)start << 32) | (uint)end;
}
