namespace BizGraph.Benchmarks.Generators;

/// <summary>R-MAT graphs (Chakrabarti, Zhan and Faloutsos, 2004) with Graph500's shares: heavy-tailed degrees, ids shuffled. Seeded.</summary>
static class Rmat
{
    public static (int From, int To)[] Pairs(int nodes, int seed)
    {
        var random = new Random(seed);
        var ids = Enumerable.Range(0, nodes).ToArray();
        random.Shuffle(ids);
        var pairs = new (int, int)[5 * nodes];
        for (var pair = 0; pair < pairs.Length; )
        {
            var (from, to) = Draw(nodes, random);
            if (from < nodes && to < nodes)
            {
                pairs[pair++] = (ids[from], ids[to]);
            }
        }
        return pairs;
    }

    static (int From, int To) Draw(int nodes, Random random)
    {
        var (from, to) = (0, 0);
        for (var bit = 1; bit < nodes; bit <<= 1)
        {
            var quarter = random.NextDouble();
            from |= quarter >= 0.76 ? bit : 0;
            to |= quarter is >= 0.57 and < 0.76 or >= 0.95 ? bit : 0;
        }
        return (from, to);
    }
}
