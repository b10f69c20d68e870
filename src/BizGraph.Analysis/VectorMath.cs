using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BizGraph.Analysis;

/// <summary>Sums over long arrays, eight numbers at a time in a fixed order: the same bits on every machine.</summary>
static class VectorMath
{
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var x = MemoryMarshal.Cast<double, Vector512<double>>(a);
        var y = MemoryMarshal.Cast<double, Vector512<double>>(b);
        var (even, odd) = (Vector512<double>.Zero, Vector512<double>.Zero); // additions wait for each other less
        var lane = 0;
        for (; lane + 1 < x.Length; lane += 2)
        {
            even += x[lane] * y[lane];
            odd += x[lane + 1] * y[lane + 1];
        }
        var sum = lane < x.Length ? Vector512.Sum(even + odd + x[lane] * y[lane]) : Vector512.Sum(even + odd);
        for (var i = 8 * x.Length; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// <summary>Adds <paramref name="times"/> · <paramref name="values"/> to <paramref name="sums"/>.</summary>
    public static void Add(Span<double> sums, ReadOnlySpan<double> values, double times = 1)
    {
        var to = MemoryMarshal.Cast<double, Vector512<double>>(sums);
        var from = MemoryMarshal.Cast<double, Vector512<double>>(values);
        for (var lane = 0; lane < to.Length; lane++)
        {
            to[lane] += from[lane] * times;
        }
        for (var i = 8 * to.Length; i < sums.Length; i++)
        {
            sums[i] += values[i] * times;
        }
    }
}
