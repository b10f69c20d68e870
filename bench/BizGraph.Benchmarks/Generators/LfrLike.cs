namespace BizGraph.Benchmarks.Generators;

/// <summary>
/// Graphs with planted communities after Lancichinetti, Fortunato and Radicchi (2008): degrees and community sizes by power laws, four
/// tenths of each node's ties outside its community, ids shuffled. Seeded; average degree about 10.
/// </summary>
static class LfrLike
{
    const double Outside = 0.4;

    public static (int From, int To)[] Pairs(int nodes, int seed)
    {
        var random = new Random(seed);
        var ids = Enumerable.Range(0, nodes).ToArray();
        random.Shuffle(ids);
        var degrees = new PowerLaw(random, exponent: 2.5, least: 4, most: Math.Max(20, (int)Math.Sqrt(nodes)));
        var sizes = new PowerLaw(random, exponent: 1.5, least: 20, most: Math.Clamp(nodes / 20, 30, 1000));
        var pairs = new List<(int, int)>(6 * nodes);
        var outside = new List<int>();
        for (var first = 0; first < nodes; )
        {
            var size = Math.Min(sizes.Draw(), nodes - first);
            var inside = new List<int>();
            for (var node = first; node < first + size; node++)
            {
                for (var stub = degrees.Draw(); stub > 0; stub--)
                {
                    (random.NextDouble() < Outside ? outside : inside).Add(ids[node]);
                }
            }
            Pair(inside, pairs, random);
            first += size;
        }
        Pair(outside, pairs, random);
        return [.. pairs];
    }

    static void Pair(List<int> stubs, List<(int, int)> pairs, Random random)
    {
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(stubs));
        for (var stub = 0; stub + 1 < stubs.Count; stub += 2)
        {
            pairs.Add((stubs[stub], stubs[stub + 1]));
        }
    }
}
