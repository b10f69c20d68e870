namespace BizGraph.Benchmarks.Generators;

/// <summary>Whole numbers between two bounds whose frequency falls with a power of their size.</summary>
sealed class PowerLaw(Random random, double exponent, int least, int most)
{
    public int Draw()
    {
        var power = 1 - exponent;
        var (low, high) = (Math.Pow(least, power), Math.Pow(most + 1, power));
        return Math.Min(most, (int)Math.Pow(low + random.NextDouble() * (high - low), 1 / power));
    }
}
