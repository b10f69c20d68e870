using System.Runtime.Intrinsics;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Puts evidence on one scale: heavy numbers as logarithms, then standard deviations from the mean; what is not known is average.</summary>
sealed class EvidenceScale
{
    const double Farthest = 5; // standard deviations: a single odd pair decides nothing

    readonly double[] _unit; // of heavy numbers: the median of those above 0; 0 for the others
    readonly int[] _heavy;
    readonly double[] _mean;
    readonly double[] _perUnit; // 1 / standard deviation; 0 where all are the same: such evidence says nothing

    EvidenceScale(double[] unit, double[] mean, double[] deviation)
    {
        (_unit, _mean) = (unit, mean);
        _heavy = [.. Enumerable.Range(0, unit.Length).Where(column => unit[column] > 0)];
        _perUnit = [.. deviation.Select(of => of > 0 ? 1 / of : 0)];
    }

    public static EvidenceScale Of(EvidenceRows rows, IReadOnlyList<Evidence> kinds)
    {
        var (unit, mean, deviation) = (new double[kinds.Count], new double[kinds.Count], new double[kinds.Count]);
        for (var column = 0; column < kinds.Count; column++)
        {
            double[] values =
            [
                .. Enumerable.Range(0, rows.Pairs.Count).Select(row => rows[row][column]).Where(v => !double.IsNaN(v)),
            ];
            if (PairEvidence.IsHeavy(kinds[column].Kind))
            {
                double[] positive = [.. values.Where(value => value > 0).Order()];
                unit[column] = positive.Length == 0 ? 1 : positive[positive.Length / 2];
                values = [.. values.Select(value => Math.Log(1 + (value / unit[column])))];
            }

            mean[column] = values.Length == 0 ? 0 : values.Average();
            var variance =
                values.Length == 0 ? 0 : values.Sum(value => (value - mean[column]) * (value - mean[column])) / values.Length;
            deviation[column] = variance > 1e-12 ? Math.Sqrt(variance) : 0;
        }

        return new EvidenceScale(unit, mean, deviation);
    }

    /// <summary>Whether the evidence differs between pairs at all.</summary>
    public bool Differs(int column) => _perUnit[column] > 0;

    /// <summary>The standard deviation of a column; 0 where all are the same.</summary>
    public double Deviation(int column) => _perUnit[column] > 0 ? 1 / _perUnit[column] : 0;

    /// <summary>Rewrites a row in place. Eight numbers at a time: this runs for every pair that is looked at.</summary>
    public void Apply(Span<double> row)
    {
        foreach (var column in _heavy)
        {
            row[column] = row[column] > 0 ? Math.Log(1 + (row[column] / _unit[column])) : row[column];
        }

        var done = row.Length - (row.Length % Vector512<double>.Count);
        for (var column = 0; column < done; column += Vector512<double>.Count)
        {
            var value = Vector512.Create<double>(row[column..]);
            var scaled = (value - Vector512.Create(_mean, column)) * Vector512.Create(_perUnit, column);
            scaled = Vector512.Min(Vector512.Max(scaled, Vector512.Create(-Farthest)), Vector512.Create(Farthest));
            Vector512.ConditionalSelect(Vector512.Equals(value, value), scaled, Vector512<double>.Zero).CopyTo(row[column..]);
        }

        for (var column = done; column < row.Length; column++)
        {
            var scaled = (row[column] - _mean[column]) * _perUnit[column];
            row[column] = double.IsNaN(scaled) ? 0 : Math.Clamp(scaled, -Farthest, Farthest);
        }
    }
}
