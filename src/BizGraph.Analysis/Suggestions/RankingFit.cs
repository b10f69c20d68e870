namespace BizGraph.Analysis.Suggestions;

/// <summary>Fits one type's weights; how strongly they are held back is chosen by how well each part is foretold from the others.</summary>
sealed class RankingFit
{
    const int FewRows = 10_500; // beyond it the choice changes nothing that shows
    const double Usual = 2;
    const double FeedbackImportance = 3; // people looked at these pairs; the others were drawn

    static readonly double[] Penalties = [0.5, 2, 8, 32, 128];

    readonly EvidenceScale _scale;
    readonly int[] _columns; // those that differ between pairs
    readonly int _width;
    readonly List<(double[] Rows, double[] Labels, double[] Importance)> _parts;
    readonly CancellationToken _cancellation;

    public RankingFit(
        PairEvidence evidence,
        EvidenceScale scale,
        List<EvidenceRows> parts,
        EvidenceRows feedback,
        Func<EvidenceKind, bool> counts,
        CancellationToken cancellation
    )
    {
        (_scale, _cancellation, _width) = (scale, cancellation, evidence.Kinds.Count);
        _columns = [.. Enumerable.Range(0, _width).Where(column => scale.Differs(column) && counts(evidence.Kinds[column].Kind))];
        _parts = [.. parts.Select(part => Scaled(part, 1)), Scaled(feedback, FeedbackImportance)];
    }

    public (double[] Weights, double Intercept) Run()
    {
        var all = Joined(_parts);
        var penalty = all.Labels.Length > FewRows ? Usual : Penalties.MinBy(Loss);
        var fitted = LogisticRegression.Fit(all.Rows, _columns.Length, all.Labels, all.Importance, penalty, _cancellation);
        var weights = new double[_width];
        for (var place = 0; place < _columns.Length; place++)
        {
            weights[_columns[place]] = fitted[place];
        }

        return (weights, fitted[^1]);
    }

    // Of each part in turn, by the weights of the others; feedback is never left out.
    double Loss(double penalty)
    {
        var sum = 0.0;
        for (var left = 0; left < _parts.Count - 1; left++)
        {
            var (rows, labels, importance) = Joined([.. _parts.Where((_, place) => place != left)]);
            var weights = LogisticRegression.Fit(rows, _columns.Length, labels, importance, penalty, _cancellation);
            var (held, heldLabels, _) = _parts[left];
            for (var row = 0; row < heldLabels.Length; row++)
            {
                var logit = weights[^1];
                for (var column = 0; column < _columns.Length; column++)
                {
                    logit += weights[column] * held[(row * _columns.Length) + column];
                }

                sum += LogisticRegression.SoftPlus(logit) - (heldLabels[row] * logit);
            }
        }

        return sum;
    }

    (double[] Rows, double[] Labels, double[] Importance) Scaled(EvidenceRows part, double importance)
    {
        var rows = new double[part.Pairs.Count * _columns.Length];
        var line = new double[part.Columns];
        for (var row = 0; row < part.Pairs.Count; row++)
        {
            part[row].CopyTo(line);
            _scale.Apply(line);
            for (var place = 0; place < _columns.Length; place++)
            {
                rows[(row * _columns.Length) + place] = line[_columns[place]];
            }
        }

        return (
            rows,
            [.. part.Pairs.Select(pair => pair.IsTied ? 1.0 : 0)],
            [.. Enumerable.Repeat(importance, part.Pairs.Count)]
        );
    }

    static (double[] Rows, double[] Labels, double[] Importance) Joined(
        List<(double[] Rows, double[] Labels, double[] Importance)> parts
    ) =>
        (
            [.. parts.SelectMany(part => part.Rows)],
            [.. parts.SelectMany(part => part.Labels)],
            [.. parts.SelectMany(part => part.Importance)]
        );
}
