namespace BizGraph.Ingest.Tests.Matching.Labelled;

/// <summary>SplitMix64: the same throws from the same seed on every machine.</summary>
sealed class Dice(ulong seed)
{
    ulong _state = seed * 0x9E3779B97F4A7C15 + 0x632BE59BD9B4E019;

    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Happens(double share) => Share() < share;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    public void Shuffle<T>(IList<T> values)
    {
        for (var last = values.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }

    ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
