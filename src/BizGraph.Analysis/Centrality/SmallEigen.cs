namespace BizGraph.Analysis.Centrality;

/// <summary>Eigenvalues of a small symmetric tridiagonal matrix.</summary>
static class SmallEigen
{
    /// <summary>The largest eigenvalue and its vector of length 1, by Jacobi's rotations (1846) until nothing is left beside the diagonal.</summary>
    /// <param name="diagonal">Length k.</param>
    /// <param name="beside">Length k − 1: the entries next to the diagonal.</param>
    public static (double Value, double[] Vector) Leading(ReadOnlySpan<double> diagonal, ReadOnlySpan<double> beside)
    {
        var size = diagonal.Length;
        var (a, v) = (new double[size, size], new double[size, size]);
        for (var i = 0; i < size; i++)
        {
            (a[i, i], v[i, i]) = (diagonal[i], 1);
            if (i + 1 < size)
            {
                (a[i, i + 1], a[i + 1, i]) = (beside[i], beside[i]);
            }
        }
        for (var (sweep, rotated) = (0, true); rotated && sweep < 60; sweep++)
        {
            rotated = false;
            for (var p = 0; p < size; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    rotated |= Rotate(a, v, p, q);
                }
            }
        }
        var best = Enumerable.Range(0, size).MaxBy(i => a[i, i]);
        return (a[best, best], [.. Enumerable.Range(0, size).Select(i => v[i, best])]);
    }

    // Turns rows and columns p and q so that the entry at their crossing is 0; false where it is already, to the last bit.
    static bool Rotate(double[,] a, double[,] v, int p, int q)
    {
        if (Math.Abs(a[p, q]) <= 1e-17 * Math.Max(Math.Abs(a[p, p]), Math.Abs(a[q, q])))
        {
            return false;
        }
        var ratio = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var tangent = Math.CopySign(1, ratio) / (Math.Abs(ratio) + Math.Sqrt(ratio * ratio + 1));
        var cosine = 1 / Math.Sqrt(tangent * tangent + 1);
        var sine = tangent * cosine;
        for (var i = 0; i < v.GetLength(0); i++)
        {
            (a[i, p], a[i, q]) = (cosine * a[i, p] - sine * a[i, q], sine * a[i, p] + cosine * a[i, q]);
            (v[i, p], v[i, q]) = (cosine * v[i, p] - sine * v[i, q], sine * v[i, p] + cosine * v[i, q]);
        }
        for (var i = 0; i < v.GetLength(0); i++)
        {
            (a[p, i], a[q, i]) = (cosine * a[p, i] - sine * a[q, i], sine * a[p, i] + cosine * a[q, i]);
        }
        return true;
    }
}
