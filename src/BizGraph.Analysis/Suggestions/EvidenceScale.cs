namespace BizGraph.Analysis.Suggestions;

/// <summary>Puts evidence on one scale: heavy numbers as logarithms, then standard deviations from the mean; what is not known is average.</summary>
sealed class EvidenceScale
{
    const double Farthest = 5; // standard deviations: a single odd pair decides nothing

    readonly double[] _unit; // of heavy numbers: the median of those above 0; 0 for the others
    readonly double[] _mean;
    readonly double[] _deviation; // 0 where all are the same: such evidence says nothing

    EvidenceScale(double[] unit, double[] mean, double[] deviation) => (_unit, _mean, _deviation) = (unit, mean, deviation);

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
    public bool Differs(int column) => _deviation[column] > 0;

    /// <summary>Rewrites a row in place.</summary>
    public void Apply(Span<double> row)
    {
        for (var column = 0; column < row.Length; column++)
        {
            var value = row[column];
            if (double.IsNaN(value) || _deviation[column] == 0)
            {
                row[column] = 0;
                continue;
            }

            value = _unit[column] > 0 && value > 0 ? Math.Log(1 + (value / _unit[column])) : value;
            row[column] = Math.Clamp((value - _mean[column]) / _deviation[column], -Farthest, Farthest);
        }
    }
}
