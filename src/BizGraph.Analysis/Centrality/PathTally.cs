namespace BizGraph.Analysis.Centrality;

/// <summary>Draws shortest paths on several threads and counts how many pass through each node.</summary>
/// <remarks>Each path has a random generator of its own, and counts are whole numbers: threads change nothing. Space O(threads · n).</remarks>
sealed class PathTally(CsrGraph graph, SampledBetweennessOptions options, int limit, CancellationToken cancellation)
{
    readonly int[] _passed = new int[graph.NodeCount];
    readonly List<PathSampler> _samplers = [];
    readonly Progress _progress = new(options.Progress, Math.Max(1, limit));
    long _first; // number of the first path that counts
    int _drawn;

    /// <summary>Starts to count anew, with paths that were not drawn before.</summary>
    public void Forget()
    {
        (_first, _drawn) = (_first + _drawn, 0);
        Array.Clear(_passed);
    }

    /// <summary>Draws on until there are so many, and returns how many pass through each node, their ends excluded.</summary>
    public int[] DrawTo(int samples)
    {
        using var team = ThreadTeam.Take(options.Threads);
        while (_samplers.Count < team.Size)
        {
            _samplers.Add(new PathSampler(graph));
        }
        var (start, more) = (_first + _drawn, samples - _drawn);
        team.For(
            more,
            32,
            (thread, from, to) =>
            {
                cancellation.ThrowIfCancellationRequested();
                for (var sample = start + from; sample < start + to; sample++)
                {
                    _samplers[thread].Draw(new SeededRandom(options.Seed * 0x9E3779B97F4A7C15 ^ (ulong)sample << 20));
                }
                _progress.Add(thread, to - from);
            }
        );
        foreach (var sampler in _samplers)
        {
            for (var node = 0; node < _passed.Length; node++)
            {
                _passed[node] += sampler.Passed[node];
                sampler.Passed[node] = 0;
            }
        }
        _drawn = samples;
        return _passed;
    }
}
